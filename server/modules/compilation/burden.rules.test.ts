import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import type { ItemContent } from '../catalogue/index.ts';
import { burdensOf } from './burden.rules.ts';

const item = demoItems.find(({ key }) => key === 'hygieneLicence');
if (item === undefined) throw new Error('The demo has a hygiene licence.');
const { content, caseType } = item;
const both = (zh: string) => ({ zh, en: zh });
const burdens = (change: Partial<ItemContent>) =>
  burdensOf({ content, caseType }, { content: { ...content, ...change }, caseType });

const [material] = content.materials;
if (material === undefined) throw new Error('It has materials.');
const more = { ...material, key: 'more', name: both('公章') };

test('R-1.6: what is the same, what is taken out and what is better said in the guide burdens nobody.', () => {
  expect(burdens({})).toEqual([]);
  expect(burdens({ materials: content.materials.slice(1), conditions: content.conditions.slice(1) })).toEqual([]);
  expect(burdens({ brief: both('更清楚'), steps: content.steps.map(({ zh }) => both(`${zh}。`)) })).toEqual([]);
  expect(burdensOf(undefined, { content, caseType })).toEqual([]);
});

test('R-1.6: a material more is a burden, whether it is required or not; one that we look up ourselves is none.', () => {
  expect(burdens({ materials: [...content.materials, more] })).toEqual([{ kind: 'material', text: '公章' }]);
  expect(burdens({ materials: [...content.materials, { ...more, necessity: 'optional' }] })).toHaveLength(1);
  expect(burdens({ materials: [...content.materials, { ...more, necessity: 'shared' }] })).toEqual([]);
});

test('R-1.6: a material that becomes required, or is needed by everybody, is a burden; the other way round is none.', () => {
  const from = (before: Partial<typeof more>, after: Partial<typeof more>) =>
    burdensOf(
      { content: { ...content, materials: [{ ...more, ...before }] }, caseType },
      { content: { ...content, materials: [{ ...more, ...after }] }, caseType },
    ).length;
  expect(from({ necessity: 'optional' }, { necessity: 'required' })).toBe(1);
  expect(from({ necessity: 'shared' }, { necessity: 'optional' })).toBe(1);
  expect(from({ necessity: 'required' }, { necessity: 'optional' })).toBe(0);
  const when = [{ field: 'applicant.age', atLeast: 60 }];
  expect(from({ when }, {})).toBe(1);
  expect(from({}, { when })).toBe(0);
});

test('R-1.6: a condition more, or one in other words, is a burden; its English is not.', () => {
  expect(burdens({ conditions: [...content.conditions, both('年满二十岁；')] })).toEqual([
    { kind: 'condition', text: '年满二十岁；' },
  ]);
  expect(burdens({ conditions: content.conditions.map(({ zh }) => ({ zh, en: 'In other words' })) })).toEqual([]);
});

test('R-1.6: a task more in the process, or a step more for the applicant, is a burden.', () => {
  const own = {
    ...both('核'),
    key: 'check',
    name: both('现场踏勘'),
    kind: 'SITE_VISIT',
    organ: 'DECIDING',
    post: both('踏勘岗'),
  };
  const task = own as unknown as NonNullable<ItemContent['process']>['stages'][number]['tasks'][number];
  const process = { stages: [{ key: 'visit', name: both('踏勘'), tasks: [task] }] };
  expect(burdens({ process })).toEqual([{ kind: 'step', text: '现场踏勘' }]);
  expect(burdens({ steps: [...content.steps, both('再来一趟')] })).toEqual([{ kind: 'step', text: '再来一趟' }]);
});

test('R-1.6: an immediate matter that becomes a promised one has a review more.', () => {
  const { process: _, ...usual } = content;
  expect(burdensOf({ content: usual, caseType: 'IMMEDIATE' }, { content: usual, caseType: 'PROMISED' })).toEqual([
    { kind: 'step', text: '审查' },
  ]);
});

/** How many burdens a change of one material is. */
const ofMaterial = (before: Partial<typeof more>, after: Partial<typeof more>) =>
  burdensOf(
    { content: { ...content, materials: [{ ...more, ...before }] }, caseType },
    { content: { ...content, materials: [{ ...more, ...after }] }, caseType },
  ).length;

test('R-1.6: the official name makes a material, not its key: another name is another material, another key is none.', () => {
  expect(ofMaterial({ name: both('身份证') }, { name: both('无犯罪记录证明') })).toBe(1);
  expect(ofMaterial({}, { name: { ...more.name, en: 'Company seal' } })).toBe(0);
  expect(ofMaterial({ key: 'one' }, { key: 'other' })).toBe(0);
  const twice = [more, { ...more, key: 'again' }];
  expect(burdens({ materials: [...content.materials, ...twice] })).toHaveLength(2);
  expect(
    burdensOf(
      { content: { ...content, materials: [more] }, caseType },
      { content: { ...content, materials: twice }, caseType },
    ),
  ).toHaveLength(1);
});

