import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../tests/support/database.ts';
import { dayOf } from '../clock.ts';
import { sql, type Tx, transact } from '../database/index.ts';
import { systemCall } from '../http/call.ts';
import { newId } from '../ids.ts';
import { openVault, setVault } from '../vault/index.ts';
import { findFiles, keepBytes, keepFile, loadBytes, mostFileBytes, openFile, sweepJob } from './index.ts';

const db = await createTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'doorstep-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => setVault(openVault(Buffer.alloc(32, 7))));

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f00d2cf20ffd9', 'hex');
const uploader = { kind: 'resident', id: newId() } as const;
const now = Temporal.Instant.from('2026-03-02T04:00:00Z');
const call = systemCall({ district: 'files', demo: true, now, today: dayOf(now) });

const keep = (bytes: Buffer = jpeg, name = '身份证.jpg') =>
  transact(db, (tx) => keepFile(tx, call, { name, bytes, uploader }, folder));
const pathOf = (address: string) => join(folder, address.slice(0, 2), address.slice(2));
async function addressOf(fileId: string): Promise<string> {
  const { rows } = await sql<{ address: string }>`select address from files where id = ${fileId}`.execute(db);
  return rows[0]!.address;
}

test.for([
  '身份证 正面.jpg',
  '👵🏽老年证📄.png',
  'بطاقة الهوية.jpg',
  'תעודת זהות.jpg',
  'ᠮᠣᠩᠭᠣᠯ བོད་ཡིག ئۇيغۇرچە.jpg',
  '𠮷野家𪚥.jpg',
  '../../etc/passwd\u0000.jpg',
  '"a"; b=\r\nc.jpg',
  '名'.repeat(255),
])('The file %j comes back as it was handed in', async (name) => {
  const kept = await keep(jpeg, name);
  expect(kept).toEqual({ fileId: expect.any(String), name, mediaType: 'image/jpeg', bytes: jpeg.length });
  expect(await openFile(db, 'files', kept.fileId, folder)).toEqual({ name, mediaType: 'image/jpeg', bytes: jpeg });
  expect((await findFiles(db, 'files', [kept.fileId, newId()])).get(kept.fileId)).toEqual({ ...kept, uploader });
});

test('Half a character in a name does not stop the upload', async () => {
  expect((await keep(jpeg, 'a\ud83d.jpg')).name).toBe('a\ufffd.jpg');
});

test('Neither name nor content can be read where they lie, and the same file twice is two contents', async () => {
  const [first, second] = [await keep(), await keep()];
  const [one, two] = [await addressOf(first.fileId), await addressOf(second.fileId)];
  expect(one).not.toBe(two);
  expect(readFileSync(pathOf(one)).includes(jpeg.subarray(0, 12))).toBe(false);
  const { rows } = await sql<{ sealedName: Buffer }>`select sealed_name from files where id = ${first.fileId}`.execute(
    db,
  );
  expect(rows[0]!.sealedName.includes('身份证')).toBe(false);
});

test.for([
  ['an empty file', Buffer.alloc(0), 'file_empty'],
  ['a file of more than 10 MB', Buffer.concat([jpeg, Buffer.alloc(mostFileBytes)]), 'file_too_large'],
  ['a program called photo.jpg', Buffer.from(`MZ${'\0'.repeat(80)}`), 'file_kind'],
] as const)('Refused, with nothing left behind: %s', async ([, bytes, code]) => {
  const before = readdirSync(folder, { recursive: true }).length;
  await expect(keep(bytes, 'photo.jpg')).rejects.toMatchObject({ code });
  expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
});

test('A file of exactly 10 MB is taken', async () => {
  const whole = Buffer.concat([jpeg, Buffer.alloc(mostFileBytes - jpeg.length - 2), Buffer.of(0xff, 0xd9)]);
  const { fileId } = await keep(whole);
  expect((await openFile(db, 'files', fileId, folder)).bytes.equals(whole)).toBe(true);
});

test.for([
  ['cut short', (path: string) => truncateSync(path, 60)],
  [
    'changed in one bit',
    (path: string) =>
      writeFileSync(
        path,
        readFileSync(path).map((byte, i) => (i === 50 ? byte ^ 1 : byte)),
      ),
  ],
  ['removed', (path: string) => rmSync(path)],
] as const)('Content that was %s on the disk is missing, not served', async ([, spoil]) => {
  const { fileId } = await keep();
  spoil(pathOf(await addressOf(fileId)));
  await expect(openFile(db, 'files', fileId, folder)).rejects.toMatchObject({ code: 'file_missing' });
});

test('A file of another district, and one that never was, are not found', async () => {
  const { fileId } = await keep();
  await expect(openFile(db, 'elsewhere', fileId, folder)).rejects.toMatchObject({ code: 'not_found' });
  await expect(openFile(db, 'files', newId(), folder)).rejects.toMatchObject({ code: 'not_found' });
});

test('Bytes are kept once under their digest, and no draft stays', async () => {
  const bytes = Buffer.from('rendered');
  const addresses = await Promise.all([keepBytes(folder, bytes), keepBytes(folder, bytes)]);
  expect(addresses[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(addresses[1]).toBe(addresses[0]);
  expect(await loadBytes(folder, addresses[0])).toEqual(bytes);
  expect(readdirSync(join(folder, addresses[0].slice(0, 2))).filter((name) => name.includes('.'))).toEqual([]);
});

test('After two days an upload that nothing refers to is deleted, and one that is used stays', async () => {
  const [orphan, used] = [await keep(), await keep()];
  const address = await addressOf(orphan.fileId);
  const job = sweepJob({ folder: () => folder, findUsed: [async () => new Set([used.fileId])] });
  const run = job.run as (tx: Tx, payload: unknown, at: typeof call) => Promise<void>;
  const sweepAfter = (hours: number) => transact(db, (tx) => run(tx, {}, { ...call, now: now.add({ hours }) }));

  await sweepAfter(47);
  expect((await openFile(db, 'files', orphan.fileId, folder)).bytes).toEqual(jpeg);
  await sweepAfter(49);
  await expect(openFile(db, 'files', orphan.fileId, folder)).rejects.toMatchObject({ code: 'not_found' });
  await expect.poll(() => loadBytes(folder, address).catch((error) => error.code)).toBe('file_missing');
  expect((await openFile(db, 'files', used.fileId, folder)).bytes).toEqual(jpeg);
});
