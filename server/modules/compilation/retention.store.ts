import { sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { releaseItemFiles } from '../catalogue/index.ts';

type At = Pick<Call, 'district' | 'now'>;

/** Puts sheets aside that nobody confirmed since an instant; returns their ids. */
export async function discardImports(tx: Tx, { district, now }: At, before: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update item_imports set state = 'DISCARDED', confirmed_at = ${now}
    where district = ${district} and state = 'PREVIEWED' and read_at < ${before} returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** Deletes the rows of sheets that were imported or put aside before an instant; that they were read stays known. */
export async function deleteImportRows(tx: Tx, district: string, before: Temporal.Instant): Promise<void> {
  await sql`
    delete from item_import_rows r using item_imports i
    where i.district = ${district} and i.state in ('IMPORTED', 'DISCARDED') and i.confirmed_at < ${before}
      and r.district = i.district and r.import_id = i.id
  `.execute(tx);
}

/** Deletes the drafts of items that never came to be and that were given up before an instant, with what was done to them. */
export async function deleteAbandonedDrafts(tx: Tx, district: string, before: Temporal.Instant): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from item_drafts
    where district = ${district} and state = 'ABANDONED' and item_id is null and changed_at < ${before} for update
  `.execute(tx);
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await sql`delete from item_draft_acts where district = ${district} and draft_id = any(${ids}::uuid[])`.execute(tx);
  await sql`delete from item_drafts where district = ${district} and id = any(${ids}::uuid[])`.execute(tx);
  await releaseItemFiles(tx, district, ids);
}
