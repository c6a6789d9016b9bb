import type { ItemAlias } from '../../../contract/catalogue.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getVersionInForce } from './item.store.ts';

/** What the staff call the items, by item. */
export async function getKeptAliases(read: Read, district: string): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ itemId: string; aliases: string[] }>`
    select item_id, array_agg(alias order by id) as aliases from item_aliases
    where district = ${district} and removed_at is null group by item_id
  `.execute(read);
  return new Map(rows.map(({ itemId, aliases }) => [itemId, aliases]));
}

/** False when the item has this alias already. */
export async function insertAlias(
  tx: Tx,
  call: Call,
  { id, itemId, alias, addedBy }: { id: string; itemId: string; alias: string; addedBy: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into item_aliases (district, id, item_id, alias, added_by, added_at)
    values (${call.district}, ${id}, ${itemId}, ${alias}, ${addedBy}, ${call.now})
    on conflict (district, item_id, alias) where removed_at is null do nothing returning id
  `.execute(tx);
  return rows.length > 0;
}

/** Marks an alias as removed and says whose it was. Refuses `not_found`, also when somebody removed it before. */
export async function markAliasRemoved(
  tx: Tx,
  call: Call,
  { aliasId, removedBy }: { aliasId: string; removedBy: string },
): Promise<string> {
  const { rows } = await sql<{ itemId: string }>`
    update item_aliases set removed_by = ${removedBy}, removed_at = ${call.now}
    where district = ${call.district} and id = ${aliasId} and removed_at is null returning item_id
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Refusal('not_found');
  return row.itemId;
}

interface AliasRow {
  readonly aliasId: string;
  readonly itemId: string;
  readonly alias: string;
  readonly addedBy: string;
  readonly addedAt: string;
  readonly removedAt: string | null;
}

async function withName(read: Read, call: Call, row: AliasRow): Promise<ItemAlias> {
  const { removedAt, ...alias } = row;
  const name = await getVersionInForce(read, call, row.itemId).then(
    ({ content }) => content.name,
    // Of an item that is no longer offered.
    () => undefined,
  );
  return { ...alias, ...(name && { itemName: name }), removed: removedAt !== null };
}

/** One alias, kept or removed. Refuses `not_found`. */
export async function getAlias(read: Read, call: Call, aliasId: string): Promise<ItemAlias> {
  const { rows } = await sql<AliasRow>`
    select a.id as alias_id, a.item_id, a.alias, s.name as added_by, a.added_at, a.removed_at
    from item_aliases a join staff s on s.district = a.district and s.id = a.added_by
    where a.district = ${call.district} and a.id = ${aliasId}
  `.execute(read);
  const [row] = rows;
  if (row === undefined) throw new Refusal('not_found');
  return withName(read, call, row);
}

/** The aliases that the staff keep, newest first. */
export async function getAliases(
  read: Read,
  { after, limit = 20 }: { after?: string; limit?: number },
  call: Call,
): Promise<{ aliases: ItemAlias[]; next?: string }> {
  const { rows } = await sql<AliasRow>`
    select a.id as alias_id, a.item_id, a.alias, s.name as added_by, a.added_at, a.removed_at
    from item_aliases a join staff s on s.district = a.district and s.id = a.added_by
    where a.district = ${call.district} and a.removed_at is null
      and a.id < coalesce(${after ?? null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    order by a.id desc limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    aliases: await Promise.all(page.map((row) => withName(read, call, row))),
    ...(rows.length > limit && last && { next: last.aliasId }),
  };
}
