import { expect, test } from 'vitest';
import type { FormField } from '../../../contract/form.ts';
import { certificateFaults, formFaults } from './form.rules.ts';

const field = (key: string, kind: FormField['kind'] = 'text', more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: { zh: '题', en: 'question' },
  required: true,
  privacy: 'plain',
  ...more,
});
const options = (...values: string[]) => values.map((value) => ({ value, label: { zh: value, en: value } }));
const rows = (more: Partial<FormField> = {}) =>
  field('members', 'rows', { fields: [field('name') as never, field('capital', 'money') as never], ...more });
const faults = (...form: FormField[]) => formFaults(form).map(({ field: place, code }) => [place, code]);

test('A form that asks, repeats, depends, computes and hints as it may has no fault.', () => {
  expect(
    faults(
      field('who', 'choice', { options: options('self', 'child') }),
      field('child', 'person', {
        asks: ['number'],
        party: 'applicant',
        signer: 'guardian',
        when: [{ field: 'who', is: ['child'] }],
      }),
      field('age', 'computed', { compute: { kind: 'age', of: 'child' } }),
      field('school', 'text', { when: [{ field: 'age', atLeast: 6, below: 18 }] }),
      rows({ party: 'coApplicant', minRows: 1, maxRows: 5 }),
      field('sum', 'computed', { compute: { kind: 'sum', of: 'members.capital' } }),
      field('tax', 'computed', { compute: { kind: 'times', of: 'sum', times: 0.05 } }),
      field('count', 'computed', {
        compute: { kind: 'count', of: 'members' },
        notes: [{ when: [{ field: 'count', below: 5 }], text: { zh: '少', en: 'few' } }],
      }),
      field('bus', 'yesNo', { when: [{ field: 'applicant.age', atLeast: 65 }] }),
    ),
  ).toEqual([]);
});

