import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import { facetsOf, tidy } from './element.rules.ts';

const item = demoItems.find(({ key }) => key === 'hygieneLicence');
if (item === undefined) throw new Error('The demo has a hygiene licence.');
const { content } = item;

test.each([
  ['身份证', '身 份　证'],
  ['营业执照（副本）', '营业执照(副本)'],
  ['复印件２份', '复印件2份'],
  ['有固定的店面；', '有固定的店面。'],
  ['A4纸', 'a4纸'],
])('“%s” and “%s” say the same', (one, other) => {
  expect(tidy(one)).toBe(tidy(other));
});

test.each([
  ['身份证', '身份证明'],
  ['20平方米', '30平方米'],
  ['不收钱', '收钱'],
])('“%s” and “%s” do not', (one, other) => {
  expect(tidy(one)).not.toBe(tidy(other));
});

test('every element of an item says something, in both languages', () => {
  for (const demo of demoItems) {
    const facets = facetsOf(demo);
    expect(Object.keys(facets)).toHaveLength(12);
    for (const { sayings } of Object.values(facets))
      for (const { text } of sayings) expect([text.zh.trim(), text.en.trim()]).not.toContain('');
  }
});

test('the order of materials, conditions, bases and objects makes no difference, that of the stages does', () => {
  const turned = {
    ...item,
    content: {
      ...content,
      materials: content.materials.toReversed(),
      conditions: content.conditions.toReversed(),
      bases: content.bases.toReversed(),
    },
  };
  const [before, after] = [facetsOf(item), facetsOf(turned)];
  for (const element of ['materials', 'conditions', 'bases'] as const)
    expect(after[element]?.key).toBe(before[element]?.key);
});

test('processes that differ never read the same, whatever their stages are called', () => {
  const stage = (...kinds: ('INTAKE' | 'REVIEW' | 'DECISION')[]) => ({
    key: 'handling',
    name: { zh: '办理', en: 'Handling' },
    tasks: kinds.map((kind) => {
      const words = { zh: '办理', en: 'Handling' };
      return { key: 'task', kind, name: words, organ: 'DECIDING' as const, post: words };
    }),
  });
  const read = (...stages: ReturnType<typeof stage>[]) =>
    facetsOf({ ...item, content: { ...content, process: { stages } } }).process?.sayings[0];
  const [one, other] = [read(stage('REVIEW', 'INTAKE')), read(stage('INTAKE'), stage('REVIEW'))];
  expect(one?.text).toEqual({ zh: '办理（收件＋审查）', en: 'Handling (intake + review)' });
  expect(other?.text.zh).toBe('办理（收件） → 办理（审查）');
  expect(one?.key).not.toBe(other?.key);
  expect(read(stage('INTAKE', 'REVIEW'))).toEqual(one);
});

test('a fee is read in yuan and a limit in its unit', () => {
  const { fee } = facetsOf({ ...item, content: { ...content, fee: { ...content.fee, fen: 1050 } } });
  expect(fee?.sayings[0]?.text).toEqual({ zh: '10.50元', en: '10.50 yuan' });
  const { statutoryLimit } = facetsOf({ ...item, content: { ...content } });
  expect(statutoryLimit?.sayings[0]?.text.zh).toMatch(/^\d+个工作日$/);
});
