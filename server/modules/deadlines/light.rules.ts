import { type WorkCalendar, workingDaysBetween } from './calendar.rules.ts';
import type { ClockMode } from './clock.rules.ts';

export interface Lit {
  readonly light: 'green' | 'yellow' | 'red' | 'blue';
  /** Working days after today up to the due day; below 0 once it has passed; null while the clock does not run. */
  readonly workingDaysLeft: number | null;
}

/**
 * The light of a due day: yellow on the last two working days (`soon` before it and itself), red past it, blue while paused. A
 * clock that stopped, or paused, only after its due day stays red. Judged by day, not by hour.
 * @param soon working days before the due day on which it turns yellow.
 */
export function light(
  dueDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
  { mode = { state: 'running' }, soon = 1 }: { mode?: ClockMode; soon?: number } = {},
): Lit {
  if (mode.state !== 'running') {
    const isLate = Temporal.PlainDate.compare(mode.since.day, dueDay) > 0;
    const inTime = mode.state === 'paused' ? 'blue' : 'green';
    return { light: isLate ? 'red' : inTime, workingDaysLeft: null };
  }
  const workingDaysLeft = workingDaysBetween(today, dueDay, calendar);
  if (Temporal.PlainDate.compare(today, dueDay) > 0) return { light: 'red', workingDaysLeft };
  return { light: workingDaysLeft <= soon ? 'yellow' : 'green', workingDaysLeft };
}
