import type { Tx } from '../../platform/database/index.ts';
import type { Limits } from './clock.rules.ts';
import { type ClockView, insertClock, type Subject } from './clock.store.ts';

export interface StartClock {
  readonly district: string;
  readonly subject: Subject;
  /** What the time is for: `correction`, `decision`, `delivery`, `signFor`… One clock a purpose runs at a time. */
  readonly purpose: string;
  readonly limits: Limits;
  /** Not counted itself; may lie in the past (acceptance by law, R-2.5). */
  readonly startDay: Temporal.PlainDate | string;
  /** The instant, from which office hours are counted. */
  readonly at?: Temporal.Instant;
}

/** Starts a clock of a subject, within the act that causes it. */
export function startClock(
  tx: Tx,
  { district, subject, purpose, limits, startDay, at }: StartClock,
): Promise<ClockView> {
  const start = { kind: 'start', day: Temporal.PlainDate.from(startDay), ...(at && { at }) } as const;
  return insertClock(tx, district, { subject, purpose, limits, start });
}
