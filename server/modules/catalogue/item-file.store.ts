import type { FieldFault } from '../../../contract/refusals.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { ItemVersion } from './item.rules.ts';

type Content = Pick<ItemVersion['content'], 'materials'>;

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** 空白表格、示例样表 of a content, each with its place. */
const listedIn = ({ materials }: Content) =>
  materials.flatMap(({ files = [] }, material) =>
    files.map(({ fileId }, at) => ({ fileId, field: `content.materials.${material}.files.${at}.fileId` })),
  );

/**
 * The files of a content that a guide may not show to everybody, each with its place: those that staff did not hand in,
 * and with `newBy` those that nothing of the catalogue listed before and that are not this person's own.
 */
export async function findFileFaults(
  read: Read,
  district: string,
  { content, newBy }: { content: Content; newBy?: string },
): Promise<FieldFault[]> {
  const listed = listedIn(content);
  if (listed.length === 0) return [];
  const ids = listed.map(({ fileId }) => fileId).filter(isId);
  const { rows } = await sql<{ id: string }>`
    select id from files f
    where district = ${district} and id = any(${ids}::uuid[]) and uploader_kind = 'staff'
      ${newBy === undefined ? sql`` : sql`and (uploader_id = ${newBy} or exists (select from item_files i where i.district = f.district and i.file_id = f.id))`}
  `.execute(read);
  const fine = new Set(rows.map(({ id }) => id));
  return listed
    .filter(({ fileId }) => !fine.has(fileId.toLowerCase()))
    .map(({ field }) => ({ field, code: 'not_an_option' }));
}

/** Keeps the files that drafts and versions list from being swept away, in one statement whatever their number. */
export async function keepItemFiles(
  tx: Tx,
  district: string,
  holders: readonly { readonly id: string; readonly content: Content }[],
): Promise<void> {
  const pairs = holders.flatMap(({ id, content }) => listedIn(content).map(({ fileId }) => ({ id, fileId })));
  if (pairs.length === 0) return;
  await sql`
    insert into item_files (district, holder_id, file_id)
    select ${district}, holder_id, file_id
    from unnest(${pairs.map(({ id }) => id)}::uuid[], ${pairs.map(({ fileId }) => fileId)}::uuid[]) as named (holder_id, file_id)
    on conflict do nothing
  `.execute(tx);
}

/** Lets go of the files of drafts that are deleted. */
export async function releaseItemFiles(tx: Tx, district: string, holderIds: readonly string[]): Promise<void> {
  await sql`
    delete from item_files where district = ${district} and holder_id = any(${holderIds}::uuid[])
  `.execute(tx);
}

/** Of these files, those that a draft or a version of an item lists, in force or not: what was published stays. */
export async function findListedFiles(read: Read, district: string, fileIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ fileId: string }>`
    select distinct file_id from item_files where district = ${district} and file_id = any(${fileIds}::uuid[])
  `.execute(read);
  return new Set(rows.map(({ fileId }) => fileId));
}
