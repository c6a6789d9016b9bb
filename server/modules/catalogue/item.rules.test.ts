import { expect, test } from 'vitest';
import type { ItemContent } from '../../../contract/item-content.ts';
import { workCalendar } from '../deadlines/calendar.rules.ts';
import { type Limit, licensingLimits } from '../deadlines/index.ts';
import { faultsOf } from './item.rules.ts';

const calendar = workCalendar({ edition: 'test', years: [] });
const zhEn = { zh: '样例', en: 'sample' };
const promise = (amount: number, unit: Limit['unit'] = 'workingDays'): Limit => ({
  amount,
  unit,
  basis: { guide: '样例' },
});

function version(content: Partial<ItemContent>, more: Partial<Parameters<typeof faultsOf>[0]> = {}) {
  return { content: { ...base, ...content }, caseType: 'PROMISED', level: 'DISTRICT', ...more } as const;
}

const base: ItemContent = {
  name: zhEn,
  brief: zhEn,
  bring: zhEn,
  howLong: zhEn,
  conditions: [],
  materials: [],
  form: [],
  statutoryLimit: licensingLimits.decision,
  promisedLimit: promise(10),
  answerLimit: licensingLimits.correction,
  limitMarks: { statutory: 'checked', promised: 'sample' },
  fee: { fen: 0, note: zhEn, mark: 'sample' },
  result: { name: zhEn, note: zhEn },
  elements: {
    itemType: 'LICENSE',
    serviceObjects: ['PERSON'],
    powerSource: 'STATUTORY',
    handlingForms: ['WINDOW'],
    onlineDepth: 'RESULT',
    handlingArea: 'COUNTY',
    resultType: 'DECISION',
    visitReason: zhEn,
    specialProcedures: [],
    jointBodies: [],
    bookable: false,
    payableOnline: false,
    courier: false,
    selfService: false,
    bodyNature: 'STATUTORY',
    assistance: [],
    offHours: false,
    singleContact: true,
    simpleApproval: false,
    mobile: true,
    themes: ['样例'],
    questions: [],
  },
  steps: [],
  bases: [{ law: '行政许可法', mark: 'checked' }],
  remedies: zhEn,
  visits: 1,
  deliveryWishes: ['WINDOW'],
  deemedAcceptance: true,
  lifeEvent: 'business',
  aliases: [],
  online: true,
  correctionDays: null,
  grantReason: '样例',
  offeredAt: ['TOWNSHIP'],
};

test('A sound version has no fault.', () => {
  expect(faultsOf(version({}), calendar)).toEqual([]);
});

test.each([
  ['20 working days promised of 20', promise(20), []],
  ['21 working days promised of 20', promise(21), ['promise_over_law']],
  ['30 calendar days promised of 20 working days', promise(30, 'calendarDays'), ['promise_over_law']],
])('R-2.15: a promise never ends later than the law allows: %s.', (_, promisedLimit, codes) => {
  expect(faultsOf(version({ promisedLimit }), calendar).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['at once', promise(0), []],
  ['by the next working day', promise(1), []],
  ['within two office hours', promise(2, 'officeHours'), []],
  ['within the seven hours of an office day', promise(7, 'officeHours'), []],
  ['within eight office hours', promise(8, 'officeHours'), ['not_immediate']],
  ['within two working days', promise(2), ['not_immediate']],
  ['within one calendar day', promise(1, 'calendarDays'), ['not_immediate']],
])('R-1.5: an immediate matter is decided within one working day: %s.', (_, promisedLimit, codes) => {
  expect(faultsOf(version({ promisedLimit }, { caseType: 'IMMEDIATE' }), calendar).map(({ code }) => code)).toEqual(
    codes,
  );
});

test('A village decides nothing.', () => {
  expect(faultsOf(version({}, { level: 'VILLAGE' }), calendar)).toEqual([{ field: 'level', code: 'village_decides' }]);
});

test('A key that stands twice, a choice without options and a limit without its mark are named.', () => {
  const question = { key: 'kind', kind: 'choice', label: zhEn, required: true, privacy: 'plain' } as const;
  const content = { form: [question, question], limitMarks: { promised: 'sample' } } as const;
  expect(
    faultsOf(version({ ...content, form: [...content.form] }), calendar).map(({ field, code }) => [field, code]),
  ).toEqual([
    ['content.limitMarks.statutory', 'required'],
    ['content.form.0.options', 'options_missing'],
    ['content.form.1.key', 'key_twice'],
    ['content.form.1.options', 'options_missing'],
  ]);
});

test('A decision states only answers that the form asks for.', () => {
  const form: ItemContent['form'] = [{ key: 'area', kind: 'number', label: zhEn, required: true, privacy: 'plain' }];
  expect(faultsOf(version({ form, decisionAnswers: ['area'] }), calendar)).toEqual([]);
  expect(faultsOf(version({ form, decisionAnswers: ['area', 'religion'] }), calendar)).toEqual([
    { field: 'content.decisionAnswers', code: 'unknown_field', facts: { key: 'religion' } },
  ]);
});
