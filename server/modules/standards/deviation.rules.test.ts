import { expect, test } from 'vitest';
import type { BasicContent, UniformElement } from '../../../contract/standards.ts';
import { uniformElements } from '../../../contract/words.ts';
import { basicContentOf } from '../../demo/basic-items.ts';
import { demoItems } from '../../demo/items.ts';
import { basicCodeOf } from '../catalogue/index.ts';
import { defaultElements, deviationsOf, type ElementSet, siblingKey } from './deviation.rules.ts';
import type { BasicItem, ComparedItem } from './element.rules.ts';

const demo = demoItems.find(({ key }) => key === 'hygieneLicence');
if (demo === undefined) throw new Error('The demo has a hygiene licence.');
const item: ComparedItem = demo;
const { content } = item;
const basic: BasicItem = {
  code: basicCodeOf(item.code),
  type: 'LICENSE',
  content: basicContentOf([demo]),
};
const otherBody = '11431302DEM000030H';
const elementsOf = (found: readonly { element: UniformElement }[]) => found.map(({ element }) => element);

const against = (changed: Partial<ComparedItem['content']>, elements: ElementSet = defaultElements) =>
  deviationsOf({ ...item, content: { ...content, ...changed } }, { basic, siblings: [], elements });

const withStandard = (changed: Partial<BasicContent['handlings'][number]>) =>
  deviationsOf(item, {
    basic: {
      ...basic,
      content: {
        ...basic.content,
        handlings: basic.content.handlings.map((handling) => ({ ...handling, ...changed })),
      },
    },
    siblings: [],
    elements: defaultElements,
  });

test('domain 1.5: an item that says what its basic item says deviates in nothing', () => {
  expect(against({})).toEqual([]);
});

const [material, ...otherMaterials] = content.materials;
if (material === undefined) throw new Error('The licence needs materials.');

test.each<[UniformElement, Partial<ComparedItem['content']>]>([
  ['name', { name: { zh: '公共场所卫生证', en: 'Hygiene certificate' } }],
  ['type', { elements: { ...content.elements, itemType: 'CONFIRMATION' } }],
  ['bases', { bases: content.bases.slice(1) }],
  ['serviceObjects', { elements: { ...content.elements, serviceObjects: ['PERSON'] } }],
  ['conditions', { conditions: [...content.conditions, { zh: '有本区户口；', en: 'registered here;' }] }],
  ['materials', { materials: [{ ...material, copies: material.copies + 1 }, ...otherMaterials] }],
  ['statutoryLimit', { statutoryLimit: { ...content.promisedLimit, amount: 3 } }],
  ['promisedLimit', { promisedLimit: { ...content.promisedLimit, amount: content.promisedLimit.amount + 1 } }],
  ['fee', { fee: { ...content.fee, fen: 500 } }],
  ['result', { result: { ...content.result, name: { zh: '批复', en: 'Reply' } } }],
])('domain 1.5: a difference in %s is seen, and in nothing else', (element, changed) => {
  expect(elementsOf(against(changed))).toEqual([element]);
});

test('domain 1.5: the order of the stages is compared, not what they are called', () => {
  const stages = basic.content.handlings[0]?.process?.stages ?? [];
  const renamed = stages.map((stage) => ({ ...stage, name: { zh: `${stage.name.zh}环节`, en: stage.name.en } }));
  expect(withStandard({ process: { stages: renamed } })).toEqual([]);
  expect(elementsOf(withStandard({ process: { stages: stages.slice(1) } }))).toEqual(['process']);
});

test('R-1.2: a code whose level is not the item’s deviates in the code', () => {
  const found = deviationsOf({ ...item, level: 'TOWNSHIP' }, { basic, siblings: [], elements: defaultElements });
  expect(found.map(({ element, own }) => [element, own.zh])).toEqual([
    ['code', `${item.code}：第19位和行使层级不一致`],
  ]);
});

