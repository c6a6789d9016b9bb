import type { Tx } from '../../platform/database/index.ts';
import { addFact } from './clock.rules.ts';
import { type ClockRef, type ClockView, lockClock, saveFacts } from './clock.store.ts';

export interface StopClock {
  readonly district: string;
  readonly clock: ClockRef;
  /** The day on which the act was done that the limit was for. */
  readonly day: Temporal.PlainDate;
  readonly at?: Temporal.Instant;
}

/** Ends a clock for good. Refuses `clock_stopped`, `invalid_input`, `not_found`. */
export async function stopClock(tx: Tx, { district, clock: ref, ...end }: StopClock): Promise<ClockView> {
  const { clock, calendar } = await lockClock(tx, district, ref);
  const facts = addFact(clock.limits, clock.facts, { kind: 'stop', ...end }, calendar);
  const [saved] = saveFacts(tx, district, [{ clock, facts }], calendar);
  return saved ?? clock;
}
