import { Refusal } from '../../platform/refusal.ts';

/**
 * The day that somebody wrote, when it is one and lies within what is possible. Refuses `invalid_input` at its field.
 */
export function dayWithin(
  field: string,
  text: string,
  { from, until }: { from?: Temporal.PlainDate; until?: Temporal.PlainDate },
): Temporal.PlainDate {
  let day: Temporal.PlainDate | undefined;
  try {
    day = Temporal.PlainDate.from(text);
  } catch {
    day = undefined;
  }
  if (day === undefined || day.year < 1949 || day.year > 2199)
    throw new Refusal('invalid_input', {}, [{ field, code: 'format' }]);
  if (from !== undefined && Temporal.PlainDate.compare(day, from) < 0)
    throw new Refusal('invalid_input', {}, [{ field, code: 'day_past' }]);
  if (until !== undefined && Temporal.PlainDate.compare(day, until) > 0)
    throw new Refusal('invalid_input', {}, [{ field, code: 'day_to_come' }]);
  return day;
}

/** The later of two ISO days. */
export function laterDay(a: string, b: string): string {
  return [a, b].toSorted().at(-1) as string;
}
