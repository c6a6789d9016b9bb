import type { Standing } from '../../../contract/catalogue.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { basicCodeOf } from './code.rules.ts';
import { createCopies } from './copies.rules.ts';
import type { ItemVersion } from './item.rules.ts';
import type { ItemRoute } from './route.rules.ts';

/** A version never changes, so that a copy is good for ever. */
const copies = createCopies<ItemVersion>(8000);

/** A version by its id, in force or not. Refuses `not_found`. */
export async function getItemVersion(read: Read, district: string, itemVersionId: string): Promise<ItemVersion> {
  const [version] = await getItemVersions(read, district, [itemVersionId]);
  if (version === undefined) throw new Refusal('not_found');
  return version;
}

/** Versions by their ids, in their order; those that do not exist are left out. */
export async function getItemVersions(read: Read, district: string, ids: readonly string[]): Promise<ItemVersion[]> {
  const keyOf = (id: string) => `${district}:${id}`;
  const known = new Map(ids.map((id) => [id, copies.find(keyOf(id))]));
  const missing = ids.filter((id) => known.get(id) === undefined);
  const { rows } =
    missing.length === 0
      ? { rows: [] }
      : await sql<ItemVersion>`
        select v.id, v.item_id, v.version, i.code, v.effective_day, v.procedure_profile as profile, v.case_type, v.level,
          v.accepting_organ_id, v.deciding_organ_id, v.content
        from item_versions v
        join items i on i.district = v.district and i.id = v.item_id
        where v.district = ${district} and v.id = any(${missing}::uuid[])
      `.execute(read);
  for (const row of rows) {
    known.set(row.id, row);
    copies.keep(keyOf(row.id), row);
  }
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** Items by the name of their newest version, in force or not; those that do not exist are left out. */
export async function getItemNames(
  read: Read,
  district: string,
  itemIds: readonly string[],
): Promise<Map<string, LocalText>> {
  if (itemIds.length === 0) return new Map();
  const { rows } = await sql<{ itemId: string; name: LocalText }>`
    select i.item_id, v.name from unnest(${itemIds}::uuid[]) as i(item_id)
    cross join lateral (
      select content -> 'name' as name from item_versions
      where district = ${district} and item_id = i.item_id order by version desc limit 1
    ) v
  `.execute(read);
  return new Map(rows.map(({ itemId, name }) => [itemId, name]));
}

/** How an item stands on a day, and since when. */
export interface ItemStanding {
  readonly standing: Standing['standing'];
  readonly fromDay?: string;
  readonly reason?: LocalText;
}

interface InForce {
  readonly versionId: string | null;
  readonly standing: Standing['standing'] | null;
  readonly fromDay: string | null;
  readonly reasonZh: string | null;
  readonly reasonEn: string | null;
}

/**
 * The version that binds today. Refuses `not_found`, `item_not_offered` where none is in force, `item_suspended` and
 * `item_cancelled`: such an item takes no new application, and what runs goes on under its own version.
 */
export async function getVersionInForce(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  itemId: string,
): Promise<ItemVersion> {
  const { version, standing, fromDay } = await getItemToday(read, call, itemId);
  if (standing === 'SUSPENDED') throw new Refusal('item_suspended', { fromDay: fromDay ?? '' });
  if (standing === 'CANCELLED') throw new Refusal('item_cancelled', { fromDay: fromDay ?? '' });
  return version;
}

/** The version that binds today, or bound last, and how the item stands. Refuses `not_found`, `item_not_offered`. */
export async function getItemToday(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  itemId: string,
): Promise<ItemStanding & { readonly version: ItemVersion }> {
  const { rows } = await sql<InForce>`
    select (
      select id from item_versions
      where district = i.district and item_id = i.id and state = 'PUBLISHED'
        and effective_day <= ${call.today} and (until_day is null or until_day > ${call.today})
      order by version desc limit 1
    ) as version_id, s.standing, s.from_day, s.reason_zh, s.reason_en
    from items i
    left join lateral (
      select standing, from_day, reason_zh, reason_en from item_standings
      where district = i.district and item_id = i.id and from_day <= ${call.today}
      order by from_day desc, id desc limit 1
    ) s on true
    where i.district = ${call.district} and i.id = ${itemId}
  `.execute(read);
  const [item] = rows;
  if (item === undefined) throw new Refusal('not_found');
  if (item.versionId === null) throw new Refusal('item_not_offered');
  return { version: await getItemVersion(read, call.district, item.versionId), ...standingOf(item) };
}

function standingOf({ standing, fromDay, reasonZh, reasonEn }: Omit<InForce, 'versionId'>): ItemStanding {
  if (standing === null || standing === 'IN_USE' || fromDay === null) return { standing: 'IN_USE' };
  return { standing, fromDay, reason: { zh: reasonZh ?? '', en: reasonEn ?? '' } };
}

/**
 * The versions that bind today, one an item, without those that are suspended or cancelled. A copy is kept per process
 * and day, and is good while the catalogue's revision is the same: with several servers too.
 */
export async function getVersionsInForce(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
): Promise<readonly ItemVersion[]> {
  return (await loadInForce(read, call)).versions;
}

/** What is in force today with the revision that it was read at. */
export interface InForceToday {
  readonly revision: number;
  readonly versions: readonly ItemVersion[];
  readonly routes: readonly ItemRoute[];
}

const inForce = new Map<string, { stamp: string; loaded: Promise<InForceToday> }>();

/** What an act has loaded: what it revises itself counts from its commit on. */
const ofActs = new WeakMap<Read, { today: string; loaded: Promise<InForceToday> }>();

/** Everything in force today, from this process's copy; one read of one number says whether it is still good. */
export function loadInForce(read: Read, call: Pick<Call, 'district' | 'today'>): Promise<InForceToday> {
  if (!('atCommit' in read)) return loadLatest(read, call);
  const today = call.today.toString();
  const known = ofActs.get(read);
  if (known?.today === today) return known.loaded;
  const loaded = loadLatest(read, call);
  ofActs.set(read, { today, loaded });
  return loaded;
}

async function loadLatest(read: Read, call: Pick<Call, 'district' | 'today'>): Promise<InForceToday> {
  const revision = await getRevision(read, call.district);
  const stamp = `${revision}:${call.today}`;
  const known = inForce.get(call.district);
  if (known?.stamp === stamp) return known.loaded;
  const loaded = readInForce(read, call, revision);
  inForce.set(call.district, { stamp, loaded });
  loaded.catch(() => inForce.delete(call.district));
  return loaded;
}

/** The routes in force today. */
export async function loadRoutes(read: Read, call: Pick<Call, 'district' | 'today'>): Promise<readonly ItemRoute[]> {
  return (await loadInForce(read, call)).routes;
}

async function readInForce(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  revision: number,
): Promise<InForceToday> {
  const [{ rows }, routes] = await Promise.all([
    sql<{ id: string }>`
      select latest.id from (
        select distinct on (item_id) id, item_id from item_versions
        where district = ${call.district} and state = 'PUBLISHED'
          and effective_day <= ${call.today} and (until_day is null or until_day > ${call.today})
        order by item_id, version desc
      ) latest
      where not exists (
        select from (
          select distinct on (item_id) item_id, standing from item_standings
          where district = ${call.district} and from_day <= ${call.today}
          order by item_id, from_day desc, id desc
        ) s where s.item_id = latest.item_id and s.standing <> 'IN_USE'
      )
      order by latest.item_id
    `.execute(read),
    readRoutes(read, call),
  ]);
  const ids = rows.map(({ id }) => id);
  return { revision, versions: await getItemVersions(read, call.district, ids), routes };
}

async function readRoutes(read: Read, { district, today }: Pick<Call, 'district' | 'today'>): Promise<ItemRoute[]> {
  const { rows } = await sql<ItemRoute>`
    select id, item_id, region_id, level, mode, receiver_organ_id, from_day, until_day from item_routes
    where district = ${district} and from_day <= ${today} and (until_day is null or until_day > ${today})
    order by from_day, id
  `.execute(read);
  return rows;
}

async function getRevision(read: Read, district: string): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from catalogue_revisions where district = ${district}
  `.execute(read);
  return rows[0]?.revision ?? 0;
}

/** What is offered changes with this transaction: every copy, on every server, is read again after its commit. */
export function reviseCatalogue(tx: Tx, district: string): void {
  tx.atCommit.push((closing) =>
    sql`
      insert into catalogue_revisions (district, revision) values (${district}, 1)
      on conflict (district) do update set revision = catalogue_revisions.revision + 1
    `.execute(closing),
  );
}

/** The items of these codes, made where they are new; their rows are locked, so that two publications get two numbers. */
export async function lockItems(
  tx: Tx,
  district: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, { readonly itemId: string; readonly version: number }>> {
  // In one order, so that two who publish the same codes wait for each other.
  const sorted = codes.toSorted();
  const { rows } = await sql<{ id: string; code: string }>`
    insert into items (district, id, code, basic_code)
    select ${district}, id, code, basic_code
    from unnest(${sorted.map(() => newId())}::uuid[], ${sorted}::text[], ${sorted.map(basicCodeOf)}::text[]) as made (id, code, basic_code)
    on conflict (district, code) do update set code = excluded.code returning id, code
  `.execute(tx);
  const latest = await sql<{ itemId: string; version: number }>`
    select item_id, max(version) as version from item_versions
    where district = ${district} and item_id = any(${rows.map(({ id }) => id)}::uuid[]) group by item_id
  `.execute(tx);
  const versions = new Map(latest.rows.map(({ itemId, version }) => [itemId, version]));
  return new Map(rows.map(({ id, code }) => [code, { itemId: id, version: versions.get(id) ?? 0 }]));
}

export async function insertVersions(tx: Tx, district: string, versions: readonly ItemVersion[]): Promise<void> {
  await sql`
    insert into item_versions (district, id, item_id, version, state, effective_day, procedure_profile, case_type, level,
      accepting_organ_id, deciding_organ_id, content, name_zh, name_en, item_type)
    select ${district}, id, "itemId", version, 'PUBLISHED', "effectiveDay", profile, "caseType", level,
      "acceptingOrganId", "decidingOrganId", content, content #>> '{name,zh}', content #>> '{name,en}',
      content #>> '{elements,itemType}'
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v (id uuid, "itemId" uuid, version integer,
      "effectiveDay" date, profile text, "caseType" text, level text, "acceptingOrganId" uuid, "decidingOrganId" uuid,
      content jsonb)
  `.execute(tx);
  reviseCatalogue(tx, district);
}
