import { expect, test } from 'vitest';
import type { FormField } from '../../../contract/form.ts';
import { applicantOf, applicantsOf, type KnownPerson, partiesOf, phonesToTell, presentPerson } from './party.rules.ts';

const about = { today: '2026-03-12' };
const person: KnownPerson = {
  residentId: 'r1',
  assurance: 'verified',
  name: '样例·张某某',
  number: '431302190001010017',
  phone: '13000000000',
};
const agent: KnownPerson = { ...person, residentId: 'r2', name: '样例·李某', phone: '13000000001' };
const block = (key: string, kind: FormField['kind'], more: Partial<FormField>): FormField => ({
  key,
  kind,
  label: { zh: key, en: key },
  required: true,
  privacy: 'plain',
  ...more,
});
const roles = (
  form: FormField[],
  answers: Record<string, string>,
  who: { person: KnownPerson; agent?: KnownPerson } = { person },
) => partiesOf(form, answers, about, who).map(({ role, kind, name }) => [role, kind, name]);

test('Whoever comes applies for himself where the form names no applicant.', () => {
  expect(roles([], {})).toEqual([['applicant', 'person', '样例·张某某']]);
});

test('For a firm its handler comes: the firm applies, also one that has no code yet.', () => {
  const firm = block('firm', 'firm', { asks: ['uscc'], party: 'applicant', signer: 'handler' });
  const parties = partiesOf([firm], { 'firm.name': '样例商贸有限公司', 'firm.uscc': '91360803MA0000007X' }, about, {
    person,
  });
  expect(parties.map(({ role, kind }) => [role, kind])).toEqual([
    ['handler', 'person'],
    ['applicant', 'firm'],
  ]);
  expect(applicantOf(parties)).toMatchObject({ number: '91360803MA0000007X', assurance: 'declared', residentId: null });
  expect(presentPerson(parties).name).toBe('样例·张某某');
  const unborn = partiesOf(
    [block('firm', 'firm', { party: 'applicant', signer: 'legalRepresentative' })],
    { 'firm.name': '某合作社' },
    about,
    { person },
  );
  expect(applicantOf(unborn)).toMatchObject({ number: null, assurance: 'none' });
  expect(presentPerson(unborn).role).toBe('legalRepresentative');
});

test('For a minor the guardian comes, where the answer says that it is for a child.', () => {
  const form = [
    block('who', 'choice', {
      options: [
        { value: 'self', label: { zh: '自己', en: 'me' } },
        { value: 'child', label: { zh: '孩子', en: 'child' } },
      ],
    }),
    block('child', 'person', { party: 'applicant', signer: 'guardian', when: [{ field: 'who', is: ['child'] }] }),
  ];
  expect(roles(form, { who: 'child', 'child.name': '样例·小宝' })).toEqual([
    ['guardian', 'person', '样例·张某某'],
    ['applicant', 'person', '样例·小宝'],
  ]);
  expect(roles(form, { who: 'self', 'child.name': '样例·小宝' })).toEqual([['applicant', 'person', '样例·张某某']]);
});

test('A newborn without a number is a beneficiary, a spouse applies too, members take part and are not addressed.', () => {
  const form = [
    block('baby', 'person', { asks: ['birthDay', 'sex'], party: 'beneficiary' }),
    block('spouse', 'person', { asks: ['number', 'phone'], party: 'coApplicant' }),
    block('members', 'rows', {
      party: 'member',
      fields: [block('name', 'text', {}) as never, block('number', 'residentNumber', {}) as never],
    }),
  ];
  const parties = partiesOf(
    form,
    {
      'baby.name': '小宝',
      'baby.birthDay': '2026-03-01',
      'baby.sex': 'female',
      'spouse.name': '样例·王某',
      'members.0.name': '甲',
      'members.1.name': '乙',
      'members.1.number': '43130219000101005x',
    },
    about,
    { person },
  );
  expect(parties.map(({ role, name, number, assurance }) => [role, name, number, assurance])).toEqual([
    ['applicant', '样例·张某某', '431302190001010017', 'verified'],
    ['beneficiary', '小宝', null, 'none'],
    ['coApplicant', '样例·王某', null, 'none'],
    ['member', '甲', null, 'none'],
    ['member', '乙', '43130219000101005X', 'declared'],
  ]);
  expect(applicantsOf(parties).map(({ name }) => name)).toEqual(['样例·张某某', '样例·王某']);
});

test('An agent stands beside his principal, whose card counts, and both are told.', () => {
  const parties = partiesOf([], {}, about, { person, agent });
  expect(parties.map(({ role }) => role)).toEqual(['applicant', 'agent']);
  expect(presentPerson(parties).residentId).toBe('r1');
  expect(phonesToTell(parties)).toEqual(['13000000000', '13000000001']);
});
