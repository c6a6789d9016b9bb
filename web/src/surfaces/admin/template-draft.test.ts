import { expect, test } from 'vitest';
import { emptyBlock, moved, sheetLines, withValue } from './template-draft.ts';

test('A value is put at its path, and nothing else changes', () => {
  const before = { title: '甲', blocks: [emptyBlock('numbered', ''), emptyBlock('table', '材料')] };
  const after = withValue(before, 'blocks.1.columns.0.text', '{名称}');
  expect(after.blocks[1]).toMatchObject({ columns: [{ text: '{名称}' }] });
  expect(after.blocks[0]).toBe(before.blocks[0]);
  expect(before.blocks[1]).toMatchObject({ columns: [{ text: '' }] });
});

test('An entry of a list and a condition can be taken away', () => {
  const block = { ...emptyBlock('table', '材料'), when: '材料' };
  expect(withValue(block, 'columns.0', undefined)).toMatchObject({ columns: [] });
  expect(withValue(block, 'when', undefined)).not.toHaveProperty('when');
});

test('A block moves by one step and stays where there is no room', () => {
  expect(moved(['甲', '乙', '丙'], 2, -1)).toEqual(['甲', '丙', '乙']);
  expect(moved(['甲', '乙'], 0, -1)).toEqual(['甲', '乙']);
  expect(moved(['甲', '乙'], 1, 1)).toEqual(['甲', '乙']);
});

test('A sheet reads as lines, tables row by row', () => {
  const table = {
    kind: 'table' as const,
    columns: [{ title: '材料', share: 1, align: 'left' as const }],
    rows: [['照片']],
  };
  expect(sheetLines({ head: ['收件凭证'], blocks: [table] })).toEqual(['收件凭证', '材料', '照片']);
});
