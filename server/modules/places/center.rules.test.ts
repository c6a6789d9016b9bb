import { expect, test } from 'vitest';
import { type OpeningHours, openingOf } from './center.rules.ts';

const hours: OpeningHours[] = [
  { weekdays: [1, 2, 3, 4, 5], opens: '14:00', closes: '17:30' },
  { weekdays: [1, 2, 3, 4, 5], opens: '08:30', closes: '12:00' },
];
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();

test.each([
  ['Wednesday morning', '2026-10-21T10:30', { now: true, until: '12:00' }],
  ['the minute it opens', '2026-10-21T08:30', { now: true, until: '12:00' }],
  ['the minute it closes for lunch', '2026-10-21T12:00', { now: false, nextDay: '2026-10-21', nextAt: '14:00' }],
  ['before it opens', '2026-10-21T06:00', { now: false, nextDay: '2026-10-21', nextAt: '08:30' }],
  ['Wednesday evening', '2026-10-21T20:00', { now: false, nextDay: '2026-10-22', nextAt: '08:30' }],
  ['Friday evening, over the weekend', '2026-10-23T17:30', { now: false, nextDay: '2026-10-26', nextAt: '08:30' }],
])('A centre says whether it is open: %s.', (_, local, answer) => {
  expect(openingOf(hours, at(local))).toEqual(answer);
});

test('A centre that opens once a week says so a week ahead.', () => {
  const weekly = [{ weekdays: [3], opens: '09:00', closes: '10:00' }];
  expect(openingOf(weekly, at('2026-10-21T10:00'))).toEqual({ now: false, nextDay: '2026-10-28', nextAt: '09:00' });
});

test('A centre without hours is closed and promises nothing.', () => {
  expect(openingOf([], at('2026-10-21T10:00'))).toEqual({ now: false });
});
