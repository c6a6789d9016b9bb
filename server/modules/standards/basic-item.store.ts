import type { BasicContent, PowerType } from '../../../contract/standards.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { BasicItem } from './element.rules.ts';

/** A version of a basic item; it never changes. */
export interface BasicItemVersion extends BasicItem {
  readonly basicItemId: string;
  readonly version: number;
  readonly note: string;
  readonly publishedAt: string;
  readonly publishedBy: string | null;
}

/** The versions that hold, by code; of some codes only, where they are named. */
export async function getBasicItems(
  read: Read,
  district: string,
  codes?: readonly string[],
): Promise<BasicItemVersion[]> {
  const { rows } = await sql<BasicItemVersion>`
    select i.id as basic_item_id, i.code, v.version, v.power_type as type, v.content, v.note, v.published_at, s.name as published_by
    from basic_items i
    join lateral (
      select version, power_type, content, note, published_at, published_by from basic_item_versions
      where district = i.district and basic_item_id = i.id order by version desc limit 1
    ) v on true
    left join staff s on s.district = i.district and s.id = v.published_by
    where i.district = ${district} and (${codes ?? null}::text[] is null or i.code = any(${codes ?? null}::text[]))
    order by i.code
  `.execute(read);
  return rows;
}

/** A version of a basic item; without a number the one that holds. Refuses `not_found`. */
export async function getBasicItem(
  read: Read,
  district: string,
  { basicItemId, version }: { basicItemId: string; version?: number },
): Promise<BasicItemVersion> {
  const { rows } = await sql<BasicItemVersion>`
    select i.id as basic_item_id, i.code, v.version, v.power_type as type, v.content, v.note, v.published_at, s.name as published_by
    from basic_items i
    join basic_item_versions v on v.district = i.district and v.basic_item_id = i.id
    left join staff s on s.district = i.district and s.id = v.published_by
    where i.district = ${district} and i.id = ${basicItemId} and (${version ?? null}::integer is null or v.version = ${version ?? null})
    order by v.version desc limit 1
  `.execute(read);
  const [row] = rows;
  if (row === undefined) throw new Refusal('not_found');
  return row;
}

/** The history of a basic item, newest first. */
export async function getBasicVersions(
  read: Read,
  district: string,
  basicItemId: string,
): Promise<Pick<BasicItemVersion, 'version' | 'note' | 'publishedAt' | 'publishedBy'>[]> {
  const { rows } = await sql<Pick<BasicItemVersion, 'version' | 'note' | 'publishedAt' | 'publishedBy'>>`
    select v.version, v.note, v.published_at, s.name as published_by
    from basic_item_versions v left join staff s on s.district = v.district and s.id = v.published_by
    where v.district = ${district} and v.basic_item_id = ${basicItemId} order by v.version desc
  `.execute(read);
  return rows;
}

/** The basic item of a code, made when it is new; its row is locked. */
export async function lockBasicItem(
  tx: Tx,
  district: string,
  code: string,
): Promise<{ basicItemId: string; version: number }> {
  const { rows } = await sql<{ id: string }>`
    insert into basic_items (district, id, code) values (${district}, ${newId()}, ${code})
    on conflict (district, code) do update set code = excluded.code returning id
  `.execute(tx);
  const basicItemId = rows[0]?.id;
  if (basicItemId === undefined) throw new Error(`basic item ${code} was not made`);
  const latest = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from basic_item_versions
    where district = ${district} and basic_item_id = ${basicItemId}
  `.execute(tx);
  return { basicItemId, version: latest.rows[0]?.version ?? 0 };
}

export async function insertBasicVersion(
  tx: Tx,
  call: Call,
  {
    basicItemId,
    version,
    type,
    content,
    note,
  }: { basicItemId: string; version: number; type: PowerType; content: BasicContent; note: string },
): Promise<void> {
  await sql`
    insert into basic_item_versions (district, id, basic_item_id, version, power_type, content, note, published_by, published_at)
    values (${call.district}, ${newId()}, ${basicItemId}, ${version}, ${type}, ${JSON.stringify(content)}::jsonb, ${note},
      ${call.actor.kind === 'staff' ? call.actor.id : null}, ${call.now})
  `.execute(tx);
}

/** Who says that a basic item is his own 认领. */
export interface Claim {
  readonly basicItemId: string;
  readonly organId: string;
  readonly claimedAt: string;
}

/** The claims that stand; of one basic item only, where it is named. */
export async function getClaims(read: Read, district: string, basicItemId?: string): Promise<Claim[]> {
  const { rows } = await sql<Claim>`
    select basic_item_id, organ_id, claimed_at from basic_item_claims
    where district = ${district} and released_at is null
      and (${basicItemId ?? null}::uuid is null or basic_item_id = ${basicItemId ?? null})
    order by id
  `.execute(read);
  return rows;
}

/** False where the organ claims it already. */
export async function insertClaim(
  tx: Tx,
  call: Call,
  { basicItemId, organId }: { basicItemId: string; organId: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into basic_item_claims (district, id, basic_item_id, organ_id, claimed_by, claimed_at)
    values (${call.district}, ${newId()}, ${basicItemId}, ${organId}, ${call.actor.kind === 'staff' ? call.actor.id : null}, ${call.now})
    on conflict (district, basic_item_id, organ_id) where released_at is null do nothing returning id
  `.execute(tx);
  return rows.length > 0;
}

/** False where the organ has no claim to let go. */
export async function endClaim(
  tx: Tx,
  call: Call,
  { basicItemId, organId }: { basicItemId: string; organId: string },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update basic_item_claims set released_by = ${call.actor.id}, released_at = ${call.now}
    where district = ${call.district} and basic_item_id = ${basicItemId} and organ_id = ${organId} and released_at is null
    returning id
  `.execute(tx);
  return rows.length > 0;
}
