import { describe, expect, test } from 'vitest';
import type { Condition, FormField, LeafField } from '../../../../contract/form.ts';
import type { ItemContent } from '../../../../contract/item-content.ts';
import { contentWithForm, mentionsOf, movedQuestion, renamedForm, withoutColumn, withoutQuestion } from './renaming.ts';

const both = (text: string) => ({ zh: text, en: text });
const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: both(key),
  required: true,
  privacy: 'plain',
  ...more,
});
const column = (key: string, more: Partial<LeafField> = {}) => field(key, 'text', more as never) as LeafField;
const when = (path: string, ...is: string[]): Condition => (is.length === 0 ? { field: path } : { field: path, is });
const options = (...values: string[]) => values.map((value) => ({ value, label: both(value) }));

const form: FormField[] = [
  field('who', 'choice', { options: options('self', 'child') }),
  field('child', 'person', { asks: ['number'], when: [when('who', 'child')] }),
  field('age', 'computed', { compute: { kind: 'age', of: 'child' } }),
  field('school', 'text', {
    when: [when('child.number'), { field: 'age', below: 18 }],
    notes: [
      { when: [when('who', 'self')], text: both('note') },
      { when: [], text: both('always') },
    ],
  }),
  field('members', 'rows', {
    fields: [
      column('first', { when: [when('who', 'self')] }),
      column('who'),
      column('capital', { when: [when('who', 'self')] }),
    ],
  }),
  field('sum', 'computed', { compute: { kind: 'sum', of: 'members.capital' } }),
];
const key = (path: string, to: string) => renamedForm(form, { kind: 'key', path, to });

describe('A question with another key', () => {
  test('takes along every condition, note and computation that names it or a part of it.', () => {
    const renamed = key('child', 'kid');
    expect(renamed[1]?.key).toBe('kid');
    expect(renamed[2]?.compute?.of).toBe('kid');
    expect(renamed[3]?.when?.map((each) => each.field)).toEqual(['kid.number', 'age']);
  });

  test('leaves alone what a column of the same name hides from it.', () => {
    const renamed = key('who', 'applicantIs');
    expect(renamed[1]?.when).toEqual([when('applicantIs', 'child')]);
    expect(renamed[3]?.notes?.[0]?.when).toEqual([when('applicantIs', 'self')]);
    expect(renamed[4]?.fields?.map((each) => each.key)).toEqual(['first', 'who', 'capital']);
    expect(renamed[4]?.fields?.[0]?.when).toEqual([when('applicantIs', 'self')]);
    expect(renamed[4]?.fields?.[2]?.when).toEqual([when('who', 'self')]);
  });

  test('does not touch a key that only begins alike.', () => {
    expect(
      renamedForm([field('a', 'text'), field('b', 'text', { when: [when('ab')] })], {
        kind: 'key',
        path: 'a',
        to: 'x',
      })[1]?.when,
    ).toEqual([when('ab')]);
  });

  test('A column takes along its sums and the columns after it.', () => {
    expect(key('members.capital', 'money')[5]?.compute?.of).toBe('members.money');
    const renamed = key('members.who', 'name');
    expect(renamed[4]?.fields?.[1]?.key).toBe('name');
    expect(renamed[4]?.fields?.[2]?.when).toEqual([when('name', 'self')]);
    expect(renamed[4]?.fields?.[0]?.when).toEqual([when('who', 'self')]);
    expect(renamed[0]?.key).toBe('who');
  });

  test('An answer with another value is found by the conditions that name it.', () => {
    const renamed = renamedForm(form, { kind: 'option', path: 'who', option: 'child', to: 'minor' });
    expect(renamed[0]?.options?.map(({ value }) => value)).toEqual(['self', 'minor']);
    expect(renamed[1]?.when).toEqual([when('who', 'minor')]);
    expect(renamed[4]?.fields?.[2]?.when).toEqual([when('who', 'self')]);
  });

  test('Nothing else of the form changes.', () => {
    expect(key('nobody', 'x')).toEqual(form);
    expect(renamedForm(key('child', 'kid'), { kind: 'key', path: 'kid', to: 'child' })).toEqual(form);
  });
});

