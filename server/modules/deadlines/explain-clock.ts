import type { Read } from '../../platform/database/index.ts';
import { loadCalendar } from './calendar.store.ts';
import { type Clock, type ClockRef, getClock, getClockMoves } from './clock.store.ts';
import { type ExplainedLimits, explainLimits } from './explanation.rules.ts';

/**
 * Why a clock, by id or the latest of a subject and purpose, ends on its days, and how late holiday notices moved them.
 * Refuses `not_found`.
 */
export async function explainClock(
  read: Read,
  { district, clock: ref, today }: { district: string; clock: ClockRef; today: Temporal.PlainDate },
): Promise<ExplainedLimits & { clock: Clock }> {
  const [clock, calendar, moves] = await Promise.all([
    getClock(read, district, ref),
    loadCalendar(read, district),
    getClockMoves(read, district, ref),
  ]);
  return { clock, ...explainLimits(clock.limits, clock.facts, calendar, today, moves) };
}
