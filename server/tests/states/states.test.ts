import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { citationsOf } from './law-page.ts';
import { statePages } from './state-pages.ts';

const folder = new URL('../../../docs/states/', import.meta.url);

test('docs/states is what the rules say now; else run npm run states', async () => {
  const pages = statePages();
  expect((await readdir(folder)).toSorted()).toEqual(Object.keys(pages).toSorted());
  for (const [name, page] of Object.entries(pages)) expect(await readFile(new URL(name, folder), 'utf8')).toBe(page);
});

test('a title is read as a lawyer reads it', () => {
  const read = (title: string) => citationsOf(title).map(({ law, article }) => `${law} ${article}`);
  expect(read('R-2.9, ALL 26, 42(2): 45 days')).toEqual(['R-2. 9', 'ALL 26', 'ALL 42']);
  expect(read('T6: ten days more that ALL 42 allows')).toEqual(['T 6']);
  expect(read('国办发〔2020〕42号, R-2.4: taken back')).toEqual(['国办发〔2020〕42号 0', 'R-2. 4']);
  expect(read('an organ of 12 people')).toEqual([]);
});

test('every rule and every worked example of counting has its test', async () => {
  const page = statePages()['law.md'] ?? '';
  for (let rule = 1; rule <= 16; rule += 1) expect(page).toContain(`| R-2.${rule} |`);
  for (let example = 1; example <= 6; example += 1) expect(page).toContain(`| T${example} |`);
  const articles = [
    7, 8, 26, 29, 31, 32, 34, 35, 36, 38, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 55, 69, 70, 78, 79, 82,
  ];
  for (const article of articles) expect(page).toContain(`| ALL ${article} |`);
  for (const article of ['OBE 36', 'OBE 37', 'CC 165', 'CC 201', 'CC 203', 'ESL 11', 'CPL 87', 'CPL 95'])
    expect(page).toContain(`| ${article} |`);
});
