import { expect, test } from 'vitest';
import { shareOf } from './share.ts';

test('the mission’s share is said with two places, and nothing short of the whole is said to be it', () => {
  expect(shareOf(91_446, 91_566)).toBe('99.87%');
  expect(shareOf(99_999, 100_000)).toBe('99.99%');
  expect(shareOf(5, 5)).toBe('100.00%');
  expect(shareOf(6, 5)).toBe('120.00%');
  expect(shareOf(3, 2, 'average')).toBe('1.50');
});

test('nothing is divided by nothing', () => {
  expect(shareOf(0, 0)).toBeUndefined();
  expect(shareOf(1, 0, 'average')).toBeUndefined();
});
