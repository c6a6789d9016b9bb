import { expect, test } from 'vitest';
import type { FormField } from '../../../../../contract/form.ts';
import { rowsOf } from '../../../../../contract/questions.ts';
import { answersToSave, pagesOf, removeRow, stepsOf, withTyped } from './steps.ts';

const field = (key: string, more: Partial<FormField> = {}): FormField => ({
  key,
  label: { zh: key, en: key },
  kind: 'text',
  required: true,
  privacy: 'plain',
  ...more,
});
const page = (name: string) => ({ page: { zh: name, en: name } });
const members = field('members', {
  kind: 'rows',
  minRows: 1,
  fields: [
    { key: 'name', label: { zh: '姓名', en: 'Name' }, kind: 'text', required: true, privacy: 'identifier' },
    { key: 'share', label: { zh: '出资', en: 'Share' }, kind: 'money', required: false, privacy: 'plain' },
  ],
});
const about = { today: '2026-10-21' };

const keysOf = (form: readonly FormField[]) =>
  pagesOf(form).map(({ fields }) => fields.map(({ key }) => key).join(' '));
const namesOf = (form: FormField[], answers = {}) =>
  stepsOf({ form, materials: [], about }, answers).map(({ name }) => name);

test('plain questions share a page by threes, and no page is left with one where two would do', () => {
  expect(keysOf(['a', 'b', 'c', 'd'].map((key) => field(key)))).toEqual(['a b', 'c d']);
  expect(keysOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => field(key)))).toEqual(['a b c', 'd e f', 'g h']);
});

test('a block and rows have a page of their own, and a computed value stays with what stands before it', () => {
  const form = [
    field('a'),
    field('home', { kind: 'address' }),
    members,
    field('sum', { kind: 'computed', compute: { kind: 'sum', of: 'members.share' } }),
    field('b'),
  ];
  expect(keysOf(form)).toEqual(['a', 'home', 'members sum', 'b']);
});

test('a heading begins a page that goes on to the next heading', () => {
  const form = [field('a'), field('b', page('Home')), field('home', { kind: 'address' }), field('c', page('Money'))];
  expect(keysOf(form)).toEqual(['a', 'b home', 'c']);
});

test('a page is counted only while something on it is asked, and keeps its address when another comes or goes', () => {
  const form = [
    field('married', { kind: 'yesNo', ...page('You') }),
    field('spouse', { kind: 'person', when: [{ field: 'married', is: ['yes'] }], ...page('Spouse') }),
    field('phone', { kind: 'phone', ...page('Phone') }),
  ];
  expect(namesOf(form)).toEqual(['place', 'form-1', 'form-3', 'delivery', 'check']);
  expect(namesOf(form, { married: 'yes' })).toEqual(['place', 'form-1', 'form-2', 'form-3', 'delivery', 'check']);
});

test('the one question of a page is its heading, also while what depends on it is not asked', () => {
  const asks = { when: [{ field: 'a', is: ['x'] }] };
  const heading = (form: FormField[]) => stepsOf({ form, materials: [], about }, {})[1]?.heading?.zh;
  expect(heading([field('a')])).toBe('a');
  expect(heading([field('a'), field('b', asks)])).toBeUndefined();
});

test('a row that goes leaves no gap: those after it move up and the last place is taken away', () => {
  const answers = { 'members.0.name': '甲', 'members.1.name': '乙', 'members.1.share': '5', 'members.2.name': '丙' };
  const changes = removeRow(answers, 'members', 1);
  expect(changes).toEqual({ 'members.1.name': '丙', 'members.1.share': null, 'members.2.name': null });
  const after = withTyped(answers, changes);
  expect(after).toEqual({ 'members.0.name': '甲', 'members.1.name': '丙' });
  expect(rowsOf(members, after)).toBe(2);
});

test('a page saves what was typed on it alone, tidied, and empties what was taken away', () => {
  const typed = { 'members.0.share': ' 1，200 ', 'members.1.name': null, phone: '139', 'members.0.age': '3' };
  expect(answersToSave([members], typed)).toEqual({ 'members.0.share': '1200', 'members.1.name': '' });
});
