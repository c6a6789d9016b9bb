import { zone } from '../../platform/clock.ts';

/** Hours of a centre that recur every week; weekdays 1 (Monday) to 7, local times HH:MM. */
export interface OpeningHours {
  readonly weekdays: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** The answer to "is it open now?": until when, or from when on. */
export interface Opening {
  now: boolean;
  /** HH:MM, when open. */
  until?: string;
  /** ISO day, when closed; absent where it never opens. */
  nextDay?: string;
  /** HH:MM on `nextDay`. */
  nextAt?: string;
}

/** Whether a centre is open at an instant, by its weekly hours alone: holidays are not known here. */
export function openingOf(hours: readonly OpeningHours[], now: Temporal.Instant): Opening {
  const local = now.toZonedDateTimeISO(zone);
  const today = local.toPlainDate();
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const open = spansOn(hours, today).find(({ opens, closes }) => opens <= time && time < closes);
  if (open !== undefined) return { now: true, until: open.closes };
  for (let days = 0; days <= 7; days += 1) {
    const day = today.add({ days });
    const next = spansOn(hours, day).find(({ opens }) => days > 0 || opens > time);
    if (next !== undefined) return { now: false, nextDay: day.toString(), nextAt: next.opens };
  }
  return { now: false };
}

function spansOn(hours: readonly OpeningHours[], day: Temporal.PlainDate): OpeningHours[] {
  return hours
    .filter(({ weekdays }) => weekdays.includes(day.dayOfWeek))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
}
