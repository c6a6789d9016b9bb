import type { Retention, RetentionClass } from '../../../contract/archives.ts';
import { addWorkingDays, type WorkCalendar } from '../deadlines/index.ts';

/** How long the archives of a kind of matter are kept, and on what that rests. */
export interface RetentionRule {
  readonly class: RetentionClass;
  readonly basis: string;
}

const years: Readonly<Record<Exclude<RetentionClass, 'PERMANENT'>, number>> = { THIRTY_YEARS: 30, TEN_YEARS: 10 };

/** 档号 abbreviates the classes so (DA/T 22). */
const letters: Readonly<Record<RetentionClass, string>> = { PERMANENT: 'Y', THIRTY_YEARS: 'D30', TEN_YEARS: 'D10' };

/**
 * A term runs from 1 January of the year after the case ended; from its disposal day on, destruction may be decided by
 * appraisal. Nothing is destroyed by itself.
 */
export function retentionFrom(rule: RetentionRule, endedDay: string): Retention {
  if (rule.class === 'PERMANENT') return rule;
  const { year } = Temporal.PlainDate.from(endedDay);
  const disposalDay = Temporal.PlainDate.from({ year: year + 1 + years[rule.class], month: 1, day: 1 });
  return { ...rule, disposalDay: disposalDay.toString() };
}

/** 档号: year, class and the case's own number, which no other case has. */
export function archiveNumber(
  kept: RetentionClass,
  { endedDay, caseNo }: { endedDay: string; caseNo: string },
): string {
  return `${Temporal.PlainDate.from(endedDay).year}-${letters[kept]}-${caseNo}`;
}

/** The last day on which a case may have ended to be archived on a day: so many working days have passed since. */
export function lastDayToArchive(today: Temporal.PlainDate, days: number, calendar: WorkCalendar): Temporal.PlainDate {
  let day = today;
  while (Temporal.PlainDate.compare(addWorkingDays(day, days, calendar), today) > 0) day = day.subtract({ days: 1 });
  return day;
}
