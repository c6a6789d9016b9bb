import type { Tx } from '../../platform/database/index.ts';
import { addFact, type PauseFact, type ResumeFact, type StopFact } from './clock.rules.ts';
import { type Clock, type ClocksOf, lockOpenClocks, saveFacts } from './clock.store.ts';

/**
 * Stops, pauses or resumes all clocks of the subjects that can take it: a pause finds those that run, a resumption those
 * that stand still, a stop all that were not stopped. Answers with the clocks as they are now; none is no fault. The
 * number of statements is the same for one clock and for a hundred. Refuses `pause_without_ground`, and `invalid_input`
 * for a day before a clock's last fact.
 */
export async function addFactToClocks(
  tx: Tx,
  district: string,
  which: ClocksOf,
  fact: PauseFact | ResumeFact | StopFact,
): Promise<Clock[]> {
  if (which.subjects.length === 0) return [];
  const locked = await lockOpenClocks(tx, district, which);
  if (locked === undefined) return [];
  const { clocks, calendar } = locked;
  const taking = clocks.filter(({ state }) => fact.kind === 'stop' || state === takenIn[fact.kind]);
  return saveFacts(
    tx,
    district,
    taking.map((clock) => ({ clock, facts: addFact(clock.limits, clock.facts, fact, calendar) })),
    calendar,
  );
}

/** In which state a clock can be paused or resumed. */
const takenIn = { pause: 'running', resume: 'paused' } as const;
