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
  { district, ...clock }: StartClock & { readonly district: string },
): Promise<ClockView> {
  const [started] = await startClocks(tx, district, [clock]);
  if (started === undefined) throw new Error('no clock was started');
  return started;
}

/** Starts any number of clocks in one statement; the answers are in the order of what was given. */
export function startClocks(tx: Tx, district: string, clocks: readonly StartClock[]): Promise<ClockView[]> {
  return insertClocks(
    tx,
    district,
    clocks.map(({ subject, purpose, limits, startDay, at }) => {
      const start = { kind: 'start', day: Temporal.PlainDate.from(startDay), ...(at && { at }) } as const;
      return { subject, purpose, limits, start };
    }),
  );
}