test.each<[string, Partial<typeof more>, Partial<typeof more>]>([
  ['more originals', { originals: 0 }, { originals: 3 }],
  ['more copies', { copies: 1 }, { copies: 5 }],
  ['on paper only', { form: 'either' }, { form: 'paper' }],
  ['another standard', {}, { standard: both('须经公证') }],
  ['no longer to follow later', { tolerated: { workingDays: 5 } }, {}],
  ['to follow sooner', { tolerated: { workingDays: 5 } }, { tolerated: { workingDays: 2 } }],
  ['no commitment in its place', { commitment: { verification: both('核验') } }, {}],
  ['no certificate in its place', { licence: '居民身份证' }, {}],
])('R-1.6: of one material %s is a burden, and the other way round none.', (_, before, after) => {
  expect(ofMaterial(before, after)).toBe(1);
  if (after.standard === undefined) expect(ofMaterial(after, before)).toBe(0);
});

test('R-1.6: conditions of a material are a burden unless they provably narrow.', () => {
  const age = (atLeast: number) => ({ when: [{ field: 'applicant.age', atLeast }] });
  const kind = (...is: string[]) => ({ when: [{ field: 'kind', is }] });
  expect(ofMaterial(age(80), age(1))).toBe(1);
  expect(ofMaterial(age(60), age(80))).toBe(0);
  expect(ofMaterial(kind('a'), kind('a', 'b'))).toBe(1);
  expect(ofMaterial(kind('a', 'b'), kind('a'))).toBe(0);
  expect(ofMaterial(kind('a'), age(60))).toBe(1);
  expect(ofMaterial(age(60), { when: [...kind('a').when, ...age(70).when] })).toBe(0);
  const below = (top: number) => ({ when: [{ field: 'applicant.age', below: top }] });
  expect(ofMaterial(below(18), below(60))).toBe(1);
  expect(ofMaterial(below(60), below(18))).toBe(0);
});

test('R-1.6: a higher fee and a visit more are burdens.', () => {
  expect(burdens({ fee: { ...content.fee, fen: content.fee.fen + 90_000 } })).toMatchObject([{ kind: 'fee' }]);
  expect(burdens({ visits: content.visits + 5 })).toEqual([{ kind: 'visit', text: `${content.visits + 5}次` }]);
  expect(burdens({ visits: 0 })).toEqual([]);
});

test('R-1.6: a compulsory question that is new, becomes compulsory, asks something else or asks more people is a burden.', () => {
  const question: ItemContent['form'][number] = {
    ...{ key: 'record', kind: 'text', label: both('有无犯罪记录'), required: true, privacy: 'sensitive' },
  };
  const asked = (before: ItemContent['form'], after: ItemContent['form']) =>
    burdensOf({ content: { ...content, form: before }, caseType }, { content: { ...content, form: after }, caseType });
  expect(asked([], [question])).toEqual([{ kind: 'question', text: '有无犯罪记录' }]);
  expect(asked([], [{ ...question, required: false }])).toEqual([]);
  expect(asked([{ ...question, required: false }], [question])).toHaveLength(1);
  expect(asked([{ ...question, label: both('电话') }], [question])).toHaveLength(1);
  expect(asked([{ ...question, when: [{ field: 'kind', is: ['a'] }] }], [question])).toHaveLength(1);
  expect(asked([question], [{ ...question, when: [{ field: 'kind', is: ['a'] }] }])).toEqual([]);
  const { privacy, ...leaf } = question;
  const rows = (fields: ItemContent['form'][number]['fields']) => [
    { ...leaf, privacy, key: 'members', kind: 'rows' as const, required: false, ...(fields && { fields }) },
  ];
  expect(asked(rows([]), rows([{ ...leaf, privacy, kind: 'text' }]))).toEqual([
    { kind: 'question', text: '有无犯罪记录' },
  ]);
  const stop = { when: [{ field: 'kind', is: ['a'] }], text: both('未满二十岁不能申请'), stops: true };
  expect(asked([question], [{ ...question, notes: [stop] }])).toEqual([
    { kind: 'condition', text: '未满二十岁不能申请' },
  ]);
});

test('R-1.6: a task of the same key that is of another kind, or takes longer, is a burden.', () => {
  const task = {
    key: 'check',
    name: both('核'),
    kind: 'REVIEW' as const,
    organ: 'DECIDING' as const,
    post: both('岗'),
  };
  const asking = (change: Partial<NonNullable<ItemContent['process']>['stages'][number]['tasks'][number]>) => ({
    content: {
      ...content,
      process: { stages: [{ key: 'check', name: both('核'), tasks: [{ ...task, ...change }] }] },
    },
    caseType,
  });
  const days = (amount: number) => asking({ limit: { amount, unit: 'workingDays' } });
  expect(burdensOf(days(3), days(3))).toEqual([]);
  expect(burdensOf(days(3), days(2))).toEqual([]);
  expect(burdensOf(days(3), days(4))).toEqual([{ kind: 'step', text: '核' }]);
  expect(burdensOf(days(3), asking({ limit: { amount: 3, unit: 'calendarDays' } }))).toHaveLength(1);
  expect(burdensOf(asking({}), days(1))).toHaveLength(1);
  expect(burdensOf(asking({}), asking({ kind: 'SITE_VISIT' }))).toHaveLength(1);
});
