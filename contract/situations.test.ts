import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MaterialRequirement } from './catalogue.ts';
import type { Condition, FormField } from './form.ts';
import type { About } from './questions.ts';
import { maybeNeeded, neededMaterials, situationQuestions } from './situations.ts';

const both = (text: string) => ({ zh: text, en: text });
const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: both(key),
  required: true,
  privacy: 'plain',
  ...more,
});
const options = (...values: string[]) => values.map((value) => ({ value, label: both(value) }));
const material = (key: string, ...when: Condition[]): MaterialRequirement => ({
  key,
  name: both(key),
  hint: both(''),
  necessity: 'required',
  originals: 1,
  copies: 0,
  form: 'either',
  source: 'applicant',
  basis: { law: '某法', mark: 'sample' },
  ...(when.length === 0 ? {} : { when }),
});
const about: About = { today: '2026-03-12' };
const aged = (age: number): About => ({ ...about, applicant: { age, sex: 'female' } });

const form: FormField[] = [
  field('who', 'choice', { options: options('self', 'agent'), situation: true }),
  field('first', 'yesNo', { situation: true }),
  field('lost', 'yesNo', { situation: true, when: [{ field: 'first', is: ['no'] }] }),
  field('owner', 'person', { asks: ['birthDay'], when: [{ field: 'who', is: ['agent'] }] }),
  field('age', 'computed', { compute: { kind: 'age', of: 'owner' } }),
  field('staff', 'rows', { fields: [field('name', 'text') as never, field('pay', 'money') as never] }),
  field('pay', 'computed', { compute: { kind: 'sum', of: 'staff.pay' } }),
  field('area', 'number'),
  field('seats', 'computed', { compute: { kind: 'times', of: 'area', times: 0.5 } }),
  field('big', 'yesNo', { when: [{ field: 'seats', atLeast: 50 }] }),
];
const materials = [
  material('always'),
  material('mandate', { field: 'who', is: ['agent'] }),
  material('oldLicence', { field: 'first', is: ['no'] }),
  material('notice', { field: 'lost', is: ['yes'] }),
  material('guardian', { field: 'age', below: 18 }),
  material('pension', { field: 'applicant.age', atLeast: 60 }),
  material('contracts', { field: 'staff', atLeast: 3 }),
  material('payroll', { field: 'pay', atLeast: 1000 }),
  material('fireCheck', { field: 'seats', atLeast: 50 }, { field: 'big', is: ['yes'] }),
];
type Ask = typeof neededMaterials;
const keys = (ask: Ask, answers: Record<string, string>, who: About = about) =>
  ask(materials, form, answers, who).map(({ key }) => key);

describe('情形', () => {
  test('The questions of the situation are those marked so, in the order of the form.', () => {
    expect(situationQuestions(form).map(({ key }) => key)).toEqual(['who', 'first', 'lost']);
  });

  test('A material without conditions is always needed, one with conditions only where all of them hold.', () => {
    expect(keys(neededMaterials, {})).toEqual(['always']);
    expect(keys(neededMaterials, { who: 'agent', first: 'no', lost: 'yes' })).toEqual([
      'always',
      'mandate',
      'oldLicence',
      'notice',
    ]);
    expect(keys(neededMaterials, { area: '100' })).toEqual(['always']);
    expect(keys(neededMaterials, { area: '100', big: 'yes' })).toEqual(['always', 'fireCheck']);
  });

  test('An answer left behind under a condition that no longer holds needs no material.', () => {
    expect(keys(neededMaterials, { first: 'yes', lost: 'yes' })).toEqual(['always']);
  });

  test('What depends on the age of whoever applies is needed by those of that age.', () => {
    expect(keys(neededMaterials, {}, aged(60))).toEqual(['always', 'pension']);
    expect(keys(neededMaterials, {}, aged(59))).toEqual(['always']);
  });
});

describe('What may still be needed', () => {
  test('While nothing is answered and nobody is known, everything that a question could call for.', () => {
    expect(keys(maybeNeeded, {})).toEqual(materials.map(({ key }) => key));
  });

  test('An answer settles what hangs on it, and what hangs on questions that are no longer asked.', () => {
    const settled = keys(maybeNeeded, { who: 'self', first: 'yes', area: '10' }, aged(30));
    expect(settled).toEqual(['always', 'contracts', 'payroll']);
  });

  test('A computed value is open while what it is computed from is, and settled with it.', () => {
    expect(keys(maybeNeeded, { who: 'agent' })).toContain('guardian');
    expect(keys(maybeNeeded, { who: 'agent', 'owner.birthDay': '2000-01-01' })).not.toContain('guardian');
    expect(keys(maybeNeeded, { who: 'agent', 'owner.birthDay': '2020-01-01' })).toContain('guardian');
  });

  test('Rows may always become more, so what their number or sum calls for stays possible.', () => {
    expect(keys(maybeNeeded, { 'staff.0.name': '甲', 'staff.0.pay': '10' })).toEqual(
      expect.arrayContaining(['contracts', 'payroll']),
    );
  });

  test('Whatever is answered afterwards, what is needed then was said before.', () => {
    const answer = fc.record(
      {
        who: fc.constantFrom('self', 'agent'),
        first: fc.constantFrom('yes', 'no'),
        lost: fc.constantFrom('yes', 'no'),
        'owner.name': fc.constant('甲'),
        'owner.birthDay': fc.constantFrom('1980-05-05', '2015-05-05', 'not a day'),
        'staff.0.name': fc.constant('乙'),
        'staff.0.pay': fc.constantFrom('500', '1500', 'x'),
        'staff.2.pay': fc.constantFrom('800', ''),
        area: fc.constantFrom('20', '１００', '120', 'wide'),
        big: fc.constantFrom('yes', 'no'),
      },
      { requiredKeys: [] },
    );
    const person = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
    fc.assert(
      fc.property(answer, answer, person, fc.boolean(), (later, now, age, known) => {
        const whole: About = age === undefined ? about : aged(age);
        // What is answered now stays; a completion only adds.
        const said = keys(maybeNeeded, now, known ? whole : about);
        const needed = keys(neededMaterials, { ...later, ...now }, whole);
        expect(said).toEqual(expect.arrayContaining(needed));
        expect(said).toEqual(expect.arrayContaining(keys(neededMaterials, now, known ? whole : about)));
      }),
      { numRuns: 2000 },
    );
  });
});
