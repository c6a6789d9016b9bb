import { useEffect, useMemo, useRef, useState } from 'react';
import { checkAnswer } from '../../../../contract/answers.ts';
import type { Answers, FormField } from '../../../../contract/form.ts';
import {
  type About,
  type AskedField,
  askedFields,
  asksAboutApplicant,
  isBlock,
  type Question,
  withoutRow,
} from '../../../../contract/questions.ts';
import { useEditorWords } from '../editing/words.ts';
import { conditionWords } from './condition-words.ts';
import { sourcesIn } from './questions.ts';

const zone = { timeZone: 'Asia/Shanghai' };

interface Filling {
  answers: Answers;
  about: About;
  change: (path: string, value: string) => void;
  /** Questions that somebody has left; only those are judged. */
  left: ReadonlySet<string>;
  leave: (path: string) => void;
}

/**
 * The form as a resident meets it, to be tried: the same walk decides what is asked, the same check judges an answer. The
 * chosen entry is marked and brought into sight; one that is not asked now says why.
 */
export function AskedPreview({ form, chosen }: { form: readonly FormField[]; chosen: number }) {
  const words = useEditorWords();
  const { t, text } = words;
  const [answers, setAnswers] = useState<Answers>({});
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [who, setWho] = useState<NonNullable<About['applicant']>>({ age: 40, sex: 'female' });
  const sheet = useRef<HTMLElement>(null);
  const about: About = useMemo(
    () => ({ today: new Intl.DateTimeFormat('en-CA', zone).format(), applicant: who }),
    [who],
  );
  const asked = new Map(askedFields(form, answers, about).map((entry) => [entry.field, entry]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another entry was chosen, or it moved
  useEffect(() => {
    const entry = sheet.current?.querySelector<HTMLElement>('.is-chosen');
    if (sheet.current && entry) sheet.current.scrollTop = entry.offsetTop - sheet.current.offsetTop - 24;
  }, [chosen, form.length]);
  const filling: Filling = {
    answers,
    about,
    change: (path, value) => setAnswers((before) => ({ ...before, [path]: value })),
    left,
    leave: (path) => setLeft((before) => new Set([...before, path])),
  };
  return (
    <section className="form-preview" aria-labelledby="form-preview">
      <div className="edit-row-head">
        <h3 id="form-preview">{t('form.preview')}</h3>
        <button
          type="button"
          className="plain-link"
          onClick={() => {
            setAnswers({});
            setLeft(new Set());
          }}
        >
          {t('form.clear')}
        </button>
      </div>
      <p className="quiet small">{t('form.previewHint')}</p>
      {asksAboutApplicant(form, []) && <Applicant who={who} onChange={setWho} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section ref={sheet} className="asked" tabIndex={0} aria-label={t('form.sheet')}>
        {form.map((field, at) => {
          const entry = asked.get(field);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: keys change while one types, places do not
            <div key={at} className={at === chosen ? 'asked-entry is-chosen' : 'asked-entry'}>
              {field.page && <p className="asked-page">{text(field.page)}</p>}
              {entry !== undefined ? (
                <Entry entry={entry} filling={filling} onAnswers={setAnswers} />
              ) : at === chosen ? (
                <p className="quiet">
                  {t('form.notAsked', {
                    label: text(field.label),
                    when: conditionWords(field.when ?? [], sourcesIn(form.slice(0, at)), words),
                  })}
                </p>
              ) : null}
            </div>
          );
        })}
      </section>
    </section>
  );
}

type Applied = NonNullable<About['applicant']>;

/** Whom the preview supposes to apply, where the form depends on it. */
function Applicant({ who, onChange }: { who: Applied; onChange: (who: Applied) => void }) {
  const { t } = useEditorWords();
  return (
    <div className="asked-applicant">
      <label>
        {t('form.age')}{' '}
        <input
          type="number"
          min={0}
          max={150}
          value={who.age}
          onChange={({ target }) => onChange({ ...who, age: Number(target.value) })}
        />
      </label>
      <label>
        {t('form.sex')}{' '}
        <select
          value={who.sex}
          onChange={({ target }) => onChange({ ...who, sex: target.value === 'male' ? 'male' : 'female' })}
        >
          <option value="female">{t('form.female')}</option>
          <option value="male">{t('form.male')}</option>
        </select>
      </label>
    </div>
  );
}

function Entry({
  entry: { field, questions, rows, computed, notes, stops },
  filling,
  onAnswers,
}: {
  entry: AskedField;
  filling: Filling;
  onAnswers: (answers: Answers) => void;
}) {
  const { t, text } = useEditorWords();
  const grouped = isBlock(field) || field.kind === 'rows';
  const begun = rows.length;
  const said = notes.filter((note) => text(note).trim() !== '');
  const halts = (field.notes ?? []).flatMap((note) => (note.stops ? [note.text] : []));
  const rowName = (row: number) =>
    field.rowName === undefined
      ? t('form.rowPlain', { number: row + 1 })
      : t('form.row', { name: text(field.rowName), number: row + 1 });
  return (
    <>
      {field.kind === 'computed' ? (
        <p className="asked-computed">
          {text(field.label)}{' '}
          <strong>
            {computed === undefined
              ? t('form.notYet')
              : `${computed}${field.unit === undefined ? '' : text(field.unit)}`}
          </strong>
          {field.hint && <span className="asked-hint">{text(field.hint)}</span>}
        </p>
      ) : grouped ? (
        <fieldset>
          <legend>
            {text(field.label)}
            {field.required || field.kind === 'rows' ? '' : t('form.optional')}
          </legend>
          {field.hint && <p className="asked-hint">{text(field.hint)}</p>}
          {questions.map((question) => (
            <Ask key={question.path} question={question} filling={filling} inBlock />
          ))}
          {rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
            <fieldset key={number} className="asked-row">
              <legend>{rowName(number)}</legend>
              {row.map((question) => (
                <Ask key={question.path} question={question} filling={filling} />
              ))}
              {begun > (field.minRows ?? 0) && (
                <button
                  type="button"
                  className="plain-link"
                  onClick={() => onAnswers(withoutRow(filling.answers, field.key, number))}
                >
                  {t('common.of', { act: t('form.removeRow'), what: rowName(number) })}
                </button>
              )}
            </fieldset>
          ))}
          {field.kind === 'rows' && begun < (field.maxRows ?? 50) && (
            <button
              type="button"
              className="button"
              onClick={() => filling.change(`${field.key}.${begun}.${field.fields?.[0]?.key ?? ''}`, '')}
            >
              {t('form.addRow')}
            </button>
          )}
        </fieldset>
      ) : (
        questions.map((question) => <Ask key={question.path} question={question} filling={filling} />)
      )}
      <div role="status">
        {said.map((note, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same
          <p key={at} className={halts.includes(note) ? 'asked-note is-stop' : 'asked-note'}>
            {text(note)}
          </p>
        ))}
        {stops && <p className="asked-note is-stop">{t('form.stops')}</p>}
      </div>
    </>
  );
}

