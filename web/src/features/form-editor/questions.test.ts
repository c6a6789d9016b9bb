import { describe, expect, test } from 'vitest';
import type { FormField } from '../../../../contract/form.ts';
import { fieldKinds } from '../../../../contract/words.ts';
import { computable, duplicate, newQuestion, sourcesIn, sourcesOfColumn, strangeParts, withKind } from './questions.ts';

const both = (text: string) => ({ zh: text, en: text });
const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: both(key),
  required: true,
  privacy: 'plain',
  ...more,
});
const paths = (sources: readonly { path: string }[]) => sources.map(({ path }) => path);

describe('A new entry', () => {
  test.each(fieldKinds)('of kind %s has what it cannot do without, and nothing that it cannot have.', (kind) => {
    const made = newQuestion(kind, [kind]);
    expect(made.key).toBe(`${kind}2`);
    expect(strangeParts(made)).toEqual([]);
    expect(made.options === undefined).toBe(kind !== 'choice');
    expect(made.fields === undefined).toBe(kind !== 'rows');
    expect(made.compute === undefined).toBe(kind !== 'computed');
  });

  test('As another kind it keeps what both can have.', () => {
    const choice = field('a', 'choice', { options: [], situation: true, hint: both('h'), prefill: 'earlier' });
    expect(withKind(choice, 'yesNo')).toEqual(
      field('a', 'yesNo', { situation: true, hint: both('h'), prefill: 'earlier' }),
    );
    expect(withKind(choice, 'computed').prefill).toBeUndefined();
    expect(withKind(field('p', 'phone', { prefill: 'phone' }), 'text').prefill).toBeUndefined();
  });

  test('A copy has a key of its own, and is no second applicant.', () => {
    const owner = field('owner', 'firm', { party: 'applicant', signer: 'handler' });
    expect(duplicate(owner, ['owner'])).toEqual(field('owner2', 'firm', { label: both('owner') }));
  });
});

describe('What may be named', () => {
  const form = [
    field('who', 'choice'),
    field('child', 'person', { asks: ['birthDay', 'phone'] }),
    field('other', 'person'),
    field('members', 'rows', { fields: [field('name', 'text') as never, field('pay', 'money') as never] }),
    field('born', 'date'),
    field('area', 'number'),
    field('total', 'computed', { compute: { kind: 'sum', of: 'members.pay' } }),
  ];

  test('Conditions name the applicant, answers, parts of blocks, numbers of rows and computed values.', () => {
    expect(paths(sourcesIn(form))).toEqual([
      'applicant.age',
      'applicant.sex',
      'who',
      'child.name',
      'child.birthDay',
      'child.phone',
      'other.name',
      'members',
      'born',
      'area',
      'total',
    ]);
  });

  test('A column names the columns before it first; they hide a question of the same key.', () => {
    expect(paths(sourcesOfColumn(form.slice(0, 1), [field('who', 'text') as never]))).toEqual([
      'who',
      'applicant.age',
      'applicant.sex',
    ]);
  });

  test('Each computation starts from what it can be computed from.', () => {
    expect(paths(computable(form, 'sum'))).toEqual(['members.pay']);
    expect(paths(computable(form, 'count'))).toEqual(['members']);
    expect(paths(computable(form, 'age'))).toEqual(['applicant', 'child', 'child.birthDay', 'born']);
    expect(paths(computable(form, 'times'))).toEqual(['area', 'total']);
  });
});
