import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedAnswers, checkAnswers, filedAnswers, knownAnswers } from './answers.ts';
import type { FormField, LeafField } from './form.ts';
import { aboutHolder, askedFields, askedQuestions, rowsOf, withoutRow } from './questions.ts';

const both = (text: string) => ({ zh: text, en: text });
const leaf = (key: string, kind: LeafField['kind'], more: Partial<LeafField> = {}): LeafField => ({
  key,
  kind,
  label: both(key),
  required: true,
  privacy: 'plain',
  ...more,
});
const about = { today: '2026-03-12' };
const paths = (form: FormField[], answers: Record<string, string>, more = {}) =>
  askedQuestions(form, answers, { ...about, ...more }).map(({ path }) => path);
const codes = (form: FormField[], answers: Record<string, string>) =>
  checkAnswers(form, answers, about).map(({ field, code }) => [field, code]);

describe('Conditions', () => {
  const form: FormField[] = [
    leaf('forWhom', 'choice', {
      options: [
        { value: 'self', label: both('self') },
        { value: 'child', label: both('child') },
      ],
    }),
    { ...leaf('child', 'text'), kind: 'person', asks: ['number'], when: [{ field: 'forWhom', is: ['child'] }] },
    leaf('school', 'text', { when: [{ field: 'child.name', is: ['小明'] }] }),
  ];

  test('A question is asked only while its condition on an earlier answer holds.', () => {
    expect(paths(form, {})).toEqual(['forWhom']);
    expect(paths(form, { forWhom: 'child' })).toEqual(['forWhom', 'child.name', 'child.number']);
    expect(paths(form, { forWhom: 'child', 'child.name': '小明' })).toContain('school');
  });

  test('What was typed under a condition that no longer holds fulfils no condition and is not filed, but stays in the draft.', () => {
    const answers = { forWhom: 'self', 'child.name': '小明', school: '一小' };
    expect(paths(form, answers)).toEqual(['forWhom']);
    expect(checkAnswers(form, answers, about)).toEqual([]);
    expect(askedAnswers(form, answers, about)).toEqual({ forWhom: 'self' });
    expect(knownAnswers(form, answers)).toEqual(answers);
  });

  test('Age and sex of the applicant are known from the card, and the birthday itself counts.', () => {
    const senior: FormField[] = [leaf('bus', 'yesNo', { when: [{ field: 'applicant.age', atLeast: 65 }] })];
    const aged = (age: number) => ({ applicant: { age, sex: 'male' as const } });
    expect(paths(senior, {}, aged(65))).toEqual(['bus']);
    expect(paths(senior, {}, aged(64))).toEqual([]);
    expect(paths(senior, {})).toEqual([]);
    expect(aboutHolder('360803190008080063', '2026-08-08')).toEqual({ age: 126, sex: 'female' });
    expect(aboutHolder('360803190008080063', '2026-08-07').age).toBe(125);
  });

  test('Numbers compare however they were typed.', () => {
    const fee: FormField[] = [
      leaf('capital', 'money'),
      leaf('proof', 'text', { when: [{ field: 'capital', atLeast: 1000 }] }),
    ];
    expect(paths(fee, { capital: '１,200' })).toContain('proof');
    expect(paths(fee, { capital: '999.99' })).not.toContain('proof');
  });
});

test('A note that stops refuses what it speaks of, and another only tells.', () => {
  const young = { when: [{ field: 'applicant.age', below: 60 }], text: both('young') };
  const form: FormField[] = [{ ...leaf('a', 'text', { required: false }), notes: [young] }];
  const stopping: FormField[] = [{ ...leaf('a', 'text', { required: false }), notes: [{ ...young, stops: true }] }];
  const aged = (age: number) => ({ ...about, applicant: { age, sex: 'female' as const } });
  expect(checkAnswers(form, {}, aged(59))).toEqual([]);
  expect(checkAnswers(stopping, {}, aged(59))).toEqual([{ field: 'a', code: 'does_not_fit' }]);
  expect(checkAnswers(stopping, {}, aged(60))).toEqual([]);
});

