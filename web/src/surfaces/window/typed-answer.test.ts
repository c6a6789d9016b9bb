import { expect, test } from 'vitest';
import { type Choice, chosenBy, fit, readDay, settled } from './typed-answer.ts';

test.each([
  ['19560312', '1956-03-12'],
  ['1956-3-12', '1956-03-12'],
  ['1956.03.12', '1956-03-12'],
  ['１９５６/3/12', '1956-03-12'],
  ['1956年3月12日', '1956-03-12'],
  ['1956-03-12', '1956-03-12'],
])('a day typed as %s is %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test.each(['19560230', '3月12日', '560312', ''])('%s is no day and stays as it was typed', (typed) => {
  expect(readDay(typed)).toBe(typed);
});

test('a field keeps numbers in one form and words as they are', () => {
  expect(settled({ kind: 'phone' }, '130 0000 0000')).toBe('13000000000');
  expect(settled({ kind: 'money' }, '12,000')).toBe('12000');
  expect(settled({ kind: 'text' }, ' 样例 · 𬭚 ')).toBe(' 样例 · 𬭚 ');
});

const kinds: Choice[] = [
  { value: 'hotel', label: '宾馆', number: '1', calls: ['bg', 'binguan'] },
  { value: 'hair', label: '理发店', number: '2', calls: ['lfd', 'lifadian'] },
  { value: 'bath', label: '浴室', number: '3', calls: ['ys', 'yushi'] },
];

test('a choice is made by its number, its initials, its pinyin or its first characters', () => {
  expect(['2', 'l', 'lfd', 'LIFA', '理'].map((typed) => chosenBy(kinds, typed)?.value)).toEqual(
    Array.from({ length: 5 }, () => 'hair'),
  );
  expect(chosenBy(kinds, '9')).toBeUndefined();
});

test('what a choice only holds finds it in a list, but does not choose it', () => {
  expect(fit(kinds[1] as Choice, '发')).toBe(1);
  expect(chosenBy(kinds, '发')).toBeUndefined();
});
