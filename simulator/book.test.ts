import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBook } from './book.ts';

const folder = await mkdtemp(join(tmpdir(), 'doorstep-books-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const span = { from: '2027-01-01', to: '2027-10-31' };
const found = { run: 'louxing-1-1', days: async () => span };

test('A book that is opened again says what was kept last, and each server has its own', async () => {
  const book = await openBook(folder, { ...found, server: 'a' });
  expect(book.standing).toMatchObject({ span, finished: -1 });
  await book.keep({ finished: 33, late: { accept: 2 } });
  const later = { from: '2028-01-01', to: '2028-10-31' };
  const other = await openBook(folder, { ...found, server: 'b', days: async () => later });
  expect(other.standing).toMatchObject({ span: later, finished: -1 });
  const again = await openBook(folder, { ...found, server: 'a', days: () => expect.unreachable() });
  expect(again.standing).toEqual({ ...book.standing, finished: 33, late: { accept: 2 } });
});

test('Whoever is stopped while he writes leaves the page before', async () => {
  const book = await openBook(folder, { ...found, server: 'c' });
  await book.keep({ finished: 9 });
  await writeFile(join(folder, 'simulations', 'louxing-1-1-c.json.new'), '{"span":{"fr');
  const again = await openBook(folder, { ...found, server: 'c' });
  expect(again.standing.finished).toBe(9);
  await again.keep({ finished: 10 });
  expect((await readdir(join(folder, 'simulations'))).filter((name) => name.endsWith('.new'))).toEqual([]);
});