describe('Rows', () => {
  const members: FormField = {
    ...leaf('members', 'text'),
    kind: 'rows',
    minRows: 2,
    maxRows: 3,
    fields: [
      leaf('name', 'text'),
      leaf('farmer', 'yesNo'),
      leaf('proof', 'text', { when: [{ field: 'farmer', is: ['yes'] }] }),
      leaf('capital', 'money'),
    ],
  };
  const form: FormField[] = [
    members,
    { ...leaf('total', 'text'), kind: 'computed', compute: { kind: 'sum', of: 'members.capital' } },
    { ...leaf('how', 'text'), kind: 'computed', compute: { kind: 'count', of: 'members' } },
    leaf('few', 'text', { required: false, when: [{ field: 'how', below: 3 }] }),
  ];

  test('There are as many rows as were begun, at least the fewest; a column may depend on its own row.', () => {
    expect(rowsOf(members, {})).toBe(2);
    expect(rowsOf(members, { 'members.2.name': '' })).toBe(3);
    const answers = { 'members.0.farmer': 'yes', 'members.1.farmer': 'no' };
    expect(paths(form, answers)).toContain('members.0.proof');
    expect(paths(form, answers)).not.toContain('members.1.proof');
  });

  test('A sum is exact to the cent and counts what is typed so far.', () => {
    const shown = (answers: Record<string, string>, key: string) =>
      askedFields(form, answers, about).find(({ field }) => field.key === key)?.computed;
    expect(shown({ 'members.0.capital': '0.1', 'members.1.capital': '0.2' }, 'total')).toBe('0.3');
    expect(shown({ 'members.0.capital': '1,000', 'members.1.capital': 'x' }, 'total')).toBe('1000');
    expect(shown({ 'members.0.capital': '0.1234', 'members.1.capital': '0.1234' }, 'total')).toBe('0.2468');
    expect(shown({ 'members.0.capital': '999999999999.9999', 'members.1.capital': '0.0001' }, 'total')).toBe(
      '1000000000000',
    );
    expect(shown({ 'members.2.name': 'c' }, 'how')).toBe('3');
  });

  test('Too many rows and rows too few are faults of the list, an answer of no column is none of the form.', () => {
    expect(codes([{ ...members, minRows: 0, fields: [leaf('name', 'text')] }], { 'members.3.name': 'd' })[0]).toEqual([
      'members',
      'too_many_rows',
    ]);
    expect(codes(form, { 'members.0.shoe': 'x' })).toContainEqual(['members.0.shoe', 'unknown_field']);
  });

  test('Too few rows are said where no question says it, and rows beyond the fiftieth are none of the form.', () => {
    const optional = { ...members, minRows: 2, fields: [leaf('name', 'text', { required: false })] };
    expect(codes([optional], {})).toEqual([['members', 'too_few_rows']]);
    expect(codes([optional], { 'members.0.name': 'a', 'members.1.name': 'b' })).toEqual([]);
    for (const path of ['members.50.name', 'members.05.name', 'members.0.name.x', 'members.-1.name', 'members.0'])
      expect(codes([optional], { 'members.0.name': 'a', 'members.1.name': 'b', [path]: 'x' }), path).toEqual([
        [path, 'unknown_field'],
      ]);
  });

  test('What is filed has no blank rows, and filing it again changes nothing.', () => {
    const asked: FormField[] = [
      { ...members, minRows: 0, fields: [leaf('name', 'text', { required: false })] },
      { ...leaf('how', 'text'), kind: 'computed', compute: { kind: 'count', of: 'members' } },
      leaf('why', 'text', { required: false, when: [{ field: 'how', atLeast: 2 }] }),
    ];
    const filed = filedAnswers(asked, { 'members.0.name': ' ', 'members.2.name': 'c', why: 'w' }, about);
    expect(filed).toEqual({ 'members.0.name': 'c' });
    expect(filedAnswers(asked, filed, about)).toEqual(filed);
  });

  test('Taking a row out moves those after it up and loses no other answer.', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 49 }), { minLength: 1 }),
        fc.nat({ max: 49 }),
        (rows, out) => {
          const answers = Object.fromEntries(rows.map((row) => [`members.${row}.name`, `n${row}`]));
          const left = withoutRow({ ...answers, other: 'x' }, 'members', out);
          expect(Object.keys(left).length).toBe(Object.keys(answers).length + 1 - (rows.includes(out) ? 1 : 0));
          for (const row of rows.filter((each) => each !== out))
            expect(left[`members.${row > out ? row - 1 : row}.name`]).toBe(`n${row}`);
        },
      ),
    );
  });
});

describe('Blocks', () => {
  test('Of a block that may be left out, everything is needed once something of it is there.', () => {
    const form: FormField[] = [{ ...leaf('spouse', 'text', { required: false }), kind: 'person', asks: ['number'] }];
    expect(codes(form, {})).toEqual([]);
    expect(codes(form, { 'spouse.name': '样例·李某' })).toEqual([['spouse.number', 'required']]);
  });

  test('An age is computed from the number of a person, or from the date of one without a number.', () => {
    const form: FormField[] = [
      { ...leaf('baby', 'text'), kind: 'person', asks: ['birthDay', 'sex'] },
      { ...leaf('months', 'text'), kind: 'computed', compute: { kind: 'age', of: 'baby' } },
      { ...leaf('parent', 'text'), kind: 'person', asks: ['number'] },
      { ...leaf('age', 'text'), kind: 'computed', compute: { kind: 'age', of: 'parent' } },
    ];
    const computed = askedFields(form, { 'baby.birthDay': '2025-03-13', 'parent.number': '43130219000101005X' }, about);
    expect(computed.map((each) => each.computed)).toEqual([undefined, '0', undefined, '126']);
  });
});

test('No answers whatever make the form stumble, and what is asked has its answer under a path of the form.', () => {
  const form: FormField[] = [
    leaf('a', 'choice', { options: [{ value: 'x', label: both('x') }] }),
    { ...leaf('r', 'text'), kind: 'rows', fields: [leaf('n', 'number')], maxRows: 50 },
    { ...leaf('sum', 'text'), kind: 'computed', compute: { kind: 'sum', of: 'r.n' } },
    { ...leaf('home', 'text'), kind: 'address' },
    leaf('late', 'date', { latest: 'today', when: [{ field: 'sum', atLeast: 3 }] }),
  ];
  const path = fc.oneof(
    fc.constantFrom('a', 'home.place', 'home.detail', 'late', 'sum'),
    fc.nat({ max: 60 }).map((row) => `r.${row}.n`),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.dictionary(path, fc.string({ unit: 'binary', maxLength: 12 })), (answers) => {
      const asked = paths(form, answers);
      expect(new Set(asked).size).toBe(asked.length);
      checkAnswers(form, answers, about);
      const filed = filedAnswers(form, answers, about);
      expect(knownAnswers(form, filed)).toEqual(filed);
      expect(filedAnswers(form, filed, about)).toEqual(filed);
    }),
  );
});
