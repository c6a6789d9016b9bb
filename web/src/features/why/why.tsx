import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../../contract/deadlines.ts';
import { isoWeekday, type Language, monthName, weekdayName } from '../../ui/day.ts';
import { Say } from '../../ui/resident/say.tsx';
import { spanOf } from '../../ui/resident/span.ts';
import { lawName } from './basis.ts';
import { type CalendarCell, monthsOf, weeksOf } from './calendar.ts';
import { type Purpose, useWhyWords } from './words.ts';
import './why.css';

interface WhyProps {
  explanation: Explanation;
  purpose: Purpose;
  /** Whom to ask; said at the end. */
  hotline?: string;
}

/** Why that day: the date, the sentences with their articles, the calendar, and every single day. */
export function Why({ explanation, purpose, hotline }: WhyProps) {
  const { t } = useTranslation(['why', 'resident']);
  const words = useWhyWords(explanation, purpose);
  const paused = explanation.state === 'paused';
  const due = purpose === 'application' ? 'decision' : purpose;
  const line = {
    answer: 'lineAnswer',
    correction: 'lineCorrection',
    decision: 'lineDecision',
    delivery: 'lineDelivery',
  } as const;
  return (
    <div className="why">
      <div className={paused ? 'date-box is-paused' : 'date-box'}>
        <p className="date">
          <span className="phrase">{t('resident:due.latest', { day: words.day(explanation.dueDay) })}</span>{' '}
          <span className="phrase">{t(`resident:due.${line[due]}`)}</span>
        </p>
        {explanation.provisional ? (
          <p>
            <Say text={t('why:provisional')} />
          </p>
        ) : null}
        {paused ? (
          <p>
            <Say text={t('why:paused')} />
          </p>
        ) : null}
      </div>
      <ol className="why-sentences">
        {words.sentences().map(({ key, lines, bases }) => (
          <li key={key}>
            {lines.map((said) => (
              <span className="block" key={said}>
                <Say text={said} />
              </span>
            ))}
            {bases.map((each) => (
              <span className="hint block" key={each}>
                {each}
              </span>
            ))}
          </li>
        ))}
      </ol>
      <WhyCalendar explanation={explanation} purpose={purpose} />
      <DayByDay explanation={explanation} purpose={purpose} />
      {hotline === undefined ? null : (
        <section>
          <h2>{t('why:wrong')}</h2>
          <p>
            <Say text={t('why:wrongText', { hotline })} />
          </p>
        </section>
      )}
      <p className="no-print">
        <button type="button" className="plain" onClick={() => window.print()}>
          <span className="line">{t('why:print')}</span>
        </button>
      </p>
    </div>
  );
}

/** Weeks from Monday; every cell has its word, so that grey-scale print works. */
export function WhyCalendar({ explanation, purpose }: WhyProps) {
  const { t } = useTranslation('why');
  const words = useWhyWords(explanation, purpose);
  const { counts } = explanation.summary;
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  return (
    <section>
      <h2>{t('calendar')}</h2>
      <p>
        <Say
          text={t('counts', {
            span: spanOf(explanation.startDay, explanation.dueDay, words.language, explanation.today),
            total: counts.total,
          })}
        />
        <strong className="block">
          <Say text={t('countsBold', { counted: counts.counted, uncounted: counts.uncounted })} />
        </strong>
      </p>
      <table className="calendar">
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                <span aria-hidden="true">
                  {weekdayName(weekday, words.language === 'en' ? 'short' : 'narrow', words.language)}
                </span>
                <span className="hidden">{weekdayName(weekday, 'long', words.language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(explanation).map((week) => (
            <tr key={week.find((cell) => cell !== undefined)?.entry.day}>
              {week.map((cell, at) =>
                cell === undefined ? (
                  <td key={weekdays[at]} />
                ) : (
                  <Cell key={cell.entry.day} cell={cell} words={words} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell, words }: { cell: CalendarCell; words: ReturnType<typeof useWhyWords> }) {
  const { t } = useTranslation('why');
  const { entry, look, isToday, namesMonth } = cell;
  const [, month, date] = entry.day.split('-').map(Number);
  const top = isToday ? t('today') : namesMonth ? t('firstOfMonth', { month, date }) : date;
  return (
    <td>
      <span className={`cell ${look}${isToday ? ' is-today' : ''}`}>
        <span className="cell-date" aria-hidden="true">
          {top}
        </span>
        <span className="cell-word" aria-hidden="true">
          {words.cell(entry)}
        </span>
        <span className="hidden">{words.spoken(entry)}</span>
      </span>
    </td>
  );
}

/** Every day with its reason, its article, and whether it counts. */
export function DayByDay({ explanation, purpose }: WhyProps) {
  const { t } = useTranslation('why');
  const words = useWhyWords(explanation, purpose);
  const { today } = explanation;
  return (
    <section className="why-days">
      <h2>{t('dayByDay')}</h2>
      {words.mainLaw === undefined ? null : (
        <p>
          <Say text={t('onlyLaw', { law: lawName(words.mainLaw, words.language) })} />
        </p>
      )}
      <table className="days">
        <thead>
          <tr>
            <th scope="col">{t('columns.day')}</th>
            <th scope="col">{t('columns.reason')}</th>
            <th scope="col">{t('columns.basis')}</th>
            <th scope="col">{t('columns.counted')}</th>
          </tr>
        </thead>
        {monthsOf(explanation.days).map(({ month, days }) => (
          <tbody key={month}>
            <tr className="month">
              <th colSpan={4} scope="rowgroup">
                {monthLine(month, today, words.language, t)}
              </th>
            </tr>
            {days.map((entry) => {
              const weekday = weekdayName(isoWeekday(entry.day), 'short', words.language);
              const date = Number(entry.day.slice(8));
              return (
                <tr
                  key={entry.day}
                  className={`${entry.counted ? 'counts' : entry.reason === 'paused' ? 'paused' : ''}${entry.day === today ? ' is-today' : ''}`}
                >
                  <th scope="row">
                    {entry.day === today ? t('tableToday', { weekday }) : t('tableDay', { date, weekday })}
                  </th>
                  <td>{words.reason(entry)}</td>
                  <td>{words.basisShort(entry.basis)}</td>
                  <td>{words.counted(entry)}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}

type Translate = ReturnType<typeof useTranslation<'why'>>['t'];

function monthLine(month: string, today: string, language: Language, t: Translate): string {
  const year = month.slice(0, 4);
  const facts = { year, month: Number(month.slice(5)), monthName: monthName(month, language) };
  return year === today.slice(0, 4) ? t('month', facts) : t('otherYearMonth', facts);
}
