import { expect, test } from 'vitest';
import { changedRows, takenOver } from './kept-licence.rules.ts';

const before = [
  { label: '单位名称', text: '样例·张记理发店' },
  { label: '负责人', text: '样例·张三' },
  { label: '有效期', text: '到2026年' },
];

test('What was said anew stands in the old place, what nobody said stays, what is new comes last', () => {
  const anew = [
    { label: '有效期', text: '到2030年' },
    { label: '单位名称', text: '' },
    { label: '备注', text: '延续' },
  ];
  expect(takenOver(before, anew)).toEqual([before[0], before[1], anew[0], anew[2]]);
  expect(takenOver([], anew)).toEqual(anew);
});

test('ALL 49: the decision on a change names every entry that is another now', () => {
  const after = [{ label: '单位名称', text: '样例·李记理发店' }, ...before.slice(1), { label: '备注', text: '无' }];
  expect(changedRows(before, after)).toEqual([
    { label: '单位名称', before: '样例·张记理发店', after: '样例·李记理发店' },
    { label: '备注', before: '', after: '无' },
  ]);
});
