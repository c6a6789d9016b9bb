import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { FormField } from '../../../../contract/form.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import { Faults, placed } from '../editing/fields.tsx';
import { inserted, replaced } from '../editing/list.ts';
import { useEditorWords } from '../editing/words.ts';
import { AskedPreview } from './asked-preview.tsx';
import { QuestionList } from './question-list.tsx';
import { QuestionSettings } from './question-settings.tsx';
import { duplicate, newQuestion } from './questions.ts';
import { type Mention, mentionsOf, movedQuestion, type Renaming, renamedForm, withoutQuestion } from './renaming.ts';
import './form-editor.css';

/**
 * Edits the form of a version: the entries in order, the settings of the chosen one, and the form as a resident meets it.
 * `onChange` is told of a renaming too, for whatever else of the content names a question (`contentWithForm`). To take
 * something back is the page's own.
 */
export function FormEditor({
  form,
  onChange,
  faults,
  place,
}: {
  form: FormField[];
  onChange: (form: FormField[], renaming?: Renaming) => void;
  faults: readonly FieldFault[];
  /**
   * Where a fault stands that the page is about to go to: `content.form.3.when.0`. Its entry is opened; the place has it
   * as `id` or `data-field`.
   */
  place?: string;
}) {
  const { t, text } = useEditorWords();
  const [at, setAt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const here = useMemo(() => placed(faults), [faults]);
  const chosen = Math.min(at, form.length - 1);
  const field = form[chosen];
  const keys = form.map(({ key }) => key);
  const choose = (next: number) => {
    setAsking(false);
    setAt(next);
  };
  useEffect(() => {
    const [, entry] = /^content\.form\.(\d+)/.exec(place ?? '') ?? [];
    if (entry === undefined) return;
    setAsking(false);
    setAt(Number(entry));
  }, [place]);
  const move = (by: 1 | -1) => {
    if (form[chosen + by] === undefined) return;
    onChange(movedQuestion(form, chosen, by));
    choose(chosen + by);
    setSaid(t('common.moved', { number: chosen + by + 1 }));
  };
  const add = (next: FormField) => {
    const to = field === undefined ? 0 : chosen + 1;
    onChange(inserted(form, to, next));
    choose(to);
    requestAnimationFrame(() => document.getElementById(`content.form.${to}.label.zh`)?.focus());
  };
  const remove = () => {
    onChange(withoutQuestion(form, chosen));
    choose(Math.max(0, Math.min(chosen, form.length - 2)));
    setSaid(t('common.removed', { label: field === undefined ? '' : text(field.label) }));
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.form-question[tabindex="0"]')?.focus());
  };
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const mentions = field === undefined ? [] : mentionsOf(form, field.key);
  return (
    <Faults.Provider value={here}>
      <div className="form-editor">
        <QuestionList
          form={form}
          chosen={chosen}
          onChoose={choose}
          onMove={move}
          onAdd={(kind) => add(newQuestion(kind, keys))}
        />
        {field === undefined ? (
          <p className="quiet">{t('form.choose')}</p>
        ) : (
          <section className="form-settings" aria-labelledby="form-settings" onKeyDown={press}>
            <div className="edit-row-head">
              <h3 id="form-settings">
                {t('form.settings', { number: chosen + 1, label: text(field.label).trim() || t('common.untitled') })}
              </h3>
              <span className="edit-acts">
                <Button size="small" disabled={chosen === 0} onClick={() => move(-1)}>
                  {t('common.up')}
                </Button>
                <Button size="small" disabled={chosen === form.length - 1} onClick={() => move(1)}>
                  {t('common.down')}
                </Button>
                <Button size="small" onClick={() => add(duplicate(field, keys))}>
                  {t('common.duplicate')}
                </Button>
                <Button
                  size="small"
                  aria-expanded={asking}
                  onClick={() => (mentions.length === 0 ? remove() : setAsking(true))}
                >
                  {t('common.remove')}
                </Button>
              </span>
            </div>
            {asking && <Asking form={form} mentions={mentions} onRemove={remove} onKeep={() => setAsking(false)} />}
            <QuestionSettings
              form={form}
              at={chosen}
              field={field}
              wanted={place}
              onChange={(next) => onChange(replaced(form, chosen, next))}
              onRename={(renaming) => onChange(renamedForm(form, renaming), renaming)}
            />
          </section>
        )}
        <AskedPreview form={form} chosen={chosen} />
        <p className="only-heard" role="status">
          {said}
        </p>
      </div>
    </Faults.Provider>
  );
}

/** Before a question goes that others name: which, and what becomes of them. */
function Asking({
  form,
  mentions,
  onRemove,
  onKeep,
}: {
  form: readonly FormField[];
  mentions: readonly Mention[];
  onRemove: () => void;
  onKeep: () => void;
}) {
  const { t, text } = useEditorWords();
  const words = { when: 'usedWhen', note: 'usedNote', column: 'usedColumn', compute: 'usedCompute' } as const;
  return (
    <div className="notice notice-yellow form-asking" role="alert">
      <p>{t('form.usedIn')}</p>
      <ul>
        {mentions.map((mention) => (
          <li key={`${mention.at} ${mention.in}`}>
            {t(`form.${words[mention.in]}`, {
              number: mention.at + 1,
              label: text(form[mention.at]?.label ?? { zh: '', en: '' }),
            })}
          </li>
        ))}
      </ul>
      {mentions.some((mention) => mention.in !== 'compute') && <p>{t('form.removeWarning')}</p>}
      <p className="edit-acts">
        <Button size="small" onClick={onRemove}>
          {t('form.removeAll')}
        </Button>
        <Button size="small" onClick={onKeep}>
          {t('common.keep')}
        </Button>
      </p>
    </div>
  );
}
