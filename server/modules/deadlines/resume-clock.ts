import type { Tx } from '../../platform/database/index.ts';
import { addFact } from './clock.rules.ts';
import { type ClockRef, type ClockView, lockClock, saveFacts } from './clock.store.ts';

export interface ResumeClock {
  readonly district: string;
  readonly clock: ClockRef;
  /** The day on which the result came in; counting goes on with the next day. */
  readonly day: Temporal.PlainDate;
  readonly at?: Temporal.Instant;
}

/** Counts on after a special procedure. Refuses `clock_stopped`, `clock_not_paused`, `invalid_input`, `not_found`. */
export async function resumeClock(tx: Tx, { district, clock: ref, ...result }: ResumeClock): Promise<ClockView> {
  const { clock, calendar } = await lockClock(tx, district, ref);
  const facts = addFact(clock.limits, clock.facts, { kind: 'resume', ...result }, calendar);
  const [saved] = saveFacts(tx, district, [{ clock, facts }], calendar);
  return saved ?? clock;
}
