import { type Read, sql, type Tx } from '../database/index.ts';
import type { Call } from '../http/call.ts';
import { defineDaily, type JobKind } from '../jobs/index.ts';
import { Refusal } from '../refusal.ts';
import { open, openText, seal, vault } from '../vault/index.ts';
import { dropBytes, keepBytes, loadBytes } from './content.ts';
import { isDisguised, isTooManyPoints, mediaTypeOf } from './media-type.ts';

export { contentAddress, dropBytes, keepBytes, loadBytes } from './content.ts';

/** The most that one file may hold. */
export const mostFileBytes = 10 * 1024 * 1024;

export interface Uploader {
  readonly kind: 'resident' | 'staff';
  readonly id: string;
}

/** A file without its content. */
export interface KeptFile {
  readonly fileId: string;
  /** As its owner called it, in any script. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/**
 * Keeps a file, encrypted under a key of its own, before its row commits. Refuses `file_empty`, `file_too_large` and,
 * by the content and not by the name, `file_kind`; `file_disguised` when the name says something else.
 */
export async function keepFile(
  tx: Tx,
  call: Call,
  file: { name: string; bytes: Buffer; uploader: Uploader },
  folder: string,
): Promise<KeptFile> {
  const { bytes, uploader } = file;
  if (bytes.length === 0) throw new Refusal('file_empty');
  if (bytes.length > mostFileBytes) throw new Refusal('file_too_large', { mostBytes: mostFileBytes });
  const mediaType = await mediaTypeOf(bytes);
  if (mediaType === undefined) throw new Refusal('file_kind');
  if (isDisguised(file.name, mediaType)) throw new Refusal('file_disguised');
  if (isTooManyPoints(bytes, mediaType)) throw new Refusal('file_too_large', { mostBytes: mostFileBytes });
  const name = file.name.toWellFormed();
  const { key, wrapped } = vault().newKey();
  const address = await keepBytes(folder, seal(key, bytes));
  // The key serves this file alone, so one id names both.
  await sql`
    insert into files (district, id, uploader_kind, uploader_id, address, wrapped_key, sealed_name, media_type, bytes, uploaded_at)
    values (${call.district}, ${key.id}, ${uploader.kind}, ${uploader.id}, ${address}, ${wrapped}, ${seal(key, name)},
      ${mediaType}, ${bytes.length}, ${call.now})
  `.execute(tx);
  return { fileId: key.id, name, mediaType, bytes: bytes.length };
}

interface FileRow {
  readonly id: string;
  readonly uploaderKind: Uploader['kind'];
  readonly uploaderId: string;
  readonly address: string;
  readonly wrappedKey: Buffer;
  readonly sealedName: Buffer;
  readonly mediaType: string;
  readonly bytes: number;
}

async function findRows(read: Read, district: string, fileIds: readonly string[]): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select id, uploader_kind, uploader_id, address, wrapped_key, sealed_name, media_type, bytes from files
    where district = ${district} and id = any(${fileIds}::uuid[])
  `.execute(read);
  return rows;
}

const keyOf = (row: FileRow) => vault().unwrap({ id: row.id, wrapped: row.wrappedKey });

/** What is known of files, by id, with who handed each in; an id without a file is left out. */
export async function findFiles(
  read: Read,
  district: string,
  fileIds: readonly string[],
): Promise<Map<string, KeptFile & { readonly uploader: Uploader }>> {
  const rows = await findRows(read, district, fileIds);
  return new Map(
    rows.map((row) => {
      const { id, mediaType, bytes, uploaderKind, uploaderId } = row;
      const name = openText(keyOf(row), row.sealedName);
      return [id, { fileId: id, name, mediaType, bytes, uploader: { kind: uploaderKind, id: uploaderId } }];
    }),
  );
}

/** A file with its content. Refuses `not_found`, and `file_missing` when the content is gone or damaged. */
export async function openFile(
  read: Read,
  district: string,
  fileId: string,
  folder: string,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const [row] = await findRows(read, district, [fileId]);
  if (row === undefined) throw new Refusal('not_found');
  const key = keyOf(row);
  const bytes = open(key, await loadBytes(folder, row.address));
  return { name: openText(key, row.sealedName), mediaType: row.mediaType, bytes };
}

/** Of these files, those that something still refers to. */
export type FindUsed = (read: Read, district: string, fileIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Every night, uploads that nothing has referred to for two days are deleted, each with its key. */
export function sweepJob({ folder, findUsed }: { folder: () => string; findUsed: readonly FindUsed[] }): JobKind {
  return defineDaily('files.sweep', '03:30', async (tx, _, call) => {
    const { district } = call;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await sql<{ id: string }>`
        select id from files where district = ${district} and uploaded_at < ${call.now.subtract({ hours: 48 })} and id > ${after}
        order by id limit 500
      `.execute(tx);
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
      const ids = rows.map((row) => row.id);
      const used = new Set<string>();
      for (const find of findUsed) for (const id of await find(tx, district, ids)) used.add(id);
      await deleteFiles(tx, {
        district,
        folder: folder(),
        fileIds: ids.filter((id) => !used.has(id)),
      });
    }
  });
}

async function deleteFiles(
  tx: Tx,
  files: { district: string; folder: string; fileIds: readonly string[] },
): Promise<void> {
  const { rows } = await sql<{ address: string }>`
    delete from files where district = ${files.district} and id = any(${files.fileIds}::uuid[]) returning address
  `.execute(tx);
  // Content that a crash leaves behind is unreadable: its key went with the row.
  for (const { address } of rows) tx.afterCommit.push(() => void dropBytes(files.folder, address).catch(() => {}));
}
