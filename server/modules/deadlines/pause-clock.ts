import type { LawBasis, PauseGround } from '../../../contract/deadlines.ts';
import type { Tx } from '../../platform/database/index.ts';
import { addFact } from './clock.rules.ts';
import { type ClockRef, type ClockView, lockClock, saveFacts } from './clock.store.ts';

export interface PauseClock {
  readonly district: string;
  readonly clock: ClockRef;
  /** The day of the notice of the special procedure; it still counts. */
  readonly day: Temporal.PlainDate;
  readonly at?: Temporal.Instant;
  readonly ground: PauseGround;
  /** Working days that the applicant was told it takes (licensing law, art. 45). */
  readonly neededDays?: number;
  /** The article of the item's own law, for a ground that art. 45 does not name. */
  readonly basis?: LawBasis;
}

/**
 * Stops counting during a special procedure. Refuses `clock_stopped`, `clock_paused`, `pause_without_ground`,
 * `invalid_input`, `not_found`.
 */
export async function pauseClock(tx: Tx, { district, clock: ref, ...notice }: PauseClock): Promise<ClockView> {
  const { clock, calendar } = await lockClock(tx, district, ref);
  const facts = addFact(clock.limits, clock.facts, { kind: 'pause', ...notice }, calendar);
  const [saved] = saveFacts(tx, district, [{ clock, facts }], calendar);
  return saved ?? clock;
}
