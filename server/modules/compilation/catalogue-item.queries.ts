import type { LegalBasis } from '../../../contract/catalogue.ts';
import type {
  CatalogueItem,
  CatalogueItemView,
  Change,
  HistoryRow,
  VersionRow,
  VersionView,
} from '../../../contract/compilation.ts';
import type { Level } from '../../../contract/values.ts';
import type { powerTypes } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { codeFaults, getItemVersion, getItemVersions, type ItemVersion, organName } from '../catalogue/index.ts';
import { getStaffNames, permissionsOf, type StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { changesOf } from './change.rules.ts';
import { approvalsOf, type DraftDeed, ownerOf } from './draft.rules.ts';
import { findOpenDraft, getDeeds, isOpen } from './draft.store.ts';
import { shownOf } from './shown.rules.ts';
import { actsOnStanding } from './standing.rules.ts';
import { findLastStanding, getStandings } from './standing.store.ts';

interface ListedItem {
  readonly itemId: string;
  readonly code: string;
  readonly versionId: string;
  readonly version: number;
  readonly effectiveDay: string;
  readonly level: Level;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly itemType: string;
  readonly acceptingOrganId: string | null;
  readonly decidingOrganId: string | null;
  readonly standing: CatalogueItem['standing'];
  readonly openDraftId: string | null;
}

export interface ListCatalogueItems {
  readonly q?: string;
  /** Who decides; `township`: the townships. */
  readonly departmentId?: string;
  readonly standing?: CatalogueItem['standing'];
  readonly after?: string;
  readonly limit?: number;
}

/** Every item of the catalogue with its latest version, by code; no content is read. */
export async function listCatalogueItems(
  read: Read,
  { q, departmentId, standing, after, limit = 20 }: ListCatalogueItems,
  call: StaffCall,
): Promise<{ items: CatalogueItem[]; next?: string }> {
  const words = `%${(q ?? '').trim().replace(/[\\%_]/g, '\\$&')}%`;
  const [places, { rows }] = await Promise.all([
    loadPlaces(read, call.district),
    sql<ListedItem>`
      ${itemRows(call)}
      where i.district = ${call.district}
        ${words === '%%' ? sql`` : sql`and (v.name_zh ilike ${words} or v.name_en ilike ${words} or i.code ilike ${words})`}
        ${departmentId === undefined ? sql`` : departmentId === 'township' ? sql`and v.deciding_organ_id is null` : sql`and v.deciding_organ_id = ${departmentId}::uuid`}
        ${standing === undefined ? sql`` : sql`and coalesce(s.standing, 'IN_USE') = ${standing}`}
        ${after === undefined ? sql`` : sql`and i.code > ${after}`}
      order by i.code limit ${limit + 1}
    `.execute(read),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => itemOf(row, places)),
    ...(rows.length > limit && last !== undefined && { next: last.code }),
  };
}

const itemRows = ({ today }: StaffCall) => sql`
  select i.id as item_id, i.code, v.id as version_id, v.version, v.effective_day, v.level, v.name_zh, v.name_en,
    v.item_type, v.accepting_organ_id, v.deciding_organ_id, coalesce(s.standing, 'IN_USE') as standing,
    d.id as open_draft_id
  from items i
  join lateral (
    select id, version, effective_day, level, name_zh, name_en, item_type, accepting_organ_id, deciding_organ_id
    from item_versions where district = i.district and item_id = i.id order by version desc limit 1
  ) v on true
  left join lateral (
    select standing from item_standings where district = i.district and item_id = i.id and from_day <= ${today}
    order by from_day desc, id desc limit 1
  ) s on true
  left join item_drafts d on d.district = i.district and d.item_id = i.id and ${isOpen}
`;

function itemOf(row: ListedItem, places: Places): CatalogueItem {
  return {
    itemId: row.itemId,
    code: row.code,
    name: { zh: row.nameZh, en: row.nameEn },
    organ: organName(row.decidingOrganId, places),
    level: row.level,
    itemVersionId: row.versionId,
    version: row.version,
    effectiveDay: row.effectiveDay,
    standing: row.standing,
    ...(row.openDraftId !== null && { openDraftId: row.openDraftId }),
    codeFaults: faultsOfCode(row, places),
  };
}

function faultsOfCode({ code, level, itemType }: ListedItem, places: Places): string[] {
  const province = places.root?.code.slice(0, 2);
  return codeFaults(code, {
    level,
    ...(itemType !== '' && { type: itemType as (typeof powerTypes)[number] }),
    ...(province !== undefined && { province }),
  });
}

/** One item with its versions, who made them, how it stands and stood, and what this post may do with it. */
export async function getCatalogueItem(
  read: Read,
  { itemId }: { itemId: string },
  call: StaffCall,
): Promise<CatalogueItemView> {
  const [places, { rows }, versions, standings, last, open] = await Promise.all([
    loadPlaces(read, call.district),
    sql<ListedItem>`${itemRows(call)} where i.district = ${call.district} and i.id = ${itemId}`.execute(read),
    getVersionRows(read, { itemId, limit: 500 }, call),
    getStandings(read, call.district, itemId),
    findLastStanding(read, call.district, itemId),
    findOpenDraft(read, call.district, itemId),
  ]);
  const [row] = rows;
  if (row === undefined) throw new Refusal('not_found');
  const { code, name, organ, level, codeFaults: faults } = itemOf(row, places);
  const today = call.today.toString();
  const now = standings.find(({ fromDay }) => fromDay <= today);
  const permissions = permissionsOf(call.staff.post?.role);
  const own = call.staff.post?.organId;
  const owner = ownerOf(row);
  const isOwn = owner === null || owner === own;
  const mayChange = permissions.includes('drafts.compile') && isOwn && open === undefined;
  return {
    ...{ itemId, code, name, organ, level, codeFaults: faults, versions, standings },
    standing:
      now === undefined || now.standing === 'IN_USE'
        ? { standing: 'IN_USE' }
        : { standing: now.standing, fromDay: now.fromDay, reason: now.reason },
    ...(open !== undefined && { openDraft: open }),
    actions: [
      ...(mayChange ? (['change'] as const) : []),
      ...(permissions.includes('standings.change') ? actsOnStanding(last.standing) : []),
    ],
  };
}

interface MadeRow {
  readonly id: string;
  readonly version: number;
  readonly effectiveDay: string;
  readonly draftId: string | null;
  readonly round: number | null;
  readonly reason: string | null;
  readonly burdenBasis: LegalBasis | null;
}

/**
 * The versions of an item, newest first, with who compiled, reviewed, approved and published each, and why; of those
 * before a version where one is given.
 */
async function getVersionRows(
  read: Read,
  { itemId, before, limit }: { itemId: string; before?: number; limit: number },
  call: StaffCall,
): Promise<VersionRow[]> {
  const { rows } = await sql<MadeRow>`
    select v.id, v.version, v.effective_day, d.id as draft_id, d.round, d.reason, d.burden_basis
    from item_versions v left join item_drafts d on d.district = v.district and d.item_version_id = v.id
    where v.district = ${call.district} and v.item_id = ${itemId}
      ${before === undefined ? sql`` : sql`and v.version < ${before}`}
    order by v.version desc limit ${limit}
  `.execute(read);
  const deeds = await getDeeds(
    read,
    call.district,
    rows.flatMap(({ draftId }) => draftId ?? []),
  );
  const names = await getStaffNames(read, call.district, [
    ...new Set([...deeds.values()].flat().map(({ staffId }) => staffId)),
  ]);
  const today = call.today.toString();
  const inForce = rows.find(({ effectiveDay }) => effectiveDay <= today);
  return rows.map((row) => ({
    itemVersionId: row.id,
    version: row.version,
    effectiveDay: row.effectiveDay,
    inForce: row === inForce,
    ...(row.draftId === null
      ? { approved: [] }
      : { draftId: row.draftId, ...makersOf(deeds.get(row.draftId) ?? [], row.round ?? 0, names) }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.burdenBasis !== null && { burdenBasis: row.burdenBasis }),
  }));
}

/** Who did what in the last round of a draft, which is the one that was published. */
function makersOf(deeds: readonly DraftDeed[], round: number, names: ReadonlyMap<string, string>) {
  const told = ({ staffId, actedAt }: DraftDeed) => ({ by: names.get(staffId) ?? '', at: actedAt });
  const find = (act: DraftDeed['act']) => deeds.findLast((deed) => deed.act === act && deed.round === round);
  const [compiled, reviewed, published] = [find('submit'), find('review'), find('publish')];
  return {
    ...(compiled !== undefined && { compiled: told(compiled) }),
    ...(reviewed !== undefined && { reviewed: told(reviewed) }),
    approved: approvalsOf({ deeds, round }).approvals.map(told),
    ...(published !== undefined && { published: told(published) }),
  };
}

/**
 * R-1.10: what each version changed, newest first, derived from the versions themselves; of one element or of all. A
 * page is so many versions, also where few of them changed the element.
 */
export async function getHistory(
  read: Read,
  { itemId, element, after, limit = 20 }: { itemId: string; element?: string; after?: string; limit?: number },
  call: StaffCall,
): Promise<{ rows: HistoryRow[]; next?: string }> {
  const before = after === undefined ? {} : { before: versionIn(after) };
  // One more than is told: what the last of the page changed is told beside the one before it.
  const made = await getVersionRows(read, { itemId, ...before, limit: limit + 1 }, call);
  if (made.length === 0 && after === undefined) throw new Refusal('not_found');
  const [places, versions] = await Promise.all([
    loadPlaces(read, call.district),
    getItemVersions(
      read,
      call.district,
      made.map(({ itemVersionId }) => itemVersionId),
    ),
  ]);
  const page = made.slice(0, limit);
  const rows = page.map((row, index): HistoryRow => {
    const [after, before] = [versions[index], versions[index + 1]];
    const changes = after === undefined || before === undefined ? [] : differencesOf(before, after, places);
    const { itemVersionId, version, effectiveDay, published, compiled, reason } = row;
    return {
      ...{ itemVersionId, version, effectiveDay },
      ...(published !== undefined && { published }),
      ...(compiled !== undefined && { compiled }),
      ...(reason !== undefined && { reason }),
      changes: element === undefined ? changes : changes.filter((change) => change.element === element),
    };
  });
  // The first version brought every element; later ones are told where they changed it.
  return {
    rows: element === undefined ? rows : rows.filter(({ version, changes }) => version === 1 || changes.length > 0),
    ...(made.length > limit && { next: String(page.at(-1)?.version) }),
  };
}

/** Refuses `invalid_input` for a cursor that no reply gave out. */
function versionIn(after: string): number {
  if (!/^\d{1,9}$/.test(after)) throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  return Number(after);
}

const differencesOf = (before: ItemVersion, after: ItemVersion, places: Places): Change[] => {
  const nameOf = (organId: string | null) => organName(organId, places);
  return changesOf(shownOf(before, nameOf), shownOf(after, nameOf));
};

/** Any version whole. Refuses `not_found`. */
export async function getVersionView(
  read: Read,
  { itemVersionId }: { itemVersionId: string },
  call: StaffCall,
): Promise<VersionView> {
  return viewOf(await getItemVersion(read, call.district, itemVersionId));
}

const viewOf = ({ id, ...version }: ItemVersion): VersionView => ({ itemVersionId: id, ...version });

/** A version beside another of its item, or beside the one before it. Refuses `not_found`, also for another item's. */
export async function getVersionChanges(
  read: Read,
  { itemVersionId, against }: { itemVersionId: string; against?: string },
  call: StaffCall,
): Promise<{ before?: VersionView; after: VersionView; changes: Change[] }> {
  const after = await getItemVersion(read, call.district, itemVersionId);
  const other = against ?? (await findVersionBefore(read, after, call));
  if (other === undefined) return { after: viewOf(after), changes: [] };
  const before = await getItemVersion(read, call.district, other);
  if (before.itemId !== after.itemId) throw new Refusal('not_found');
  const places = await loadPlaces(read, call.district);
  return { before: viewOf(before), after: viewOf(after), changes: differencesOf(before, after, places) };
}

async function findVersionBefore(
  read: Read,
  { itemId, version }: ItemVersion,
  call: StaffCall,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from item_versions
    where district = ${call.district} and item_id = ${itemId} and version < ${version} order by version desc limit 1
  `.execute(read);
  return rows[0]?.id;
}