test('Materials, the decision and the certificate follow a renaming.', () => {
  const content = {
    form,
    materials: [{ key: 'm', when: [when('child.number')] }, { key: 'n' }],
    decisionAnswers: ['child.name', 'school'],
    result: { certificate: { rows: [{ label: '孩子', value: '{child.name}（{school}）' }], statement: '' } },
  } as unknown as ItemContent;
  const renaming = { kind: 'key', path: 'child', to: 'kid' } as const;
  const renamed = contentWithForm(content, renamedForm(form, renaming), renaming);
  expect(renamed.materials[0]?.when).toEqual([when('kid.number')]);
  expect('when' in (renamed.materials[1] ?? {})).toBe(false);
  expect(renamed.decisionAnswers).toEqual(['kid.name', 'school']);
  expect(renamed.result.certificate?.rows[0]?.value).toBe('{kid.name}（{school}）');
});

describe('A question that goes', () => {
  test('says before where it is named.', () => {
    expect(mentionsOf(form, 'who')).toEqual([
      { at: 1, in: 'when' },
      { at: 3, in: 'note' },
      { at: 4, in: 'column' },
    ]);
    expect(mentionsOf(form, 'child')).toEqual([
      { at: 2, in: 'compute' },
      { at: 3, in: 'when' },
    ]);
    expect(mentionsOf(form, 'members.capital')).toEqual([{ at: 5, in: 'compute' }]);
    expect(mentionsOf(form, 'members.who')).toEqual([{ at: 4, in: 'column' }]);
    expect(mentionsOf(form, 'school')).toEqual([]);
  });

  test('takes along the conditions that name it, and the notes that stood under them alone.', () => {
    const left = withoutQuestion(form, 0);
    expect(left.map(({ key }) => key)).toEqual(['child', 'age', 'school', 'members', 'sum']);
    expect('when' in (left[0] ?? {})).toBe(false);
    expect(left[2]?.notes?.map(({ text }) => text.zh)).toEqual(['always']);
    expect(left[3]?.fields?.[0]?.when).toBeUndefined();
    expect(left[3]?.fields?.[2]?.when).toEqual([when('who', 'self')]);
  });

  test('leaves the heading of its page to the next entry.', () => {
    const paged = [
      field('a', 'text', { page: both('one') }),
      field('b', 'text'),
      field('c', 'text', { page: both('two') }),
    ];
    expect(withoutQuestion(paged, 0)[0]?.page?.zh).toBe('one');
    expect(withoutQuestion(paged, 1).map(({ page }) => page?.zh)).toEqual(['one', 'two']);
  });

  test('A column takes along the conditions of the columns after it.', () => {
    const left = withoutColumn(form[4]?.fields ?? [], 1);
    expect(left.map(({ key }) => key)).toEqual(['first', 'capital']);
    expect(left[0]?.when).toEqual([when('who', 'self')]);
    expect('when' in (left[1] ?? {})).toBe(false);
  });
});

test('An entry that moves joins the page that it comes to; headings stay where they stand.', () => {
  const paged = [
    field('a', 'text', { page: both('one') }),
    field('b', 'text'),
    field('c', 'text', { page: both('two') }),
  ];
  const drawn = (list: FormField[]) => list.map(({ key, page }) => `${page === undefined ? '' : `${page.zh}: `}${key}`);
  expect(drawn(movedQuestion(paged, 1, -1))).toEqual(['one: b', 'a', 'two: c']);
  expect(drawn(movedQuestion(paged, 1, 1))).toEqual(['one: a', 'c', 'two: b']);
  expect(drawn(movedQuestion(paged, 0, -1))).toEqual(['one: a', 'b', 'two: c']);
});
