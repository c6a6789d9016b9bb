import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../../../../contract/form.ts';
import type { AskedField } from '../../../../../contract/questions.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { Explained } from '../../../ui/resident/form.tsx';
import { useLabels } from '../labels.ts';
import { type Filling, idOf, QuestionField } from './question-field.tsx';
import { removeRow, type Typed } from './steps.ts';

interface RowsFieldProps {
  entry: AskedField;
  answers: Answers;
  filling: Filling;
  onChange: (changes: Typed) => void;
}

/** Rows that repeat, one card each. A row with something in it goes only after a second press. */
export function RowsField({ entry: { field, rows }, answers, filling, onChange }: RowsFieldProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { rowName } = useLabels();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<number>();
  const focusNext = useRef<string>(undefined);
  const ids = useRef<number[]>([]);
  const made = useRef(0);
  // A row keeps its own element when an earlier one goes, and with it what it has unfolded.
  while (ids.current.length < rows.length) {
    ids.current.push(made.current);
    made.current += 1;
  }
  ids.current.length = rows.length;
  useEffect(() => {
    if (focusNext.current === undefined) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = undefined;
  });
  const id = idOf(field.key);
  const part = (row: number, what: 'name' | 'ask' | 'sure' | 'remove') => `row-${what}-${field.key}-${row}`;
  const name = field.rowName === undefined ? undefined : text(field.rowName);
  const firstColumn = field.fields?.[0]?.key ?? '';
  const add = () => {
    const row = rows.length;
    onChange({ [`${field.key}.${row}.${firstColumn}`]: '' });
    setSaid(t('apply.rows.added', { row: rowName(field, row) }));
    focusNext.current = idOf(`${field.key}.${row}.${firstColumn}`);
  };
  const remove = (row: number) => {
    ids.current.splice(row, 1);
    onChange(removeRow(answers, field.key, row));
    setAsking(undefined);
    const left = rows.length - 1;
    setSaid(t('apply.rows.removed', { row: rowName(field, row), count: left }));
    focusNext.current = left === 0 ? id : part(Math.min(row, left - 1), 'name');
  };
  const explained = { id, label: '', wrong: filling.wrongOf(field.key) };
  const isFull = rows.length >= (field.maxRows ?? 50);
  return (
    <div className={explained.wrong === undefined ? 'row-cards' : 'row-cards is-wrong'}>
      {rows.length === 0 ? <p className="hint">{t('apply.rows.none')}</p> : null}
      {rows.map((questions, row) => (
        <fieldset className="row-card" key={ids.current[row]}>
          <legend id={part(row, 'name')} tabIndex={-1}>
            {rowName(field, row)}
          </legend>
          {questions.map((question) => (
            <QuestionField key={question.path} question={question} filling={filling} />
          ))}
          {rows.length <= (field.minRows ?? 0) ? null : asking === row ? (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset of buttons would be read as more questions
            <div
              className="row-remove"
              role="group"
              aria-labelledby={part(row, 'ask')}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                setAsking(undefined);
                focusNext.current = part(row, 'remove');
              }}
            >
              <p id={part(row, 'ask')}>{t('apply.rows.sure', { row: rowName(field, row) })}</p>
              <button type="button" className="plain" id={part(row, 'sure')} onClick={() => remove(row)}>
                <span className="line">{t('apply.rows.remove')}</span>
              </button>
              <button
                type="button"
                className="plain"
                onClick={() => {
                  setAsking(undefined);
                  focusNext.current = part(row, 'remove');
                }}
              >
                <span className="line">{t('apply.rows.keep')}</span>
              </button>
            </div>
          ) : (
            <p className="row-remove">
              <button
                type="button"
                className="plain"
                id={part(row, 'remove')}
                aria-label={t('apply.rows.removeOf', { row: rowName(field, row) })}
                onClick={() => {
                  if (questions.every(({ path }) => (answers[path] ?? '').trim() === '')) {
                    remove(row);
                    return;
                  }
                  setAsking(row);
                  focusNext.current = part(row, 'sure');
                }}
              >
                <span className="line">{t('apply.rows.remove')}</span>
              </button>
            </p>
          )}
        </fieldset>
      ))}
      <Explained {...explained} />
      {isFull ? (
        <p className="hint" id={id} tabIndex={-1}>
          {t('apply.rows.full', { max: rows.length })}
        </p>
      ) : (
        <button
          type="button"
          className="button second"
          id={id}
          {...(explained.wrong === undefined ? {} : { 'aria-describedby': `${id}-wrong` })}
          onClick={add}
        >
          {name === undefined
            ? t(rows.length === 0 ? 'apply.rows.addPlain' : 'apply.rows.addPlainMore')
            : t(rows.length === 0 ? 'apply.rows.add' : 'apply.rows.addMore', { name })}
        </button>
      )}
      <p className="hidden" role="status">
        {said}
      </p>
    </div>
  );
}
