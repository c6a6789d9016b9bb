import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTown } from '../tests/support/town.ts';
import { checkKey, clearUnfinished, isInstalled } from './installation.ts';
import { openVault, setVault } from './vault/index.ts';

const town = await openTown();

test('a database that was made with another master key is refused before anything is sealed', async () => {
  await checkKey(town.db);
  setVault(openVault(randomBytes(32)));
  await expect(checkKey(town.db)).rejects.toThrow(/not the key of this database/);
});

test('an installation that was never finished is cleared, so that the next start can begin anew', async () => {
  await town.db.pool.query('delete from installation');
  await clearUnfinished(town.db);
  expect(await isInstalled(town.db)).toBe(false);
  expect((await town.db.pool.query('select from calendars')).rowCount).toBe(0);
});