/** More answers than this are a list to choose from, as for residents. */
const mostButtons = 6;

/** One question, drawn plainly after its kind. */
function Ask({ question, filling, inBlock }: { question: Question; filling: Filling; inBlock?: true }) {
  const { t, text, fault: say } = useEditorWords();
  const { path, field } = question;
  const id = `asked-${path}`;
  const value = filling.answers[path] ?? '';
  const label = `${text(field.label).trim() || t('common.untitled')}${field.required || inBlock ? '' : t('form.optional')}`;
  const fault = filling.left.has(path) ? checkAnswer(question, value, filling.about) : undefined;
  const about = [field.hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(
    Boolean,
  );
  const shared = {
    id,
    value,
    'aria-invalid': fault !== undefined,
    ...(about.length === 0 ? {} : { 'aria-describedby': about.join(' ') }),
    onBlur: () => filling.leave(path),
    onChange: ({ target }: { target: { value: string } }) => filling.change(path, target.value),
  };
  const options =
    field.kind === 'yesNo'
      ? [
          { value: 'yes', label: t('form.yes') },
          { value: 'no', label: t('form.no') },
        ]
      : (field.options ?? []).map((option) => ({
          value: option.value,
          label: text(option.label).trim() || option.value,
        }));
  const asButtons =
    field.kind === 'yesNo' ||
    (field.kind === 'choice' && options.length <= mostButtons && (field.required || inBlock === true));
  const aside = (
    <>
      {field.hint && (
        <span id={`${id}-hint`} className="asked-hint">
          {text(field.hint)}
        </span>
      )}
      {fault && (
        <span id={`${id}-fault`} className="fault">
          {say(fault, text(field.label))}
        </span>
      )}
    </>
  );
  if (asButtons)
    return (
      <fieldset className="asked-question">
        <legend>{label}</legend>
        {aside}
        {options.map((option) => (
          <label key={option.value} className="asked-option">
            <input
              type="radio"
              name={id}
              checked={value === option.value}
              onChange={() => filling.change(path, option.value)}
            />{' '}
            {option.label}
          </label>
        ))}
      </fieldset>
    );
  const unit = field.unit === undefined ? (field.kind === 'money' ? t('form.yuan') : undefined) : text(field.unit);
  return (
    <div className="asked-question">
      <label htmlFor={id}>{label}</label>
      {aside}
      <span className="asked-control">
        {field.kind === 'choice' ? (
          <select {...shared}>
            <option value="">{t('form.pick')}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : field.kind === 'longText' ? (
          <textarea {...shared} rows={3} />
        ) : (
          <input
            {...shared}
            type={field.kind === 'date' ? 'date' : 'text'}
            placeholder={field.kind === 'place' ? t('form.pickPlace') : undefined}
          />
        )}
        {unit === undefined ? null : <span>{unit}</span>}
      </span>
    </div>
  );
}
