import { expect, test } from 'vitest';
import { checkAnswer } from './answers.ts';
import type { LeafField } from './form.ts';
import { tidyAnswer } from './typing.ts';

const field = (kind: LeafField['kind'], more: Partial<LeafField> = {}): LeafField => ({
  key: 'q',
  kind,
  label: { zh: '题', en: 'q' },
  required: true,
  privacy: 'plain',
  ...more,
});
const code = (of: LeafField, typed: string) =>
  checkAnswer({ path: 'q', field: of }, typed, { today: '2026-03-12' })?.code;

test.each([
  ['text', '', 'required'],
  ['choice', ' ', 'not_chosen'],
  ['money', '1200.50', undefined],
  ['money', '１,200', undefined],
  ['money', '12.345', 'not_money'],
  ['money', '-1', 'not_money'],
  ['number', '-1.25', undefined],
  ['number', '1e3', 'not_a_number'],
  ['date', '2024-02-29', undefined],
  ['date', '2025-02-29', 'not_a_day'],
  ['date', '2026年3月1日', 'not_a_day'],
  ['yesNo', 'maybe', 'not_an_option'],
  ['yesNo', ' yes ', undefined],
  ['phone', '130 0000 0000', undefined],
  ['phone', '12000000000', 'phone'],
  ['residentNumber', '43130219000101005x', undefined],
  ['residentNumber', '431302190001010018', 'id_checkDigit'],
  ['uscc', '９1360803MA0000007X', undefined],
  ['uscc', '91360803MA0000007Y', 'uscc_checkDigit'],
] as const)('A %s answered “%s” is %s.', (kind, typed, expected) => {
  expect(code(field(kind), typed)).toBe(expected);
});

test('A day is judged against the day of the application where the form says today.', () => {
  expect(code(field('date', { latest: 'today' }), '2026-03-12')).toBeUndefined();
  expect(code(field('date', { latest: 'today' }), '2026-03-13')).toBe('too_late');
  expect(code(field('date', { earliest: '2026-01-01' }), '2025-12-31')).toBe('too_early');
});

test('A length is counted as people count characters, also beyond the first plane.', () => {
  expect(code(field('text', { maxLength: 2 }), '𬭚龘')).toBeUndefined();
  expect(code(field('text', { maxLength: 2 }), '𬭚龘靐')).toBe('too_long');
});

test('Numbers are kept in half-width digits without gaps, words as they were typed.', () => {
  expect(tidyAnswer({ kind: 'phone' }, '１30-0000 0000')).toBe('13000000000');
  expect(tidyAnswer({ kind: 'money' }, ' 1，200 ')).toBe('1200');
  expect(tidyAnswer({ kind: 'residentNumber' }, '43130219 000101005x')).toBe('43130219000101005X');
  expect(tidyAnswer({ kind: 'choice' }, ' level１')).toBe('level1');
  expect(tidyAnswer({ kind: 'text' }, ' 张  三 ')).toBe(' 张  三 ');
});
