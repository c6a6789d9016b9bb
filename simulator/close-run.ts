import type { Book } from './book.ts';
import type { District } from './district.ts';
import { readSums } from './figures.ts';
import type { People } from './people.ts';
import type { Plan } from './plan.rules.ts';

/**
 * On the evening of the last day the district's figures are compared with what the scenario declares: people of the reserve come
 * until the acceptances are there, and of the matters that were left open so many are finished that the completions are. Matters of
 * the demo's own count like all others.
 */
export async function closeRun(
  district: District,
  { plan, people, book, evening }: { plan: Plan; people: People; book: Book; evening: number },
): Promise<void> {
  const { declared } = plan;
  const { span } = book.standing;
  await fill('reserve', async () => declared.accepted - (await readSums(district, span)).accepted);
  await fill('waiting', async () => declared.completed - (await readSums(district, span)).completed);

  /** So many of them as are needed; first those who were called before an interruption, until they are done. */
  async function fill(of: 'reserve' | 'waiting', needed: () => Promise<number>): Promise<void> {
    const journeys = plan[of];
    let done = 0;
    await callUp(book.standing.called[of]);
    for (let count = await needed(); count > 0 && done < journeys.length; count = await needed()) {
      await book.keep({ called: { ...book.standing.called, [of]: done + count } });
      await callUp(count);
    }

    async function callUp(count: number): Promise<void> {
      for (const journey of journeys.slice(done, done + count)) {
        const steps = journey.steps.map((step) => ({ ...step, at: evening }));
        await people.live({ ...journey, steps }, [...steps.keys()]);
        done += 1;
      }
    }
  }
}
