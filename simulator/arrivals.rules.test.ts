import { describe, expect, test } from 'vitest';
import { arrivalsOf, declaredAt, isAccepted, type RunDay, spread } from './arrivals.rules.ts';
import { drawsOf } from './draw.rules.ts';
import { louxing } from './scenarios/louxing.ts';

/** January to October, Saturdays and Sundays closed. */
const year: RunDay[] = Array.from({ length: 304 }, (_, at) => {
  const day = Temporal.PlainDate.from('2027-01-01').add({ days: at });
  return { day, isWorking: day.dayOfWeek < 6 };
});
const draws = drawsOf('1');

test('A whole number is spread by weights and nothing of it is lost', () => {
  expect(spread(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(spread(0, [1, 2])).toEqual([0, 0]);
  for (const total of [1, 7, 1000, 91_566])
    expect(spread(total, [3, 0.5, 11, 2, 0]).reduce((sum, part) => sum + part, 0)).toBe(total);
});

describe('The declared acceptances are met exactly', () => {
  test.each([1, 0.1, 0.02, 0.01, 0.0001])('at scale %d', (scale) => {
    const { accepted } = declaredAt(louxing, scale);
    const arrivals = arrivalsOf(louxing, { accepted, days: year, draws });
    expect(arrivals.filter(({ fate }) => isAccepted(fate))).toHaveLength(accepted);
    expect(arrivals.length).toBeLessThan(accepted * 1.05 + 5);
  });
});

test('The mission’s figures: 91,566 accepted and 91,446 completed, 120 open; scaled they are rounded', () => {
  expect(declaredAt(louxing, 1)).toEqual({ accepted: 91_566, completed: 91_446, open: 120 });
  expect(declaredAt(louxing, 0.01)).toEqual({ accepted: 916, completed: 915, open: 1 });
});

test('People come in the order of their numbers, more on open days, online when all is closed, nobody after the last office hour', () => {
  const arrivals = arrivalsOf(louxing, { accepted: 9000, days: year, draws });
  const hours = arrivals.map(({ slot }) => slot.day * 24 + slot.hour);
  expect(hours).toEqual(hours.toSorted((a, b) => a - b));
  const closed = arrivals.filter(({ slot }) => year[slot.day]?.isWorking === false);
  expect(closed.length / arrivals.length).toBeLessThan(0.1);
  expect(new Set(closed.map(({ channel }) => channel))).toEqual(new Set(['ONLINE']));
  // 31 October 2027 is a Sunday.
  expect(hours.at(-1)).toBeLessThanOrEqual(301 * 24 + 16);
});
