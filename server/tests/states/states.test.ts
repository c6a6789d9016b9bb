import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { statePages } from './state-pages.ts';

const folder = new URL('../../../docs/states/', import.meta.url);

test('docs/states is what the rules say now; else run npm run states', async () => {
  const pages = statePages();
  expect((await readdir(folder)).toSorted()).toEqual(Object.keys(pages).toSorted());
  for (const [name, page] of Object.entries(pages)) expect(await readFile(new URL(name, folder), 'utf8')).toBe(page);
});
