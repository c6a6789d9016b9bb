import { Button, Select } from 'antd';
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import type { FormField } from '../../../../contract/form.ts';
import { fieldKinds } from '../../../../contract/words.ts';
import { Faults, isWithin } from '../editing/fields.tsx';
import { useEditorWords } from '../editing/words.ts';

/** The entries in order, under the headings of their pages. Arrows choose, with Alt they move the chosen one. */
export function QuestionList({
  form,
  chosen,
  onChoose,
  onMove,
  onAdd,
}: {
  form: readonly FormField[];
  chosen: number;
  onChoose: (at: number) => void;
  onMove: (by: 1 | -1) => void;
  onAdd: (kind: FormField['kind']) => void;
}) {
  const { t } = useEditorWords();
  const [kind, setKind] = useState<FormField['kind']>('text');
  const list = useRef<HTMLOListElement>(null);
  const follow = useRef(false);
  useEffect(() => {
    const row = list.current?.querySelectorAll<HTMLElement>('[data-question]')[chosen];
    if (follow.current) row?.focus();
    follow.current = false;
    row?.scrollIntoView({ block: 'nearest' });
  });
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    const to = by === undefined ? { Home: 0, End: form.length - 1 }[event.key] : chosen + by;
    if (to === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (form[to] === undefined) return;
    follow.current = true;
    // The rest of the editor hears Alt with an arrow too.
    event.stopPropagation();
    if (event.altKey && by !== undefined) onMove(by);
    else onChoose(to);
  };
  return (
    <section className="form-list" aria-labelledby="form-questions">
      <div className="edit-row-head">
        <h3 id="form-questions">{t('form.questions')}</h3>
        <span className="quiet small">{t('form.count', { count: form.length })}</span>
      </div>
      {form.length === 0 ? (
        <p className="quiet">{t('form.empty')}</p>
      ) : (
        <>
          <p className="quiet small">{t('form.keys')}</p>
          <ol ref={list} onKeyDown={press}>
            {form.map((field, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: keys change while one types, places do not
              <Row key={at} field={field} at={at} chosen={at === chosen} onChoose={() => onChoose(at)} />
            ))}
          </ol>
        </>
      )}
      <div className="form-add">
        <Select
          aria-label={t('form.addKind')}
          value={kind}
          popupMatchSelectWidth={false}
          onChange={setKind}
          options={fieldKinds.map((each) => ({ value: each, label: t(`form.kinds.${each}`) }))}
        />
        <Button
          onClick={() => {
            follow.current = false;
            onAdd(kind);
          }}
        >
          {t('form.add')}
        </Button>
      </div>
    </section>
  );
}

function Row({ field, at, chosen, onChoose }: { field: FormField; at: number; chosen: boolean; onChoose: () => void }) {
  const { t, text } = useEditorWords();
  const faults = useContext(Faults).filter((fault) => isWithin(fault, `content.form.${at}`)).length;
  const about = [
    t(`form.kinds.${field.kind}`),
    ...(field.situation ? [t('form.said.quoted', { words: t('changes.parts.situation') })] : []),
    ...(field.when === undefined ? [] : [t('form.conditional')]),
    ...(field.party === undefined ? [] : [t(`form.parties.${field.party}`)]),
  ];
  return (
    <li>
      {field.page && <p className="form-page">{text(field.page)}</p>}
      <button
        type="button"
        className="form-question"
        data-question={at}
        tabIndex={chosen ? 0 : -1}
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className="number quiet">{at + 1}</span>
        <span className="form-question-words">
          {text(field.label).trim() || t('common.untitled')}
          <span className="quiet small">{about.join(t('common.list'))}</span>
          {faults > 0 && <span className="fault">{t('common.faults', { count: faults })}</span>}
        </span>
      </button>
    </li>
  );
}
