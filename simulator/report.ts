import { shareOf } from '../contract/share.ts';
import type { Outcome, Run } from './run.ts';

/** What the scenario declares beside what the numbers say, and what emerged. */
export function reportOf({ declared, figures, late, failed }: Outcome, { scenario, scale, seed, book }: Run): string {
  const { span } = book.standing;
  const { sums, names, uneven } = figures;
  const rate = (part: number, whole: number, unit?: 'average') =>
    `${shareOf(part, whole, unit) ?? 'none'} (${part} / ${whole})`;
  const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const scaled = scale === 1 ? '' : ` at scale ${scale}, its quotas rounded`;
  return [
    `${scenario.name}${scaled}, seed ${seed}, ${span.from} to ${span.to}`,
    '',
    row('Declared by the scenario', 'declared', 'counted from the ledger', ''),
    row('---', '---:', '---:', '---'),
    ...(['accepted', 'completed'] as const).map((key) =>
      row(key, declared[key], sums[key], sums[key] === declared[key] ? 'met' : difference(sums[key] - declared[key])),
    ),
    row('completed of accepted', rate(declared.completed, declared.accepted), rate(sums.completed, sums.accepted), ''),
    '',
    row('Emerged', 'counted from the ledger'),
    row('---', '---:'),
    ...Object.entries(sums)
      .filter(([key]) => key !== 'accepted' && key !== 'completed')
      .map(([key, value]) => row(names[key] ?? key, value)),
    row('on time, of all decided', rate(sums.onTime, sums.decided)),
    row('online, of all accepted', rate(sums.online, sums.accepted)),
    row('trips to a window, per completed matter', rate(sums.trips, sums.completed, 'average')),
    '',
    ...Object.entries(late).map(([act, count]) => `${count} times the law was there before: ${act}`),
    ...Object.entries(failed).map(([what, count]) => `${count} times unexpectedly refused: ${what}`),
    ...uneven.map((cut) => `The rows by ${cut} do not add up to the whole.`),
    ...unmet({ declared, figures }),
    '',
  ].join('\n');
}

/** The figures that were declared and not met, each with by how much. */
export function unmet({ declared, figures: { sums } }: Pick<Outcome, 'declared' | 'figures'>): string[] {
  return (['accepted', 'completed'] as const)
    .filter((key) => sums[key] !== declared[key])
    .map(
      (key) =>
        `The scenario was not met: ${key} is ${sums[key]}, declared is ${declared[key]}, ${difference(sums[key] - declared[key])}.`,
    );
}

const difference = (by: number) => (by > 0 ? `${by} too many` : `${-by} too few`);
