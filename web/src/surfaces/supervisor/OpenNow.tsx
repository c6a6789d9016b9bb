import { Link } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { figure, openedHref, type useAsked } from './asked.ts';

const shapes = ['green', 'yellow', 'red', 'blue', 'none'] as const;

/** 没办结的, as they stand now: how many are on time, nearly due, overdue, standing still. */
export function OpenNow({ input }: { input: NonNullable<ReturnType<typeof useAsked>['input']> }) {
  const { t, day } = useWords();
  const { from: _from, to: _to, counted: _counted, ...narrowing } = input;
  const { data: found, error } = useRead('GET /indicators/open-now', narrowing);
  if (error) return <Refused error={error} />;
  if (found === undefined) return null;
  const href = (light: string | undefined) => openedHref(input, 'open', { light });
  return (
    <section className="stack" aria-labelledby="open-now">
      <h2 id="open-now">{t('supervisor.openNow.title')}</h2>
      <table className="rows rows-plain figures-lights">
        <tbody>
          {shapes
            .filter((shape) => found[shape] > 0 || shape === 'red' || shape === 'yellow')
            .map((shape) => (
              <tr key={shape}>
                <th scope="row">
                  <Light shape={shape}>{t(`supervisor.openNow.${shape}`)}</Light>
                </th>
                <td className="number right">
                  <Link
                    href={href(shape)}
                    className="opens"
                    aria-label={`${t(`supervisor.openNow.${shape}`)} ${figure(found[shape])}`}
                  >
                    {figure(found[shape])}
                  </Link>
                </td>
                <td className="quiet">
                  {shape === 'green' &&
                    found.nextDueDay !== undefined &&
                    t('supervisor.openNow.next', { day: day(found.nextDueDay) })}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
