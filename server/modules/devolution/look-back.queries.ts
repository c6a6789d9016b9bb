import type { Finding, LookBack } from '../../../contract/devolution.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import type { LocalText } from '../../../contract/values.ts';
import { findingActs } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getStaffNames, permissionsOf, type StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { afterFindingAct, type FindingAct } from './look-back.rules.ts';
import { type FindingRow, findingColumns, type LookBackRow, lookBackColumns } from './look-back.store.ts';

/** Runs of the look-back, newest first. */
export async function getLookBacks(
  read: Read,
  { after, limit = 20 }: Inputs['GET /look-backs'],
  call: StaffCall,
): Promise<Replies['GET /look-backs']> {
  const { rows } = await sql<LookBackRow>`
    select ${lookBackColumns} from look_backs
    where district = ${call.district} ${after === undefined ? sql`` : sql`and id < ${after}::uuid`}
    order by id desc limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    lookBacks: await viewsOf(read, call.district, page),
    ...(rows.length > limit && last && { next: last.id }),
    mayRun: permissionsOf(call.staff.post?.role).includes('lookBacks.run'),
  };
}

/** How far a run has come. Refuses `not_found`. */
export async function getLookBack(
  read: Read,
  { lookBackId }: { lookBackId: string },
  call: StaffCall,
): Promise<LookBack> {
  const { rows } = await sql<LookBackRow>`
    select ${lookBackColumns} from look_backs where district = ${call.district} and id = ${lookBackId}
  `.execute(read);
  const [view] = await viewsOf(read, call.district, rows);
  if (view === undefined) throw new Refusal('not_found');
  return view;
}

async function viewsOf(read: Read, district: string, rows: readonly LookBackRow[]): Promise<LookBack[]> {
  const names = await getStaffNames(
    read,
    district,
    rows.map(({ startedBy }) => startedBy),
  );
  return rows.map(({ id, sinceDay, state, done, total, kinds, startedAt, finishedAt, startedBy, ...counts }) => ({
    lookBackId: id,
    sinceDay,
    state,
    done,
    total,
    startedAt,
    ...(finishedAt !== null && { finishedAt }),
    by: names.get(startedBy) ?? '',
    counts: {
      kinds: { ...kinds },
      found: Object.values(kinds).reduce((sum, count) => sum + count, 0),
      fresh: counts.fresh,
      reopened: counts.reopened,
      gone: counts.gone,
    },
  }));
}

/** 台账: the findings, newest first. */
export async function getFindings(
  read: Read,
  input: Inputs['GET /look-back-findings'],
  call: StaffCall,
): Promise<Replies['GET /look-back-findings']> {
  const { kind, state, ownerOrganId, itemId, regionId, lookBackId, overdue, after, limit = 20 } = input;
  const but = sql`
    f.district = ${call.district}
    ${kind === undefined ? sql`` : sql`and f.kind = ${kind}`}
    ${ownerOrganId === undefined ? sql`` : sql`and f.owner_organ_id = ${ownerOrganId}`}
    ${itemId === undefined ? sql`` : sql`and f.item_id = ${itemId}`}
    ${regionId === undefined ? sql`` : sql`and f.region_id = ${regionId}`}
    ${lookBackId === undefined ? sql`` : sql`and f.look_back_id = ${lookBackId}`}
    ${overdue === true ? sql`and f.deadline_day < ${call.today} and f.state in ('OPEN', 'REOPENED')` : sql``}
  `;
  const ofState = state === undefined ? sql`` : sql`and f.state = ${state}`;
  const [{ rows }, states, owners, places] = await Promise.all([
    sql<FindingRow>`
      select ${findingColumns} from look_back_findings f
      where ${but} ${ofState} ${after === undefined ? sql`` : sql`and f.id < ${after}::uuid`}
      order by f.id desc limit ${limit + 1}
    `.execute(read),
    sql<{ state: string; count: number }>`
      select f.state, count(*)::int as count from look_back_findings f where ${but} group by f.state
    `.execute(read),
    sql<{ organId: string }>`
      select distinct owner_organ_id as organ_id from look_back_findings where district = ${call.district} order by 1
    `.execute(read),
    loadPlaces(read, call.district),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const counts = Object.fromEntries(states.rows.map((row) => [row.state, row.count]));
  return {
    findings: await findingViews(read, page, call, places),
    total: state === undefined ? states.rows.reduce((sum, { count }) => sum + count, 0) : (counts[state] ?? 0),
    ...(rows.length > limit && last && { next: last.id }),
    states: counts,
    owners: owners.rows.map(({ organId }) => ({ organId, name: places.organById(organId)?.name ?? nobody })),
  };
}

/** One finding. Refuses `not_found`. */
export async function getFinding(read: Read, { findingId }: { findingId: string }, call: StaffCall): Promise<Finding> {
  const { rows } = await sql<FindingRow>`
    select ${findingColumns} from look_back_findings f where f.district = ${call.district} and f.id = ${findingId}
  `.execute(read);
  const [view] = await findingViews(read, rows, call, await loadPlaces(read, call.district));
  if (view === undefined) throw new Refusal('not_found');
  return view;
}

const nobody: LocalText = { zh: '', en: '' };

async function findingViews(
  read: Read,
  rows: readonly FindingRow[],
  call: StaffCall,
  places: Places,
): Promise<Finding[]> {
  const { district } = call;
  const [notes, items] = await Promise.all([
    sql<{ findingId: string; act: string; text: string; staffId: string; notedAt: string }>`
      select finding_id, act, text, staff_id, noted_at from look_back_notes
      where district = ${district} and finding_id = any(${rows.map(({ id }) => id)}::uuid[]) order by id
    `.execute(read),
    sql<{ id: string; code: string; name: LocalText | null }>`
      select i.id, i.code, (
        select v.content -> 'name' from item_versions v
        where v.district = i.district and v.item_id = i.id order by v.version desc limit 1
      ) as name
      from items i where i.district = ${district} and i.id = any(${rows.map(({ itemId }) => itemId)}::uuid[])
    `.execute(read),
  ]);
  const names = await getStaffNames(
    read,
    district,
    notes.rows.map(({ staffId }) => staffId),
  );
  const today = call.today.toString();
  return rows.map((row) => {
    const item = items.rows.find(({ id }) => id === row.itemId);
    const isOpen = row.state === 'OPEN' || row.state === 'REOPENED';
    return {
      findingId: row.id,
      kind: row.kind,
      state: row.state,
      itemId: row.itemId,
      code: item?.code ?? '',
      itemName: item?.name ?? nobody,
      ...(row.mode !== null && { mode: row.mode }),
      ...(row.mode !== null && { receiver: receiverOf(row, places) }),
      ...(row.centers > 0 && { centers: row.centers }),
      owner: { organId: row.ownerOrganId, name: places.organById(row.ownerOrganId)?.name ?? nobody },
      ...(row.deadlineDay !== null && { deadlineDay: row.deadlineDay }),
      overdue: isOpen && row.deadlineDay !== null && row.deadlineDay < today,
      ...(row.goneAt !== null && { goneSince: row.goneAt }),
      foundAt: row.foundAt,
      notes: notes.rows
        .filter(({ findingId }) => findingId === row.id)
        .map(({ act, text, staffId, notedAt }) => ({ act, text, by: names.get(staffId) ?? '', at: notedAt })),
      actions: findingActs.filter((act) => mayMove(act, row, call)),
    };
  });
}

function receiverOf({ regionId, level }: FindingRow, places: Places) {
  const { zh, en } = places.regionById(regionId)?.name ?? nobody;
  const name = level === 'VILLAGE' ? { zh: `${zh}各村（社区）`, en: `Villages of ${en}` } : { zh, en };
  return { regionId, level, name };
}

function mayMove(act: FindingAct, row: FindingRow, { staff: { post } }: StaffCall): boolean {
  if (post === undefined || 'code' in afterFindingAct(row.state, act)) return false;
  const permissions = permissionsOf(post.role);
  if (act === 'rectify')
    return (
      permissions.includes('lookBacks.rectify') && (post.role === 'itemPublisher' || post.organId === row.ownerOrganId)
    );
  return permissions.includes('lookBacks.run');
}
