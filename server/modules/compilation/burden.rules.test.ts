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