test.each<[string, FormField[], [string, string]]>([
  ['a key twice', [field('a'), field('a')], ['form.1.key', 'key_twice']],
  ['a key with a dot', [field('a.b')], ['form.0.key', 'key_format']],
  ['the name of the applicant as a key', [field('applicant')], ['form.0.key', 'key_twice']],
  ['no label in English', [field('a', 'text', { label: { zh: '题', en: ' ' } })], ['form.0.label.en', 'required']],
  ['a choice without options', [field('a', 'choice', { options: [] })], ['form.0.options', 'options_missing']],
  ['an option twice', [field('a', 'choice', { options: options('x', 'x') })], ['form.0.options', 'option_twice']],
  ['options on a text', [field('a', 'text', { options: options('x') })], ['form.0.options', 'out_of_place']],
  [
    'a maximum below the minimum',
    [field('a', 'number', { minimum: 3, maximum: 2 })],
    ['form.0.maximum', 'below_minimum'],
  ],
  ['a day that is none', [field('a', 'date', { earliest: '2026-02-30' })], ['form.0.earliest', 'not_a_day']],
  ['parts of a person asked of a text', [field('a', 'text', { asks: ['number'] })], ['form.0.asks', 'out_of_place']],
  ['a party that is no person', [field('a', 'text', { party: 'guardian' })], ['form.0.party', 'out_of_place']],
  [
    'an applicant whose signer is not said',
    [field('a', 'firm', { party: 'applicant' })],
    ['form.0.signer', 'required'],
  ],
  ['a signer of nobody', [field('a', 'firm', { signer: 'handler' })], ['form.0.signer', 'out_of_place']],
  [
    'two applicants',
    [
      field('a', 'firm', { party: 'applicant', signer: 'handler' }),
      field('b', 'firm', { party: 'applicant', signer: 'handler' }),
    ],
    ['form.1.party', 'applicant_twice'],
  ],
  ['rows without columns', [rows({ fields: [] })], ['form.0.fields', 'columns_missing']],
  [
    'a column twice',
    [rows({ fields: [field('n') as never, field('n') as never] })],
    ['form.0.fields.1.key', 'key_twice'],
  ],
  ['more rows at least than at most', [rows({ minRows: 5, maxRows: 2 })], ['form.0.maxRows', 'below_minimum']],
  [
    'a condition on a later question',
    [field('a', 'text', { when: [{ field: 'b', is: ['yes'] }] }), field('b', 'yesNo')],
    ['form.0.when.0.field', 'not_asked_before'],
  ],
  [
    'a condition on itself',
    [field('a', 'yesNo', { when: [{ field: 'a', is: ['yes'] }] })],
    ['form.0.when.0.field', 'not_asked_before'],
  ],
  [
    'an option that does not exist',
    [field('a', 'yesNo'), field('b', 'text', { when: [{ field: 'a', is: ['maybe'] }] })],
    ['form.1.when.0.is', 'no_such_option'],
  ],
  [
    'a text compared as a number',
    [field('a'), field('b', 'text', { when: [{ field: 'a', atLeast: 1 }] })],
    ['form.1.when.0', 'not_countable'],
  ],
  [
    'a condition that never holds',
    [field('a', 'number'), field('b', 'text', { when: [{ field: 'a', atLeast: 3, below: 3 }] })],
    ['form.1.when.0.below', 'never_true'],
  ],
  [
    'a sum of texts',
    [rows(), field('s', 'computed', { compute: { kind: 'sum', of: 'members.name' } })],
    ['form.1.compute.of', 'not_computable'],
  ],
  [
    'an age of a number',
    [field('n', 'number'), field('s', 'computed', { compute: { kind: 'age', of: 'n' } })],
    ['form.1.compute.of', 'not_computable'],
  ],
  [
    'a computation of nothing',
    [field('s', 'computed', { compute: { kind: 'count', of: 'members' } })],
    ['form.0.compute.of', 'not_computable'],
  ],
  ['a key that every object has', [field('constructor')], ['form.0.key', 'key_format']],
  [
    'a condition on a column outside its rows',
    [rows(), field('a', 'text', { when: [{ field: 'members.capital', atLeast: 1 }] })],
    ['form.1.when.0.field', 'not_asked_before'],
  ],
  [
    'a condition on a whole block',
    [field('owner', 'person'), field('a', 'text', { when: [{ field: 'owner', is: ['x'] }] })],
    ['form.1.when.0.field', 'not_asked_before'],
  ],
  [
    'the age of a person of whom neither number nor birth is asked',
    [field('owner', 'person'), field('s', 'computed', { compute: { kind: 'age', of: 'owner' } })],
    ['form.1.compute.of', 'not_computable'],
  ],
  ['rows as the applicant', [rows({ party: 'applicant', signer: 'handler' })], ['form.0.party', 'out_of_place']],
  [
    'two applicants under one condition',
    [
      field('q', 'yesNo'),
      field('a', 'firm', { party: 'applicant', signer: 'handler', when: [{ field: 'q', is: ['yes'] }] }),
      field('b', 'firm', { party: 'applicant', signer: 'handler', when: [{ field: 'q', is: ['yes'] }] }),
    ],
    ['form.2.party', 'applicant_twice'],
  ],
  ['a computed field that computes nothing', [field('s', 'computed')], ['form.0.compute', 'required']],
])('A form with %s is refused with its place.', (_, form, fault) => {
  expect(faults(...form)).toContainEqual(fault);
});

test('A certificate names only what its form asks and what every certificate knows.', () => {
  const form = [field('shop'), field('owner', 'person', { asks: ['number'] })];
  const row = (value: string) => ({ word: '卫证', rows: [{ label: '项目', value }] });
  expect(certificateFaults(row('{shop}，{owner}，{owner.number}，{applicant.name}，{untilDay}'), form)).toEqual([]);
  expect(certificateFaults(row('{owner.phone}'), form)).toEqual([
    { field: 'result.certificate.rows.0.value', code: 'unknown_placeholder', facts: { key: 'owner.phone' } },
  ]);
});

test('A certificate does not count its numbers under the 字 of another document.', () => {
  const fault = (word: string) => [{ field: 'result.certificate.word', code: 'reserved_word', facts: { key: word } }];
  for (const word of ['许准', '许证决', '服受']) expect(certificateFaults({ word, rows: [] }, [])).toEqual(fault(word));
  expect(certificateFaults({ word: '卫证', rows: [] }, [])).toEqual([]);
});
