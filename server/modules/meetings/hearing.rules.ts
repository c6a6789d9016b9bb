import type { HearingState, NoticeStanding } from '../../../contract/meetings.ts';
import type { hearingAnswers } from '../../../contract/words.ts';
import { addWorkingDays, type WorkCalendar } from '../deadlines/index.ts';
import type { Objection } from './meeting.rules.ts';

export type HearingAnswer = (typeof hearingAnswers)[number];

/** In which days the applicant's five are counted: the law does not say of his periods, so the district does. */
export type RequestUnit = 'workingDays' | 'calendarDays';

const daysToRequest = 5;
const daysToHold = 20;
const daysOfNotice = 7;

/** The last day on which a hearing can be asked for: five days, the day of the notice not counted (ALL 47). */
export function requestLastDay(
  notified: Temporal.PlainDate,
  unit: RequestUnit,
  calendar: WorkCalendar,
): Temporal.PlainDate {
  if (unit === 'workingDays') return addWorkingDays(notified, daysToRequest, calendar);
  // A period that ends on a holiday ends on the next working day (CC 203).
  const last = notified.add({ days: daysToRequest });
  return addWorkingDays(last.subtract({ days: 1 }), 1, calendar);
}

/** The organ holds it within twenty working days of the request (ALL 47, 82). */
export function holdLastDay(requested: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  return addWorkingDays(requested, daysToHold, calendar);
}

/** The days of one hearing under the calendar as it stands today; ISO. */
export interface HearingDays {
  readonly requestLastDay: string;
  /** Null until somebody asked. */
  readonly holdLastDay: string | null;
}

/**
 * A holiday notice that came late moves the days of a hearing as well. Who was told a later day in writing keeps it: the
 * organ's own notice shortens nobody's right.
 */
export function hearingDays(
  told: { readonly notifiedDay: string; readonly requestLastDay: string; readonly requestedDay: string | null },
  unit: RequestUnit,
  calendar: WorkCalendar,
): HearingDays {
  const written = Temporal.PlainDate.from(told.requestLastDay);
  const last = requestLastDay(Temporal.PlainDate.from(told.notifiedDay), unit, calendar);
  return {
    requestLastDay: (Temporal.PlainDate.compare(last, written) > 0 ? last : written).toString(),
    holdLastDay:
      told.requestedDay === null ? null : holdLastDay(Temporal.PlainDate.from(told.requestedDay), calendar).toString(),
  };
}

/** Time and place are told seven working days before (ALL 48(1), 82): the first day for a hearing announced today. */
export function earliestDay(today: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  return addWorkingDays(today, daysOfNotice, calendar);
}

/**
 * What stands against a day for a hearing. Days are ISO; `holdLastDay` is null where nobody asked and the organ hears by
 * itself (ALL 46). Who can no longer tell everybody seven working days before the last day hears late, which is a delay
 * that everybody sees, and not no hearing at all.
 */
export function judgeHearingDay(
  day: string,
  { earliestDay, holdLastDay }: { earliestDay: string; holdLastDay: string | null },
): Objection | undefined {
  if (day < earliestDay) return { code: 'hearing_notice_short', facts: { day: earliestDay } };
  if (holdLastDay !== null && day > holdLastDay && earliestDay <= holdLastDay)
    return { code: 'hearing_too_late', facts: { day: holdLastDay } };
  return undefined;
}

/** The last day on which somebody is told of a hearing seven working days before (ALL 48(1), 82). */
export function lastTellingDay(hearing: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  let day = hearing.subtract({ days: daysOfNotice });
  while (Temporal.PlainDate.compare(earliestDay(day, calendar), hearing) > 0) day = day.subtract({ days: 1 });
  return day;
}

/** Whether a notice reached its addressee in time; days are ISO, `servedDay` is null while it did not. */
export function standingOfNotice(
  servedDay: string | null,
  { lastDay, today }: { lastDay: string; today: string },
): NoticeStanding {
  if (servedDay !== null) return servedDay <= lastDay ? 'inTime' : 'late';
  return today <= lastDay ? 'awaited' : 'missed';
}

/** What stands against a word of applicant or interested party about the hearing. */
export function judgeAnswer(
  { state, requestLastDay, answer }: { state: HearingState; requestLastDay: string; answer: HearingAnswer | null },
  given: HearingAnswer,
  today: string,
): Objection | undefined {
  if (answer === given) return { code: 'hearing_answered', facts: { answer } };
  if (state === 'WAIVED' || state === 'NOT_REQUESTED')
    return given === 'REQUESTED' && today > requestLastDay
      ? { code: 'hearing_request_late', facts: { day: requestLastDay } }
      : { code: 'hearing_answered', facts: { answer: state } };
  // Who gave it up may think better of it while the days run; who asked has asked.
  if (answer === 'REQUESTED') return { code: 'hearing_answered', facts: { answer } };
  return today > requestLastDay ? { code: 'hearing_request_late', facts: { day: requestLastDay } } : undefined;
}

/** One request is enough; given up is it when everybody gave it up. */
export function stateOfAnswers(answers: readonly (HearingAnswer | null)[]): HearingState {
  if (answers.includes('REQUESTED')) return 'REQUESTED';
  return answers.every((answer) => answer === 'WAIVED') ? 'WAIVED' : 'NOTIFIED';
}

/** Who examines the application does not chair its hearing (ALL 48(3)). */
export function judgeChair(chairId: string | null | undefined, reviewers: readonly string[]): Objection | undefined {
  if (chairId == null) return { code: 'chair_missing', facts: {} };
  return reviewers.includes(chairId) ? { code: 'chair_reviewed', facts: {} } : undefined;
}
