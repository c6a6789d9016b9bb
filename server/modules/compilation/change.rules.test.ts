import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import { changesOf } from './change.rules.ts';

const item = demoItems.find(({ key }) => key === 'hygieneLicence');
if (item === undefined) throw new Error('The demo has a hygiene licence.');
const { content } = item;
const both = (zh: string) => ({ zh, en: `${zh} in English` });

describe('Properties', () => {
  const text = fc.record({ zh: fc.string({ maxLength: 4 }), en: fc.string({ maxLength: 4 }) });
  const entry = fc.record({ key: fc.constantFrom('a', 'b', 'c', '__proto__', '1'), name: text, when: fc.option(text) });
  const value = fc.oneof(
    text,
    fc.string({ maxLength: 4 }),
    fc.boolean(),
    fc.integer(),
    fc.array(text, { maxLength: 4 }),
    fc.uniqueArray(entry, { maxLength: 4, selector: ({ key }) => key }),
    fc.array(entry, { maxLength: 4 }),
  );
  const element = fc.constantFrom('name', 'conditions', 'materials', 'form');
  const contents = fc.dictionary(element, value, { maxKeys: 4 });
  const plain = (given: object) => JSON.parse(JSON.stringify(given)) as Record<string, unknown>;

  test('Equal contents give no change, however their parts are ordered.', () => {
    fc.assert(
      fc.property(contents, (given) => {
        expect(changesOf(given, given)).toEqual([]);
        const turned = Object.fromEntries(Object.entries(plain(given)).toReversed());
        expect(changesOf(given, turned)).toEqual([]);
      }),
    );
  });

  test('Unequal contents give at least one, and each names an element that differs.', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const changes = changesOf(before, after);
        const said = new Set(changes.map((change) => change.element));
        for (const name of ['name', 'conditions', 'materials', 'form']) {
          const isSame = changesOf({ it: before[name] }, { it: after[name] }).length === 0;
          expect(said.has(name)).toBe(!isSame);
          if (isSame && before[name] !== undefined) expect(after[name]).toEqual(before[name]);
        }
      }),
    );
  });

  test('What one way is added, is removed the other way.', () => {
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const count = (changes: ReturnType<typeof changesOf>, kind: string) =>
          changes.filter((change) => change.kind === kind).length;
        const [there, back] = [changesOf(before, after), changesOf(after, before)];
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'removed')).toBe(count(back, 'added'));
      }),
    );
  });
});

test('An entry with a key that moved is moved, not taken out and put in.', () => {
  const [first, ...rest] = content.materials;
  if (first === undefined) throw new Error('It has materials.');
  const changes = changesOf(content, { ...content, materials: [...rest, first] });
  expect(changes).toMatchObject([{ element: 'materials', path: 'materials', kind: 'moved' }]);
  expect(changes[0]?.before?.split('、')[0]).toBe(first.name.zh);
});

test('A part of a material is told by its place, with the name of the material, in Chinese.', () => {
  const materials = content.materials.map((material, at) =>
    at === 0 ? { ...material, necessity: 'optional' as const, copies: material.copies + 2 } : material,
  );
  const [first] = content.materials;
  expect(changesOf(content, { ...content, materials })).toEqual([
    {
      element: 'materials',
      path: `materials.${first?.key}.necessity`,
      entry: first?.name.zh,
      kind: 'changed',
      before: '必要',
      after: '非必要',
    },
    {
      element: 'materials',
      path: `materials.${first?.key}.copies`,
      entry: first?.name.zh,
      kind: 'changed',
      before: String(first?.copies),
      after: String((first?.copies ?? 0) + 2),
    },
  ]);
});

test('A material more is one change that says what it is.', () => {
  const more = { ...content.materials[0], key: 'more', name: both('公章') };
  const changes = changesOf(content, { ...content, materials: [...content.materials, more] });
  expect(changes).toHaveLength(1);
  expect(changes).toMatchObject([{ path: 'materials.more', kind: 'added', entry: '公章' }]);
  expect(changes[0]?.after).toMatch(/^公章；/);
});

test('A limit is one line: its days with their basis.', () => {
  const promisedLimit = { ...content.promisedLimit, amount: 3 };
  expect(changesOf(content, { ...content, promisedLimit })).toMatchObject(
    [{ path: 'promisedLimit', kind: 'changed', before: expect.stringContaining('个工作日'), after: /^3个工作日/ }].map(
      ({ after, ...rest }) => ({ ...rest, after: expect.stringMatching(after) }),
    ),
  );
});

test('A reworded condition is changed in its place; where only the English changed, the English is told.', () => {
  const conditions = [both('一'), both('二'), both('三')];
  const reworded = [both('一'), both('二改'), both('三')];
  expect(changesOf({ conditions }, { conditions: reworded })).toEqual([
    { element: 'conditions', path: 'conditions.1', kind: 'changed', before: '二', after: '二改' },
  ]);
  expect(changesOf({ name: { zh: '名', en: 'old' } }, { name: { zh: '名', en: 'new' } })).toEqual([
    { element: 'name', path: 'name', kind: 'changed', before: 'old', after: 'new' },
  ]);
});

test('Conditions in another order are moved; one that is there twice is there twice.', () => {
  expect(changesOf({ conditions: [both('一'), both('二')] }, { conditions: [both('二'), both('一')] })).toEqual([
    { element: 'conditions', path: 'conditions', kind: 'moved', before: '一、二', after: '二、一' },
  ]);
  expect(changesOf({ conditions: [both('一')] }, { conditions: [both('一'), both('一')] })).toEqual([
    { element: 'conditions', path: 'conditions.1', kind: 'added', after: '一' },
  ]);
});

test('Money is told in yuan, a yes as 是, a law with its article and how far it was checked.', () => {
  const basis = { law: '某条例', article: '第三条', mark: 'sample' };
  expect(changesOf({ fee: { fen: 0 }, online: false }, { fee: { fen: 1250, basis }, online: true })).toMatchObject([
    { path: 'fee.fen', before: '0元', after: '12.5元' },
    { path: 'fee.basis', kind: 'added', after: '《某条例》第三条（待部门核对）' },
    { path: 'online', before: '否', after: '是' },
  ]);
});
