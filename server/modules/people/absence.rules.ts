import type { FieldFault } from '../../../contract/refusals.ts';
import type { absenceKinds } from '../../../contract/words.ts';
import { findDay } from './mandate.rules.ts';

export type AbsenceKind = (typeof absenceKinds)[number];

/** Days on which somebody is away, both included; days are ISO. */
export interface Absence {
  readonly id: string;
  readonly staffId: string;
  readonly kind: AbsenceKind;
  readonly fromDay: string;
  readonly untilDay: string;
  /** The first day on which he was back, where that was earlier than he had said. */
  readonly backDay: string | null;
}

/** The longest absence that is recorded at once. */
const longest = { years: 1 } as const;

/** The last day of an absence; nothing of one that was called off before it began. */
export function lastDayAway({ fromDay, untilDay, backDay }: Omit<Absence, 'id' | 'staffId' | 'kind'>) {
  if (backDay === null) return untilDay;
  const last = Temporal.PlainDate.from(backDay).subtract({ days: 1 }).toString();
  return last < fromDay ? undefined : last;
}

export function isAwayOn(absence: Omit<Absence, 'id' | 'staffId' | 'kind'>, day: string): boolean {
  const last = lastDayAway(absence);
  return last !== undefined && absence.fromDay <= day && day <= last;
}

/** What is wrong with the days of an absence: it begins today or later, and lasts a year at most. */
export function absenceFaults(
  { fromDay, untilDay }: { fromDay: string; untilDay: string },
  today: Temporal.PlainDate,
): FieldFault[] {
  const from = findDay(fromDay);
  const until = findDay(untilDay);
  if (from === undefined || until === undefined)
    return [
      ...(from === undefined ? [{ field: 'fromDay', code: 'not_a_day' }] : []),
      ...(until === undefined ? [{ field: 'untilDay', code: 'not_a_day' }] : []),
    ];
  const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(day, other) < 0;
  if (isBefore(from, today)) return [{ field: 'fromDay', code: 'too_early', facts: { day: today.toString() } }];
  if (isBefore(until, from)) return [{ field: 'untilDay', code: 'too_early', facts: { day: fromDay } }];
  const last = from.add(longest);
  return isBefore(last, until) ? [{ field: 'untilDay', code: 'too_late', facts: { day: last.toString() } }] : [];
}
