import type { District } from './district.ts';
import { type Figures, readFigures, readSums } from './figures.ts';
import type { Journey } from './journey.rules.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.rules.ts';

/**
 * On the evening of the last day the district's figures are compared with what the scenario declares: people of the reserve come
 * until the acceptances are there, and of the matters that were left open so many are finished that the completions are. Matters of
 * the demo's own count like all others.
 */
export async function closeRun(
  district: District,
  { plan, people, span, evening }: { plan: Plan; people: People; span: { from: string; to: string }; evening: number },
): Promise<Figures> {
  const { declared } = plan;
  await fill(plan.reserve, async () => declared.accepted - (await readSums(district, span)).accepted);
  await fill(plan.waiting, async () => declared.completed - (await readSums(district, span)).completed);
  return readFigures(district, span);

  /** So many of them as are needed; who did all of it before an interruption is told the same again, and the next one comes. */
  async function fill(journeys: readonly Journey[], needed: () => Promise<number>): Promise<void> {
    let next = 0;
    for (let count = await needed(); count > 0 && next < journeys.length; count = await needed())
      for (const journey of journeys.slice(next, next + count)) {
        const steps = journey.steps.map((step) => ({ ...step, at: evening }));
        await people.live({ ...journey, steps }, [...steps.keys()]);
        next += 1;
      }
  }
}
