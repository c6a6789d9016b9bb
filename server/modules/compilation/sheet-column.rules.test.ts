import { expect, test } from 'vitest';
import { sheetColumns } from './sheet-column.rules.ts';

const bare = (text: string) => text.replace(/[\s（）()]/g, '').toLowerCase();

test('Every column has a key of its own, and every heading means one column.', () => {
  expect(new Set(sheetColumns.map(({ key }) => key)).size).toBe(sheetColumns.length);
  const headings = sheetColumns.flatMap(({ key, also }) => also.map((heading) => [bare(heading), key] as const));
  const meanings = Map.groupBy(headings, ([heading]) => heading);
  expect([...meanings].filter(([, of]) => new Set(of.map(([, key]) => key)).size > 1)).toEqual([]);
});

test('A group and its title together say which column it is.', () => {
  const whole = sheetColumns.map(({ group, title }) => `${group}${title}`);
  expect(new Set(whole).size).toBe(whole.length);
});
