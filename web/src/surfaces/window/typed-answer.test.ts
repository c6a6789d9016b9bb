import { expect, test } from 'vitest';
import type { FormField } from '../../../../contract/form.ts';
import { type Choice, chosenBy, fitness, readDay, settled, settledAnswers, withoutEmptyRows } from './typed-answer.ts';

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
  expect(fitness(kinds[1] as Choice, '发')).toBe(1);
  expect(chosenBy(kinds, '发')).toBeUndefined();
});

const both = (zh: string) => ({ zh, en: zh });
const members: FormField = {
  key: 'members',
  kind: 'rows',
  label: both('成员'),
  required: true,
  privacy: 'plain',
  minRows: 1,
  fields: [
    { key: 'name', kind: 'text', label: both('姓名'), required: true, privacy: 'identifier' },
    { key: 'bornDay', kind: 'date', label: both('出生日期'), required: true, privacy: 'sensitive' },
  ],
};

test('what was typed into the rows of a form stands as it will be kept', () => {
  const typed = { 'members.0.name': '样例·甲', 'members.0.bornDay': '19560312' };
  expect(settledAnswers([members], typed, { today: '2026-03-05' })).toEqual({
    'members.0.name': '样例·甲',
    'members.0.bornDay': '1956-03-12',
  });
});

test('rows that were begun at the end and left empty are not handed in, those that must be there stay', () => {
  const begun = { 'members.0.name': '', 'members.1.name': ' ', 'members.2.name': '' };
  expect(withoutEmptyRows([members], begun)).toEqual({ 'members.0.name': '' });
  const held = { ...begun, 'members.1.name': '样例·乙' };
  expect(withoutEmptyRows([members], held)).toEqual({ 'members.0.name': '', 'members.1.name': '样例·乙' });
});
