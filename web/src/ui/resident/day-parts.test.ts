import { expect, test } from 'vitest';
import { dayAnswer, dayParts, wholeDay } from './day-parts.ts';

test.each([
  [{ year: '1956', month: '3', day: '12' }, '1956-03-12'],
  [{ year: '１９５６', month: '０3', day: '1' }, '1956-03-01'],
  [{ year: '1956年', month: '3月', day: '12日' }, '1956-03-12'],
])('three full boxes are a day %#', (parts, day) => {
  expect(dayAnswer(parts)).toBe(day);
});

test('half a day stays as far as it was typed, and comes back into the same boxes', () => {
  const answer = dayAnswer({ year: '1956', month: '', day: '12' });
  expect(answer).toBe('1956--12');
  expect(dayParts(answer)).toEqual({ year: '1956', month: '', day: '12' });
});

test('three empty boxes are no answer, and words are not a day', () => {
  expect(dayAnswer({ year: '', month: '', day: '' })).toBe('');
  expect(dayAnswer({ year: '去年', month: '', day: '' })).toBe('--');
});

test.each(['1956年3月12日', '1956-03-12', '1956.3.12', '１９５６/３/１２', '19560312', '1956年03月12号'])(
  'a whole day pasted into one box fills three: %s',
  (text) => {
    expect(dayAnswer(wholeDay(text) ?? { year: '', month: '', day: '' })).toBe('1956-03-12');
  },
);

test('a year alone is not taken for a whole day', () => {
  expect(wholeDay('1956')).toBeUndefined();
});
