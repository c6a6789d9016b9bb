import { setTimeout as pause } from 'node:timers/promises';
import { zone } from '../server/platform/clock.ts';
import { type Client, Refused } from './office.ts';

/** Where the demo's clock stands. */
export async function readClock(visitor: Client): Promise<Temporal.ZonedDateTime> {
  const { now } = await visitor.call('GET /dev/clock', {});
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone);
}

/**
 * Moves the demo's clock forward to an hour of a day, where it is not past it, and waits until everything due on the way is done.
 * Returns the day on which it stands then.
 */
export async function moveClock(visitor: Client, day: Temporal.PlainDate, hour: number): Promise<Temporal.PlainDate> {
  const target = day.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  if (Temporal.ZonedDateTime.compare(await readClock(visitor), target) < 0)
    await visitor
      .call('POST /dev/clock', { day: day.toString(), time: `${String(hour).padStart(2, '0')}:00` })
      .catch((error: unknown) => {
        // It came there by itself meanwhile.
        if (!(error instanceof Refused) || error.code !== 'clock_backwards') throw error;
      });
  for (let wait = 5; ; wait = Math.min(wait * 1.5, 250)) {
    const clock = await visitor.call('GET /dev/clock', {});
    const now = Temporal.Instant.from(clock.now).toZonedDateTimeISO(zone);
    if (Temporal.ZonedDateTime.compare(now, target) >= 0 && clock.target === undefined) return now.toPlainDate();
    await pause(wait);
  }
}
