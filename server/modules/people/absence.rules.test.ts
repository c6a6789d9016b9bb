import { expect, test } from 'vitest';
import { absenceFaults, isAwayOn, lastDayAway } from './absence.rules.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const week = { fromDay: '2026-03-09', untilDay: '2026-03-13', backDay: null };

test('somebody is away from the first day to the last, both included', () => {
  expect(['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-14'].map((day) => isAwayOn(week, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('who comes back early is there from that day on', () => {
  expect(isAwayOn({ ...week, backDay: '2026-03-11' }, '2026-03-10')).toBe(true);
  expect(isAwayOn({ ...week, backDay: '2026-03-11' }, '2026-03-11')).toBe(false);
});

test('an absence that was called off never was', () => {
  expect(lastDayAway({ ...week, backDay: '2026-03-09' })).toBeUndefined();
  expect(isAwayOn({ ...week, backDay: '2026-03-09' }, '2026-03-09')).toBe(false);
});

test.each([
  ['2026-03-02', '2026-03-02', []],
  ['2026-03-01', '2026-03-05', ['fromDay too_early']],
  ['2026-03-05', '2026-03-04', ['untilDay too_early']],
  ['2026-03-05', '2027-03-06', ['untilDay too_late']],
  ['2026-02-30', '2026-13-01', ['fromDay not_a_day', 'untilDay not_a_day']],
])('an absence from %s until %s', (fromDay, untilDay, faults) => {
  expect(absenceFaults({ fromDay, untilDay }, today).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
});
