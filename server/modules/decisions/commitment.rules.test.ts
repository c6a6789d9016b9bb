import { expect, test } from 'vitest';
import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import { checkOpensDay, judgeChoice, letterOf, replacedBy, verificationOf } from './commitment.rules.ts';

const text = (zh: string) => ({ zh, en: zh });
const material = (key: string, withinDays?: number): MaterialRequirement => ({
  key,
  name: text(key),
  hint: text(''),
  necessity: 'required',
  originals: 1,
  copies: 0,
  form: 'either',
  source: 'applicant',
  basis: { law: '样例', mark: 'sample' },
  ...(withinDays !== undefined && { commitment: { verification: text(`看${key}。`), withinDays } }),
});
const needed = [material('idCard'), material('lease', 30), material('plan', 90)];
const whole: ItemContent['commitment'] = {
  conditions: [text('有人负责')],
  verification: { method: text('到现场看'), withinDays: 45 },
};
const content = {
  name: text('样例事项'),
  bases: [{ law: '样例条例', mark: 'sample' as const }],
  conditions: [text('住在本区')],
  commitment: whole,
};

test('国办发〔2020〕42号: only what the published item offers can be committed to, and nobody need commit to anything.', () => {
  const judge = (materials: string[], isWhole = false, commitment: ItemContent['commitment'] = whole) =>
    judgeChoice({ whole: isWhole, materials }, { fields: ['BUSINESS'], ...(commitment && { commitment }) }, needed);
  expect(judge([])).toBeUndefined();
  expect(judge(['lease', 'plan'])).toBeUndefined();
  expect(judge([], true)).toBeUndefined();
  expect(judge(['idCard'])).toEqual({ code: 'commitment_not_offered', facts: { key: 'idCard' } });
  expect(judgeChoice({ whole: true, materials: [] }, { fields: ['BUSINESS'] }, needed)?.code).toBe(
    'commitment_not_offered',
  );
});

test.each([
  'NATIONAL_SECURITY',
  'STATE_SECRETS',
  'PUBLIC_SECURITY',
  'PRUDENTIAL_FINANCE',
  'ENVIRONMENT',
  'HEALTH_AND_SAFETY',
  'FOREIGN_AFFAIRS',
] as const)('国办发〔2020〕42号: in the field %s no commitment stands for anything.', (field) => {
  expect(judgeChoice({ whole: false, materials: ['lease'] }, { fields: ['BUSINESS', field] }, needed)).toEqual({
    code: 'commitment_field_excluded',
    facts: { field },
  });
});

test('The letter names what it replaces, how it is verified and what follows if it is false; the shortest time counts.', () => {
  const choice = { whole: false, materials: ['lease', 'plan'] };
  expect(verificationOf(choice, content, needed)).toEqual({
    method: { zh: '看lease。看plan。', en: '看lease。 看plan。' },
    withinDays: 30,
  });
  expect(verificationOf({ whole: false, materials: ['plan'] }, content, needed).withinDays).toBe(90);
  const letter = letterOf(choice, { content, organ: text('样例局'), needed });
  expect(letter.replaces).toEqual([text('lease'), text('plan')]);
  expect(letter.conditions).toEqual([text('住在本区')]);
  expect(letter.liability).toHaveLength(3);
  expect(letter.statements).toHaveLength(5);
});

test('Who commits himself for the whole matter states its conditions and leaves out all that may be replaced.', () => {
  const choice = { whole: true, materials: [] };
  expect(replacedBy(choice, needed).map(({ key }) => key)).toEqual(['lease', 'plan']);
  expect(letterOf(choice, { content, organ: text('样例局'), needed })).toMatchObject({
    kind: 'ITEM',
    conditions: [text('有人负责')],
    verification: { withinDays: 45 },
  });
});

test('The verification is at hand when half of its time has gone by.', () => {
  expect(checkOpensDay(Temporal.PlainDate.from('2026-03-02'), 30).toString()).toBe('2026-03-17');
});
