import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { config } from '../../platform/config.ts';
import { foldersOf } from '../../platform/installation.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown();
const resident = await town.resident();
const picture = Buffer.from('ffd8ffe000104a46494600010100000100010000ffda0008010100003f00d2cf20ffd9', 'hex');

const upload = (name: string, body: Buffer, headers: Record<string, string> = {}) =>
  resident.raw('POST', `/api/my/files?name=${encodeURIComponent(name)}`, body, {
    'content-type': 'application/octet-stream',
    ...headers,
  });

test.each([
  ['of 0 bytes', 'card.jpg', Buffer.alloc(0), 422, 'file_empty'],
  ['that is an archive', 'card.jpg', Buffer.from(`504b0304${'00'.repeat(40)}`, 'hex'), 422, 'file_kind'],
  [
    'that is a picture and an archive',
    'card.jpg',
    Buffer.concat([picture, Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex')]),
    422,
    'file_kind',
  ],
  ['whose name says that it is a program', 'card.exe', picture, 422, 'file_disguised'],
  ['whose name says that it is a PDF', 'card.pdf', picture, 422, 'file_disguised'],
  ['of 11 MB', 'card.jpg', Buffer.concat([picture, Buffer.alloc(11 * 1024 * 1024)]), 413, 'too_large'],
])('A file %s is refused with a code that has a sentence', async (_, name, body, status, code) => {
  const reply = await upload(name, body);
  expect(reply.status).toBe(status);
  expect(reply.body).toMatchObject({ refusal: { code } });
});

test('A file of 500 MB is refused by what it announces, before it is read', async () => {
  const reply = await upload('film.jpg', picture, { 'content-length': String(500 * 1024 * 1024) });
  expect(reply.status).toBe(413);
  expect(reply.body).toMatchObject({ refusal: { code: 'too_large' } });
});

test('A file that is sent again under its key is the same file, and is not kept twice', async () => {
  const kept = async () =>
    (await readdir(foldersOf(config()).files, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
  const key = { 'idempotency-key': 'a-picture-of-mine' };
  const first = await upload('card.jpg', picture, key);
  const before = await kept();
  const again = await upload('card.jpg', picture, key);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect((await upload('card.jpg', Buffer.concat([picture, Buffer.alloc(9)]), key)).body).toMatchObject({
    refusal: { code: 'key_reused' },
  });
  expect(await kept()).toHaveLength(before.length);
});
