import { expect, test } from 'vitest';
import { workCalendar } from '../deadlines/calendar.rules.ts';
import { publishedYears } from '../deadlines/published-years.data.ts';
import {
  earliestDay,
  type HearingAnswer,
  hearingDays,
  holdLastDay,
  judgeAnswer,
  judgeChair,
  judgeHearingDay,
  lastTellingDay,
  requestLastDay,
  standingOfNotice,
  stateOfAnswers,
} from './hearing.rules.ts';

const calendar = workCalendar({ edition: 'test', years: publishedYears() });
const day = (text: string) => Temporal.PlainDate.from(text);

test.each([
  // Wednesday 1 April 2026; Qingming on Monday 6 April.
  ['2026-04-01', 'workingDays', '2026-04-09'],
  // In calendar days it would end on Monday 6 April, a holiday: Tuesday 7 April (CC 203).
  ['2026-04-01', 'calendarDays', '2026-04-07'],
  ['2026-03-17', 'workingDays', '2026-03-24'],
  ['2026-03-17', 'calendarDays', '2026-03-23'],
] as const)('ALL 47, R-2.13: told on %s, in %s, a hearing can be asked for until %s', (told, unit, last) => {
  expect(requestLastDay(day(told), unit, calendar).toString()).toBe(last);
});

test('ALL 47, 82: asked for on Friday 20 March 2026 it is held by Monday 20 April', () => {
  expect(holdLastDay(day('2026-03-20'), calendar).toString()).toBe('2026-04-20');
});

test('ALL 47, 82: days off that are announced late move the days of a hearing; a later day that was told in writing stays', () => {
  const told = { notifiedDay: '2026-03-17', requestLastDay: '2026-03-24', requestedDay: '2026-03-20' };
  expect(hearingDays(told, 'workingDays', calendar)).toEqual({
    requestLastDay: '2026-03-24',
    holdLastDay: '2026-04-20',
  });
  const late = { day: '2026-03-18', kind: 'holiday', name: { zh: '放假', en: 'Holiday' } } as const;
  const moved = workCalendar({
    edition: 'late',
    years: publishedYears().map((each) => (each.year === 2026 ? { ...each, days: [...each.days, late] } : each)),
  });
  expect(hearingDays(told, 'workingDays', moved).requestLastDay).toBe('2026-03-25');
  expect(hearingDays({ ...told, requestLastDay: '2026-03-27' }, 'workingDays', calendar).requestLastDay).toBe(
    '2026-03-27',
  );
  expect(hearingDays({ ...told, requestedDay: null }, 'workingDays', calendar).holdLastDay).toBeNull();
});

test('ALL 48(1), 82: announced on Friday 20 March 2026 it is held on Tuesday 31 March at the earliest', () => {
  const bounds = { earliestDay: earliestDay(day('2026-03-20'), calendar).toString(), holdLastDay: '2026-04-20' };
  expect(bounds.earliestDay).toBe('2026-03-31');
  expect(judgeHearingDay('2026-03-30', bounds)?.code).toBe('hearing_notice_short');
  expect(judgeHearingDay('2026-03-31', bounds)).toBeUndefined();
  expect(judgeHearingDay('2026-04-20', bounds)).toBeUndefined();
  expect(judgeHearingDay('2026-04-21', bounds)?.code).toBe('hearing_too_late');
  // Held by the organ itself (ALL 46), only the notice binds.
  expect(judgeHearingDay('2026-06-01', { ...bounds, holdLastDay: null })).toBeUndefined();
});

test('ALL 47, 48(1): who cannot tell everybody before the twentieth working day any more hears late, and still tells them seven before', () => {
  // Friday 10 April 2026: seven working days later is Tuesday the 21st.
  const bounds = { earliestDay: earliestDay(day('2026-04-10'), calendar).toString(), holdLastDay: '2026-04-20' };
  expect(bounds.earliestDay).toBe('2026-04-21');
  expect(judgeHearingDay('2026-04-20', bounds)?.code).toBe('hearing_notice_short');
  expect(judgeHearingDay('2026-04-21', bounds)).toBeUndefined();
});

test.each([
  // Tuesday 31 March 2026: Friday the 20th, and whoever is told on the weekend after it is told as early.
  ['2026-03-31', '2026-03-22'],
  // Wednesday 1 April: Monday 23 March.
  ['2026-04-01', '2026-03-23'],
  // Qingming, Monday 6 April, does not count: Wednesday 8 April.
  ['2026-04-08', '2026-03-29'],
] as const)('ALL 48(1), 82: of a hearing on %s everybody is told by %s', (hearing, last) => {
  expect(lastTellingDay(day(hearing), calendar).toString()).toBe(last);
  expect(earliestDay(day(last), calendar).toString() <= hearing).toBe(true);
});

test('ALL 48(1): a notice is in time by the day of its service, whenever it is recorded; until its last day it is awaited', () => {
  const on = (today: string, served: string | null) => standingOfNotice(served, { lastDay: '2026-03-22', today });
  expect([on('2026-03-22', null), on('2026-03-23', null)]).toEqual(['awaited', 'missed']);
  expect([on('2026-03-25', '2026-03-22'), on('2026-03-25', '2026-03-23')]).toEqual(['inTime', 'late']);
});

const answered = (
  given: HearingAnswer,
  {
    answer = null,
    state = 'NOTIFIED',
    today = '2026-03-24',
  }: {
    answer?: HearingAnswer | null;
    state?: 'NOTIFIED' | 'REQUESTED' | 'WAIVED' | 'NOT_REQUESTED';
    today?: string;
  } = {},
) => judgeAnswer({ state, requestLastDay: '2026-03-24', answer }, given, today)?.code;

test('ALL 47: it is asked for until the end of the last day, once; who gave it up may think better of it until then', () => {
  expect(answered('REQUESTED')).toBeUndefined();
  expect(answered('REQUESTED', { today: '2026-03-25' })).toBe('hearing_request_late');
  expect(answered('REQUESTED', { answer: 'REQUESTED', state: 'REQUESTED' })).toBe('hearing_answered');
  expect(answered('WAIVED', { answer: 'REQUESTED', state: 'REQUESTED' })).toBe('hearing_answered');
  expect(answered('REQUESTED', { answer: 'WAIVED' })).toBeUndefined();
  expect(answered('REQUESTED', { state: 'NOT_REQUESTED', today: '2026-03-25' })).toBe('hearing_request_late');
  expect(answered('WAIVED', { state: 'WAIVED' })).toBe('hearing_answered');
});

test('One request is enough; it is given up when everybody gave it up', () => {
  expect(stateOfAnswers([null, null])).toBe('NOTIFIED');
  expect(stateOfAnswers(['WAIVED', null])).toBe('NOTIFIED');
  expect(stateOfAnswers(['WAIVED', 'WAIVED'])).toBe('WAIVED');
  expect(stateOfAnswers(['WAIVED', 'REQUESTED'])).toBe('REQUESTED');
});

test('ALL 48(3): who examines the application does not chair', () => {
  expect(judgeChair(undefined, [])?.code).toBe('chair_missing');
  expect(judgeChair('a', ['a'])?.code).toBe('chair_reviewed');
  expect(judgeChair('b', ['a'])).toBeUndefined();
});
