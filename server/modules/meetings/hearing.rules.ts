import type { HearingState, NoticeStanding } from '../../../contract/meetings.ts';
import type { hearingAnswers } from '../../../contract/words.ts';
import { addWorkingDays, type WorkCalendar } from '../deadlines/index.ts';
import { periodOfNotice } from '../documents/index.ts';
import type { Objection } from './meeting.rules.ts';

export type HearingAnswer = (typeof hearingAnswers)[number];

/** In which days the applicant's five are counted: the law does not say of his periods, so the district does. */
export type RequestUnit = 'workingDays' | 'calendarDays';

const daysToRequest = 5;
const daysToHold = 20;
const daysOfNotice = 7;
/** In which a public notice is put up and a day found after it: the law sets none, but a hearing is not put off without end. */
const daysToPutUp = 10;

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

/** Between which days a hearing is set; ISO. */
export interface DayBounds {
  readonly earliestDay: string;
  /** Null where nobody asked and the organ hears by itself (ALL 46). */
  readonly holdLastDay: string | null;
  /** Of a hearing that somebody can be told of only by public notice. */
  readonly noticeLastDay?: string;
}

/**
 * The bounds of a hearing that is announced today. A public notice serves after thirty days only (by analogy to
 * 民事诉讼法 art. 95), so that whoever can be told by nothing else is not told seven working days before any day within the
 * twenty: for him it is set after his notice, and held late rather than without him (ALL 47, 48(1)).
 */
export function dayBounds(
  today: Temporal.PlainDate,
  { holdLastDay, told }: { holdLastDay: string | null; told: 'directly' | 'byNotice' },
  calendar: WorkCalendar,
): DayBounds {
  if (told === 'directly') return { earliestDay: earliestDay(today, calendar).toString(), holdLastDay };
  const after = (putUp: Temporal.PlainDate) => earliestDay(periodOfNotice(putUp).servedDay, calendar).toString();
  return {
    earliestDay: after(today),
    holdLastDay,
    noticeLastDay: after(addWorkingDays(today, daysToPutUp, calendar)),
  };
}

/**
 * The last day for a hearing; none where nobody asked. Who can no longer tell everybody seven working days before the
 * twentieth hears late, which is a delay that everybody sees, and not no hearing at all.
 */
export function lastDayOf({ earliestDay, holdLastDay, noticeLastDay }: DayBounds): string | undefined {
  if (holdLastDay === null) return undefined;
  if (noticeLastDay !== undefined) return noticeLastDay > holdLastDay ? noticeLastDay : holdLastDay;
  return earliestDay <= holdLastDay ? holdLastDay : undefined;
}

/** What stands against a day for a hearing. */
export function judgeHearingDay(day: string, bounds: DayBounds): Objection | undefined {
  const { earliestDay, noticeLastDay } = bounds;
  if (day < earliestDay) return { code: 'hearing_notice_short', facts: { day: earliestDay } };
  const lastDay = lastDayOf(bounds);
  if (lastDay === undefined || day <= lastDay) return undefined;
  return { code: noticeLastDay === undefined ? 'hearing_too_late' : 'hearing_beyond_notice', facts: { day: lastDay } };
}

/** The last day on which somebody is told of a hearing seven working days before (ALL 48(1), 82). */
export function lastTellingDay(hearing: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  let day = hearing.subtract({ days: daysOfNotice });
  while (Temporal.PlainDate.compare(earliestDay(day, calendar), hearing) > 0) day = day.subtract({ days: 1 });
  return day;
}

/**
 * Whether a notice reached its addressee in time; days are ISO, `servedDay` is null while it did not. A public notice
 * serves on the day after `untilDay`: what it cannot reach any more is known from its first day on.
 */
export function standingOfNotice(
  servedDay: string | null,
  { lastDay, today, untilDay }: { lastDay: string; today: string; untilDay?: string | undefined },
): NoticeStanding {
  if (servedDay !== null) return servedDay <= lastDay ? 'inTime' : 'late';
  return today <= lastDay && (untilDay === undefined || untilDay < lastDay) ? 'awaited' : 'missed';
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
