import { setTimeout as pause } from 'node:timers/promises';
import { zone } from '../server/platform/clock.ts';
import type { Client } from './office.ts';

/** Where the demo's clock stands. */
export async function readClock(visitor: Client): Promise<Temporal.ZonedDateTime> {
  const { now } = await visitor.call('GET /dev/clock', {});
  return Temporal.Instant.from(now).toZonedDateTimeISO(zone);
}

/** Moves the demo's clock forward to an hour of a day and waits until everything due on the way is done. */
export async function moveClock(visitor: Client, day: Temporal.PlainDate, hour: number): Promise<void> {
  const target = day.toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  if (Temporal.ZonedDateTime.compare(await readClock(visitor), target) >= 0) return;
  await visitor.call('POST /dev/clock', { day: day.toString(), time: `${String(hour).padStart(2, '0')}:00` });
  for (let wait = 5; ; wait = Math.min(wait * 1.5, 250)) {
    const clock = await visitor.call('GET /dev/clock', {});
    const isThere = Temporal.Instant.compare(Temporal.Instant.from(clock.now), target.toInstant()) >= 0;
    if (isThere && clock.target === undefined) return;
    await pause(wait);
  }
}
