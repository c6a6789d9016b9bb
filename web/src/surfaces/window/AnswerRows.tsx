import { Button } from 'antd';
import { type KeyboardEvent, useContext, useRef } from 'react';
import { flushSync } from 'react-dom';
import { type AskedField, withoutRow } from '../../../../contract/questions.ts';
import { Key } from '../../ui/staff/keys.tsx';
import { useWords } from '../staff/words.ts';
import { type Answering, answerId, OneAnswer } from './OneAnswer.tsx';
import { currentStop, focusStop, GoOn, openAfter, stop } from './stops.ts';

/**
 * Rows that repeat, as a table. Enter at the end of a row begins the next one; Enter in a row that is still empty gives it
 * up and goes on with the form.
 */
export function AnswerRows({ asked, ...answering }: Answering & { asked: AskedField }) {
  const { t, local } = useWords();
  const { field, rows } = asked;
  const { answers, onAnswers, faultOf } = answering;
  const box = useRef<HTMLFieldSetElement>(null);
  const goOnOutside = useContext(GoOn);
  const rowName = local(field.rowName ?? field.label);
  const columns = field.fields ?? [];
  const may = rows.length < (field.maxRows ?? 50);
  const isEmpty = (row: number) =>
    columns.every((column) => (answers[`${field.key}.${row}.${column.key}`] ?? '').trim() === '');
  const rowOf = (element: Element | null) => Number(element?.closest('tr')?.dataset.row ?? -1);
  const focusRow = (row: number) => focusStop(box.current?.querySelector(`tr[data-row="${row}"] [data-stop]`));
  const add = () => {
    const first = columns[0];
    if (first === undefined || !may) return;
    const row = rows.length;
    flushSync(() => onAnswers((before) => ({ ...before, [`${field.key}.${row}.${first.key}`]: '' })));
    focusRow(row);
  };
  const remove = (row: number) => {
    if (row < 0) return;
    flushSync(() => onAnswers((before) => withoutRow(before, field.key, row)));
    focusRow(Math.min(row, rows.length - 2));
  };
  const goOn = () => {
    const at = currentStop();
    const row = rowOf(at);
    const last = rows.length - 1;
    if (row === last && last >= (field.minRows ?? 0) && isEmpty(last)) {
      goOnOutside(box.current);
      return onAnswers((before) => withoutRow(before, field.key, last));
    }
    const next = box.current && openAfter(box.current, at).find((each) => rowOf(each) >= 0);
    if (next) return focusStop(next);
    if (may && row >= 0 && !isEmpty(last)) return add();
    goOnOutside(box.current);
  };
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey) return;
    const act =
      event.code === 'KeyN' ? add : event.key === 'Backspace' ? () => remove(rowOf(currentStop())) : undefined;
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <fieldset ref={box} className="answer-block" onKeyDown={press}>
      <legend>
        {local(field.label)}
        {(field.minRows ?? 0) === 0 && ` ${t('intake.optionalField')}`}
      </legend>
      {field.hint && <p className="quiet small">{local(field.hint)}</p>}
      <GoOn value={goOn}>
        {rows.length > 0 && (
          <div className="scroll-x">
            <table className="answer-rows">
              <thead>
                <tr>
                  <th scope="col">{t('intake.rowNo')}</th>
                  {columns.map((column) => (
                    <th key={column.key} scope="col">
                      {local(column.label)}
                      {column.unit && `（${local(column.unit)}）`}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {rows.map((questions, row) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity than its place
                  <tr key={row} data-row={row}>
                    <td className="quiet">{row + 1}</td>
                    {columns.map((column) => {
                      const question = questions.find((each) => each.field.key === column.key);
                      const label = `${rowName} ${row + 1}${t('colon')}${local(column.label)}`;
                      return (
                        <td key={column.key} data-label={local(column.label)} className={`cell-${column.kind}`}>
                          {question && <OneAnswer question={question} cell={label} {...answering} />}
                        </td>
                      );
                    })}
                    <td>
                      <button
                        type="button"
                        className="icon-button"
                        aria-label={t('intake.removeRow', { row: `${rowName} ${row + 1}` })}
                        onClick={() => remove(row)}
                      >
                        ×
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </GoOn>
      <div data-fault={faultOf(field.key) !== undefined || undefined}>
        {may && (
          <span {...stop(rows.length === 0 ? 'open' : 'done')}>
            <Button size="small" onClick={add}>
              {t('intake.addRow', { row: rowName })} <Key>Alt N</Key>
            </Button>
          </span>
        )}
        <p id={`${answerId(field.key)}-fault`} className="fault">
          {faultOf(field.key)}
        </p>
      </div>
    </fieldset>
  );
}
