import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ItemVersion } from './item.rules.ts';

/** A version never changes, so that a copy is good for ever. */
const copies = new Map<string, ItemVersion>();

/** A version by its id, in force or not. Refuses `not_found`. */
export async function getItemVersion(read: Read, district: string, itemVersionId: string): Promise<ItemVersion> {
  const [version] = await getItemVersions(read, district, [itemVersionId]);
  if (version === undefined) throw new Refusal('not_found');
  return version;
}

/** Versions by their ids, in their order; those that do not exist are left out. */
export async function getItemVersions(read: Read, district: string, ids: readonly string[]): Promise<ItemVersion[]> {
  const missing = ids.filter((id) => !copies.has(`${district}:${id}`));
  if (missing.length > 0) {
    const { rows } = await sql<ItemVersion>`
      select v.id, v.item_id, v.version, i.code, v.effective_day, v.procedure_profile as profile, v.case_type, v.level,
        v.accepting_organ_id, v.deciding_organ_id, v.content
      from item_versions v
      join items i on i.district = v.district and i.id = v.item_id
      where v.district = ${district} and v.id = any(${missing}::uuid[])
    `.execute(read);
    for (const row of rows) copies.set(`${district}:${row.id}`, row);
  }
  return ids.flatMap((id) => copies.get(`${district}:${id}`) ?? []);
}

/** The version that binds today. Refuses `not_found`, and `item_not_offered` where none is in force. */
export async function getVersionInForce(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  itemId: string,
): Promise<ItemVersion> {
  const { rows } = await sql<{ versionId: string | null }>`
    select (
      select id from item_versions
      where district = i.district and item_id = i.id and state = 'PUBLISHED'
        and effective_day <= ${call.today} and (until_day is null or until_day > ${call.today})
      order by version desc limit 1
    ) as version_id
    from items i where i.district = ${call.district} and i.id = ${itemId}
  `.execute(read);
  const [item] = rows;
  if (item === undefined) throw new Refusal('not_found');
  if (item.versionId === null) throw new Refusal('item_not_offered');
  return getItemVersion(read, call.district, item.versionId);
}

/** The versions that bind today, one an item. */
export async function getVersionsInForce(read: Read, call: Pick<Call, 'district' | 'today'>): Promise<ItemVersion[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (item_id) id, item_id from item_versions
      where district = ${call.district} and state = 'PUBLISHED'
        and effective_day <= ${call.today} and (until_day is null or until_day > ${call.today})
      order by item_id, version desc
    ) latest order by item_id
  `.execute(read);
  return getItemVersions(
    read,
    call.district,
    rows.map(({ id }) => id),
  );
}

/** The item of a code, made when it is new; its row is locked, so that two publications get two numbers. */
export async function lockItem(tx: Tx, district: string, code: string): Promise<{ itemId: string; version: number }> {
  const { rows } = await sql<{ id: string }>`
    insert into items (district, id, code) values (${district}, ${newId()}, ${code})
    on conflict (district, code) do update set code = excluded.code returning id
  `.execute(tx);
  const itemId = rows[0]?.id;
  if (itemId === undefined) throw new Error(`item ${code} was not made`);
  const latest = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from item_versions where district = ${district} and item_id = ${itemId}
  `.execute(tx);
  return { itemId, version: latest.rows[0]?.version ?? 0 };
}

export async function insertVersion(tx: Tx, district: string, version: ItemVersion): Promise<void> {
  await sql`
    insert into item_versions (district, id, item_id, version, state, effective_day, procedure_profile, case_type, level,
      accepting_organ_id, deciding_organ_id, content)
    values (${district}, ${version.id}, ${version.itemId}, ${version.version}, 'PUBLISHED', ${version.effectiveDay},
      ${version.profile}, ${version.caseType}, ${version.level}, ${version.acceptingOrganId}, ${version.decidingOrganId},
      ${JSON.stringify(version.content)}::jsonb)
  `.execute(tx);
}
