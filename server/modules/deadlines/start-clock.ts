import type { Tx } from '../../platform/database/index.ts';
import type { Limits } from './clock.rules.ts';
import { type ClockView, insertClocks, type Subject } from './clock.store.ts';

export interface StartClock {
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
export async function startClock(
  tx: Tx,
  { district, startDay, at, ...clock }: StartClock & { readonly district: string },
): Promise<ClockView> {
  const start = { kind: 'start', day: Temporal.PlainDate.from(startDay), ...(at && { at }) } as const;
  const [started] = await insertClocks(tx, district, [{ ...clock, start }]);
  if (started === undefined) throw new Error('no clock was started');
  return started;
}
