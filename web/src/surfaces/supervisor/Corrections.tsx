import type { IndicatorDefinitions } from '../../../../contract/indicators.ts';
import { useRead } from '../../api/hooks.ts';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { change, figure, nameOfDays, openedHref, type useAsked } from './asked.ts';
import { Opens } from './Opens.tsx';

/** 封存以后的更正: what closed months said, what counts in them now, and the cases that make the difference. */
export function Corrections({
  input,
  definitions,
}: {
  input: NonNullable<ReturnType<typeof useAsked>['input']>;
  definitions: IndicatorDefinitions;
}) {
  const { t, local } = useWords();
  const { counted: _, ...asked } = input;
  const read = useRead('GET /indicators/corrections', asked);
  if (read.error) return <Refused error={read.error} />;
  const corrections = read.data?.corrections ?? [];
  if (corrections.length === 0) return null;
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
            {corrections.map(({ from, to, measure, closed, now }) => {
              const days = nameOfDays({ from, to });
              const opens = (count: string, word: string, counted: string | undefined) => (
                <Opens
                  href={openedHref({ ...input, from, to }, measure, { counted })}
                  count={count}
                  label={`${days} ${nameOf(measure)} ${word}`}
                />
              );
              return (
                <tr key={`${from}${measure}`}>
                  <td className="number">{days}</td>
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
