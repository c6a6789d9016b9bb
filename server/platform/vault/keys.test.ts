import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openKeys } from './keys.ts';

const folder = await mkdtemp(join(tmpdir(), 'doorstep-keys-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

test('keys are made once, whole, and are the same on the next start', async () => {
  const first = await openKeys(join(folder, 'a'));
  const again = await openKeys(join(folder, 'a'));
  expect(again.master.equals(first.master)).toBe(true);
  expect(again.sealing.publicKey.equals(first.sealing.publicKey)).toBe(true);
  expect((await readdir(join(folder, 'a'))).sort()).toEqual(['master.key', 'sealing.pem']);
});

test('a damaged master key is refused in a sentence instead of sealing with half a secret', async () => {
  await openKeys(join(folder, 'b'));
  await writeFile(join(folder, 'b', 'master.key'), '');
  await expect(openKeys(join(folder, 'b'))).rejects.toThrow(/master\.key is damaged/);
});
