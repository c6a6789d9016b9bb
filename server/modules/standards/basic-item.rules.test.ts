import { expect, test } from 'vitest';
import type { BasicContent, StandardHandling } from '../../../contract/standards.ts';
import { powerTypes } from '../../../contract/words.ts';
import { basicItemFaults, claimantsOf, isOnApplication } from './basic-item.rules.ts';

const both = (zh: string) => ({ zh, en: zh });
const handling: StandardHandling = {
  name: both('公共场所卫生许可'),
  serviceObjects: ['ENTERPRISE'],
  conditions: [],
  materials: [],
  fen: 0,
  result: both('卫生许可证'),
};
const content: BasicContent = {
  name: both('公共场所卫生许可'),
  exerciseLevels: ['DISTRICT'],
  bases: [{ law: '公共场所卫生管理条例', mark: 'sample' }],
  handlings: [handling],
  responsibilities: [],
  accountability: [],
};
const licence = { code: '430123002000', type: 'LICENSE', content } as const;

test('domain 1.1: nobody applies for a penalty, a coercive measure, a collection or an inspection', () => {
  expect(powerTypes.filter((type) => !isOnApplication(type))).toEqual([
    'PENALTY',
    'COERCION',
    'COLLECTION',
    'INSPECTION',
  ]);
});

test('R-1.1: the code of a basic item has twelve characters and says its type', () => {
  expect(basicItemFaults(licence)).toEqual([]);
  expect(basicItemFaults({ ...licence, code: '4301' })).toEqual([{ field: 'code', code: 'code_length' }]);
  expect(basicItemFaults({ ...licence, code: '430223002000' })).toEqual([{ field: 'code', code: 'code_type' }]);
});

test('what one applies for has at least one 业务办理项, what nobody applies for has none', () => {
  const empty = { ...content, handlings: [] };
  expect(basicItemFaults({ ...licence, content: empty })).toEqual([{ field: 'content.handlings', code: 'required' }]);
  expect(basicItemFaults({ code: '430223002000', type: 'PENALTY', content: empty })).toEqual([]);
  expect(basicItemFaults({ code: '430223002000', type: 'PENALTY', content })).toEqual([
    { field: 'content.handlings', code: 'out_of_place' },
  ]);
});

test('several 业务办理项 are told apart by their names, of which the first issue has none, and a material stands in each once', () => {
  const paper = { name: both('身份证'), necessity: 'required', originals: 1, copies: 0 } as const;
  const handlings: StandardHandling[] = [
    { ...handling, handling: both('变更'), materials: [paper, { ...paper, name: both('身份证 ') }] },
    { ...handling, handling: both('变更') },
    handling,
  ];
  expect(basicItemFaults({ ...licence, content: { ...content, handlings } })).toEqual([
    { field: 'content.handlings.0.materials', code: 'key_twice', facts: { key: '身份证' } },
    { field: 'content.handlings.1.handling', code: 'key_twice', facts: { key: '变更' } },
  ]);
});

test('认领: whoever decides an item of it or says so holds it, each once; the townships are no department', () => {
  expect(
    claimantsOf([{ decidingOrganId: 'a' }, { decidingOrganId: null }], [{ organId: 'a' }, { organId: 'b' }]),
  ).toEqual(['a', 'b']);
});
