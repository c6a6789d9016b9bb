import type { Tx } from '../../platform/database/index.ts';
import { type ClockView, insertClocks } from './clock.store.ts';
import type { StartClock } from './start-clock.ts';

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
