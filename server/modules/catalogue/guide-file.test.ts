import { expect, test } from 'vitest';
import { transact } from '../../platform/database/index.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce, publishItemVersion } from './index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const itemId = town.items.seniorCard;
const get = (path: string) => town.http.inject({ method: 'GET', url: `/api/items/${itemId}${path}` });

/** The department lists a sample file, or takes it off again. */
async function publishFiles(fileIds: readonly string[]): Promise<void> {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, itemId);
  const [first, ...others] = version.content.materials;
  if (first === undefined) throw new Error('A card without materials.');
  const files = fileIds.map((fileId) => ({ fileId, name: '申请表样表', use: 'filled' as const }));
  const content = { ...version.content, materials: [{ ...first, files }, ...others] };
  await transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
}

test('Anybody reads a sample that the version in force lists; what it does not list is no file of the guide', async () => {
  const [fileId, other] = [await town.itemManager.upload('样表.png'), await town.itemManager.upload('别的.png')];
  expect((await get(`/files/${fileId}`)).statusCode).toBe(404);
  await publishFiles([fileId]);
  const sample = await get(`/files/${fileId}`);
  expect([sample.statusCode, sample.headers['content-type']]).toEqual([200, 'image/png']);
  expect((await get(`/files/${other}`)).statusCode).toBe(404);
});

test('A listed file stays when uploads that nobody refers to are swept away, also once a later version drops it', async () => {
  const [fileId, other] = [await town.itemManager.upload('样表.png'), await town.itemManager.upload('别的.png')];
  await publishFiles([fileId]);
  await publishFiles([]);
  await town.at('2026-03-06T09:00');
  const { rows } = await town.db.pool.query('select id from files where id = any($1)', [[fileId, other]]);
  expect(rows.map(({ id }) => id)).toEqual([fileId]);
});

test('The QR code leads to the guide; an address that says nonsense changes nothing of it', async () => {
  const [plain, nonsense] = await Promise.all([get('/code'), get('/code?situation=s.kind%3Dother%26to%3Devil')]);
  expect([plain.statusCode, plain.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  expect(nonsense.body).toBe(plain.body);
});
