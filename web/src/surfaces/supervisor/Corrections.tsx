import type { Indicators as Found, IndicatorDefinitions } from '../../../../contract/indicators.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { useWords } from '../staff/words.ts';
import { change, figure, lastDayOf, openedHref, type useAsked } from './asked.ts';
import { Opens } from './Opens.tsx';

/** 封存以后的更正: what closed months said, what counts in them now, and the cases that make the difference. */
export function Corrections({
  input,
  found,
  definitions,
}: {
  input: NonNullable<ReturnType<typeof useAsked>['input']>;
  found: Found;
  definitions: IndicatorDefinitions;
}) {
  const { t, local } = useWords();
  if (found.corrections.length === 0) return null;
  const nameOf = (key: string) =>
    key === 'open'
      ? t('supervisor.columns.open')
      : local(definitions.measures.find((measure) => measure.key === key)?.name ?? { zh: key, en: key });
  return (
    <section className="stack" aria-labelledby="corrections">
      <h2 id="corrections">{t('supervisor.corrections')}</h2>
      <p className="quiet">{t('supervisor.correctionsHint')}</p>
      <Scrolled label={t('supervisor.corrections')}>
        <table className="rows rows-plain figures-table">
          <thead>
            <tr>
              <th scope="col">{t('supervisor.month')}</th>
              <th scope="col">{t('supervisor.number')}</th>
              {(['asClosed', 'asNow', 'change'] as const).map((word) => (
                <th key={word} scope="col" className="right">
                  {t(`supervisor.${word}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.corrections.map(({ month, measure, closed, now }) => {
              const opens = (count: string, word: string, counted: string | undefined) => (
                <Opens
                  href={openedHref({ ...input, from: month, to: lastDayOf(month) }, measure, { counted })}
                  count={count}
                  label={`${month.slice(0, 7)} ${nameOf(measure)} ${word}`}
                />
              );
              return (
                <tr key={`${month}${measure}`}>
                  <td className="number">{month.slice(0, 7)}</td>
                  <td>{nameOf(measure)}</td>
                  <td className="right">{opens(figure(closed), t('supervisor.asClosed'), undefined)}</td>
                  <td className="right">{opens(figure(now), t('supervisor.asNow'), 'now')}</td>
                  <td className="right">{opens(change(now - closed), t('supervisor.change'), 'changed')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolled>
    </section>
  );
}
