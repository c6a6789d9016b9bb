import { Fragment } from 'react';
import { Link } from 'wouter';
import type { Indicators as Found } from '../../../../contract/indicators.ts';
import type { Replies } from '../../../../contract/routes.ts';
import { useRead } from '../../api/hooks.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { Refused } from '../staff/Refused.tsx';
import { type StaffWord, useWords } from '../staff/words.ts';
import { figure, lastDayOf, nameOfDays, openedHref, type useAsked } from './asked.ts';

type Points = Replies['GET /indicators/trend']['points'];

/** Two lines over one table, their months in one column: what was accepted, and what stood open at the end of each. */
export function Trend({ input, found }: { input: NonNullable<ReturnType<typeof useAsked>['input']>; found: Found }) {
  const { t, language } = useWords();
  const { data, error } = useRead('GET /indicators/trend', input);
  if (error) return <Refused error={error} />;
  const points = data?.points ?? [];
  if (points.length === 0) return null;
  // A point of a span that is not closed as a whole is counted by the ledger as it is, also where its own days are closed.
  const counted = found.basis === 'now' && found.closed.length > 0 ? 'now' : undefined;
  const byMonth = points.some(({ from, to }) => from !== to);
  /** A column's month or day, and above it: the year with its first month, the days of a month that is not whole, the month with its first day. */
  const head = ({ from, to }: Points[number], at: number) => {
    const [year, month = 1, date] = from.split('-').map(Number);
    const name = language === 'en' ? (englishMonths[month - 1] ?? '') : `${month}月`;
    if (!byMonth) return { over: at === 0 || date === 1 ? [name] : [], name: String(date) };
    const isWhole = date === 1 && to === lastDayOf(to);
    const days = from === to ? `${date}` : `${date}–${Number(to.slice(8))}`;
    const isFirst = at === 0 || month === 1;
    return {
      over: [
        ...(isFirst ? [language === 'en' ? String(year) : `${year}年`] : []),
        ...(isWhole ? [] : [`${days}${language === 'en' ? '' : '日'}`]),
      ],
      name,
    };
  };
  const rows: { word: StaffWord; measure: 'accepted' | 'completed' | 'open'; of: (point: Points[number]) => number }[] =
    [
      { word: 'supervisor.columns.accepted', measure: 'accepted', of: ({ sums }) => sums.accepted },
      { word: 'supervisor.columns.completed', measure: 'completed', of: ({ sums }) => sums.completed },
      { word: 'supervisor.openAtEnd', measure: 'open', of: ({ open }) => open },
    ];
  return (
    <section className="stack" aria-labelledby="trend">
      <h2 id="trend">{t(byMonth ? 'supervisor.byMonth' : 'supervisor.byDay')}</h2>
      <Scrolled key={`${input.from} ${input.to}`} label={t('supervisor.trend')} fromEnd>
        <table className="rows rows-plain figures-trend">
          <thead>
            {[rows[0], rows[2]].map(
              (row) =>
                row && (
                  <Fragment key={row.measure}>
                    <tr className="figures-caption">
                      <td colSpan={points.length + 1}>
                        <span>{t(row.word)}</span>
                      </td>
                    </tr>
                    <Line values={points.map(row.of)} />
                  </Fragment>
                ),
            )}
            <tr>
              <th scope="col">
                <span className="only-heard">{t('supervisor.number')}</span>
              </th>
              {points.map((point, at) => {
                const { over, name } = head(point, at);
                return (
                  <th key={point.from} scope="col" className="number right">
                    {over.map((line) => (
                      <span key={line} className="figures-over">
                        {line}
                      </span>
                    ))}{' '}
                    {name}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ word, measure, of }) => (
              <tr key={measure}>
                <th scope="row">{t(word)}</th>
                {points.map((point) => (
                  <td key={point.from} className="number right">
                    <Link
                      href={openedHref({ ...input, from: point.from, to: point.to }, measure, { counted })}
                      className="opens"
                      aria-label={`${nameOfDays(point)} ${t(word)} ${figure(of(point))}`}
                    >
                      {figure(of(point))}
                    </Link>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A row with a line from nought upwards, its scale before it; each point stands over the middle of its column. */
function Line({ values }: { values: readonly number[] }) {
  const top = niceTop(Math.max(...values, 0));
  const [width, height, low] = [values.length * 100, 120, 110];
  const x = (at: number) => at * 100 + 50;
  const y = (value: number) => low - (Math.max(value, 0) / top) * 100;
  return (
    <tr>
      <td>
        <span className="figures-scale number">
          <span>{figure(top)}</span>
          <span>0</span>
        </span>
      </td>
      <td colSpan={values.length}>
        <svg className="figures-line" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          {[10, 60, 110].map((line) => (
            <path key={line} d={`M0 ${line}H${width}`} className={line === low ? 'axis' : 'grid'} />
          ))}
          <path
            d={values.map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('')}
            className="line"
          />
          {values.map((value, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place
            <path key={at} d={`M${x(at)} ${y(value)}h0.01`} className="point" />
          ))}
        </svg>
      </td>
    </tr>
  );
}

/** The next round number: 1, 1.6, 2, 3, 4, 5, 6, 8 or 10 of its size. */
function niceTop(most: number): number {
  if (most <= 4) return 4;
  const size = 10 ** Math.floor(Math.log10(most));
  return ([1, 1.6, 2, 3, 4, 5, 6, 8, 10].find((each) => each * size >= most) ?? 10) * size;
}
