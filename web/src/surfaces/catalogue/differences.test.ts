import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('two contents that say the same do not differ', () => {
  expect(differences({ a: 1, b: { c: ['x'] } }, { b: { c: ['x'] }, a: 1 })).toEqual([]);
});

test('each difference is named by its smallest place, with what both say there', () => {
  const one = { content: { name: { zh: '证', en: 'card' }, visits: 1 } };
  const other = { content: { name: { zh: '卡', en: 'card' }, visits: 1 } };
  expect(differences(one, other)).toEqual([{ path: 'content.name.zh', one: '证', other: '卡' }]);
});

test('what only one of them has is shown whole', () => {
  const material = { name: { zh: '照片', en: 'Photo' }, copies: 1 };
  expect(differences({ materials: [] }, { materials: [material] })).toEqual([
    { path: 'materials.0', one: '', other: '照片 Photo 1' },
  ]);
});