test('both sides are said in words: of a list only what the other side does not have', () => {
  const [found] = against({ materials: otherMaterials });
  expect(found?.own).toEqual({ zh: '没有', en: 'nothing' });
  expect(found?.other.zh).toContain(material.name.zh);
  const [longer] = against({ promisedLimit: { ...content.promisedLimit, amount: 18 } });
  expect(longer?.own.zh).toBe('18个工作日');
  expect(longer?.other.zh).toBe(`${content.promisedLimit.amount}个工作日`);
});

test('国发〔2018〕27号: name, code, type and basis lock, the rest warns, and what is off is not looked at', () => {
  expect(uniformElements.filter((element) => defaultElements[element] === 'locked')).toEqual([
    'name',
    'code',
    'type',
    'bases',
  ]);
  expect(against({ bases: content.bases.slice(1) })[0]?.locked).toBe(true);
  expect(against({ materials: otherMaterials })[0]?.locked).toBe(false);
  expect(against({ materials: otherMaterials }, { ...defaultElements, materials: 'off' })).toEqual([]);
});

test('what the basic item leaves open, a promise, is compared with the siblings alone', () => {
  const [handling] = basic.content.handlings;
  if (handling === undefined) throw new Error('The licence has one 业务办理项.');
  const { promisedLimit: _, ...open } = handling;
  const leftOpen = { ...basic, content: { ...basic.content, handlings: [open] } };
  const sibling = (days: number, body: string): ComparedItem => ({
    ...item,
    code: `${body}${item.code.slice(18)}`,
    content: { ...content, promisedLimit: { ...content.promisedLimit, amount: days } },
  });
  const promise = content.promisedLimit.amount;
  const others = [sibling(promise, otherBody), sibling(promise, '11431302DEM0010257')];
  const check = (each: ComparedItem, siblings: ComparedItem[]) =>
    deviationsOf(each, { basic: leftOpen, siblings, elements: defaultElements });
  expect(check(item, others)).toEqual([]);
  const odd = sibling(promise + 5, item.code.slice(0, 18));
  expect(check(odd, others)).toMatchObject([
    { element: 'promisedLimit', against: 'SIBLING', locked: false, otherCode: others[0]?.code },
  ]);
  expect(check(others[0] as ComparedItem, [odd, others[1] as ComparedItem])).toEqual([]);
});

test('two siblings that disagree both deviate, and neither blocks the other', () => {
  const sibling = {
    ...item,
    code: `${otherBody}${item.code.slice(18)}`,
    content: { ...content, name: { zh: '别的名', en: 'Other' } },
  };
  for (const [one, other] of [
    [item, sibling],
    [sibling, item],
  ] as const) {
    const found = deviationsOf(one, { siblings: [other], elements: defaultElements });
    expect(found.filter(({ against }) => against === 'SIBLING')).toMatchObject([{ element: 'name', locked: false }]);
  }
});

test('an item of the same body is no sibling, nor one of another 业务办理项', () => {
  const own = { ...item, content: { ...content, name: { zh: '别的名', en: 'Other' } } };
  expect(elementsOf(deviationsOf(item, { siblings: [own], elements: defaultElements }))).toEqual(['code']);
  const change = { ...item, content: { ...content, handling: { zh: '变更', en: 'Change' } } };
  expect(siblingKey(change)).not.toBe(siblingKey(item));
});

test('an item without a basic item is told so and not blocked', () => {
  expect(deviationsOf(item, { siblings: [], elements: defaultElements })).toEqual([
    {
      element: 'code',
      locked: false,
      against: 'NO_BASIC',
      own: { zh: basic.code, en: basic.code },
      other: { zh: '基本目录里没有', en: 'not in the basic catalogue' },
      otherCode: '',
    },
  ]);
});

test('a 业务办理项 that the basic item does not know deviates in its name', () => {
  const unknown = against({
    handling: { zh: '补办', en: 'Replacement' },
    name: { zh: '公共场所卫生许可（补办）', en: 'x' },
  });
  expect(elementsOf(unknown)).toEqual(['name']);
  expect(unknown[0]?.other.zh).toBe(content.name.zh);
});
