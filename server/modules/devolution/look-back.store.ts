import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { DevolutionMode, ItemRoute } from '../catalogue/index.ts';
import type { FindingKind, FindingState, Found } from './look-back.rules.ts';

export interface LookBackRow {
  readonly id: string;
  readonly sinceDay: string;
  readonly state: 'RUNNING' | 'DONE';
  readonly done: number;
  readonly total: number;
  /** The last item that was looked at, in the order of their ids; null before the first step. */
  readonly lastItemId: string | null;
  /** Findings so far, by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly fresh: number;
  readonly reopened: number;
  readonly gone: number;
  readonly startedBy: string;
  readonly organId: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export const lookBackColumns = sql`
  id, since_day, state, done, total, kinds, last_item_id, fresh, reopened, gone, started_by, organisation_id as organ_id, started_at, finished_at
`;

/** Begins a run; false where one is under way. */
export async function insertLookBack(
  tx: Tx,
  call: Call,
  run: Pick<LookBackRow, 'id' | 'sinceDay' | 'total' | 'startedBy' | 'organId'>,
): Promise<boolean> {
  const { rows } = await sql`
    insert into look_backs (district, id, since_day, state, done, total, kinds, fresh, reopened, gone, started_by, organisation_id, started_at)
    values (${call.district}, ${run.id}, ${run.sinceDay}, 'RUNNING', 0, ${run.total}, '{}', 0, 0, 0, ${run.startedBy}, ${run.organId}, ${call.now})
    on conflict (district) where state = 'RUNNING' do nothing returning id
  `.execute(tx);
  return rows.length > 0;
}

/** A run under its lock, so that a step which comes twice counts once. */
export async function lockLookBack(tx: Tx, district: string, lookBackId: string): Promise<LookBackRow> {
  const { rows } = await sql<LookBackRow>`
    select ${lookBackColumns} from look_backs where district = ${district} and id = ${lookBackId} for update
  `.execute(tx);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0];
}

export async function saveLookBack(tx: Tx, district: string, run: LookBackRow): Promise<void> {
  await sql`
    update look_backs set state = ${run.state}, done = ${run.done}, total = ${run.total}, last_item_id = ${run.lastItemId}, kinds = ${JSON.stringify(run.kinds)}::jsonb, fresh = ${run.fresh}, reopened = ${run.reopened},
      gone = ${run.gone}, finished_at = ${run.finishedAt}
    where district = ${district} and id = ${run.id}
  `.execute(tx);
}

/** What the district's own ledger says went down to whom and is live today. */
export interface LiveReceiver {
  readonly itemId: string;
  readonly regionId: string;
  readonly level: ItemRoute['level'];
  readonly mode: DevolutionMode;
  readonly fromOrganId: string;
  readonly receiverOrganId: string | null;
  readonly fromDay: string;
  readonly routeId: string | null;
}

const liveReceivers = (call: Pick<Call, 'district' | 'today'>, sinceDay: string) => sql`
  from devolution_receivers r
  join devolution_items i on i.district = r.district and i.id = r.batch_item_id
  join devolution_batches b on b.district = i.district and b.id = i.batch_id
  where r.district = ${call.district} and b.step in ('LIVE', 'TAKEN_BACK')
    and (r.until_day is null or r.until_day >= ${call.today})
    and greatest(i.effective_day, b.live_day) between ${sinceDay}::date and ${call.today}
`;

/** Items that the ledger says are live since a day, whatever the catalogue says. */
export async function getLiveItems(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  sinceDay: string,
): Promise<string[]> {
  const { rows } = await sql<{ itemId: string }>`
    select distinct i.item_id ${liveReceivers(call, sinceDay)} order by item_id
  `.execute(read);
  return rows.map(({ itemId }) => itemId);
}

export async function getLiveReceivers(
  read: Read,
  call: Pick<Call, 'district' | 'today'>,
  { itemIds, sinceDay }: { itemIds: readonly string[]; sinceDay: string },
): Promise<LiveReceiver[]> {
  const { rows } = await sql<LiveReceiver>`
    select i.item_id, r.region_id, r.level, i.mode, i.organisation_id as from_organ_id, i.receiver_organ_id,
      greatest(i.effective_day, b.live_day) as from_day, r.route_id
    ${liveReceivers(call, sinceDay)} and i.item_id = any(${itemIds}::uuid[])
    order by i.item_id, r.id
  `.execute(read);
  return rows;
}

/** By handing department, whom it ever trained for a batch. */
export async function getTrained(read: Read, district: string): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ organId: string; staffIds: string[] }>`
    select t.organisation_id as organ_id, array_agg(distinct a.staff_id) as staff_ids
    from devolution_trainings t
    join devolution_attendees a on a.district = t.district and a.training_id = t.id
    where t.district = ${district} group by t.organisation_id
  `.execute(read);
  return new Map(rows.map(({ organId, staffIds }) => [organId, new Set(staffIds)]));
}

/**
 * Enters what a step found. What is known is kept as somebody left it, what was closed and is there again is reopened.
 */
export async function putFindings(
  tx: Tx,
  call: Call,
  lookBackId: string,
  found: readonly Found[],
): Promise<{ fresh: number; reopened: number }> {
  if (found.length === 0) return { fresh: 0, reopened: 0 };
  const columns = <K extends keyof Found>(name: K) => found.map((each) => each[name]);
  const { rows } = await sql<{ fresh: number; reopened: number }>`
    with given as (
      select * from unnest(${found.map(() => newId())}::uuid[], ${columns('kind')}::text[], ${columns('itemId')}::uuid[],
        ${columns('regionId')}::uuid[], ${columns('level')}::text[], ${columns('mode')}::text[], ${columns('centers')}::int[],
        ${columns('adjustedDay')}::date[], ${columns('ownerOrganId')}::uuid[])
        as g (id, kind, item_id, region_id, level, mode, centers, adjusted_day, owner_organ_id)
    ),
    closed as (
      select f.id from look_back_findings f join given g on g.item_id = f.item_id and g.kind = f.kind
        and g.region_id = f.region_id and g.level = f.level
      where f.district = ${call.district} and f.state = 'CLOSED'
    ),
    put as (
      insert into look_back_findings as f (district, id, kind, state, item_id, region_id, level, mode, centers, adjusted_day,
        owner_organ_id, look_back_id, found_at)
      select ${call.district}::text, id, kind, 'OPEN', item_id, region_id, level, mode, centers, adjusted_day, owner_organ_id,
        ${lookBackId}::uuid, ${call.now}::timestamptz
      from given
      on conflict (district, item_id, kind, region_id, level) do update set
        state = case f.state when 'CLOSED' then 'REOPENED' else f.state end,
        mode = excluded.mode, centers = excluded.centers, adjusted_day = excluded.adjusted_day,
        look_back_id = excluded.look_back_id, gone_at = null
      returning xmax = 0 as is_fresh
    )
    select (select count(*)::int from put where is_fresh) as fresh, (select count(*)::int from closed) as reopened
  `.execute(tx);
  return rows[0] ?? { fresh: 0, reopened: 0 };
}

/** Marks what this run did not meet any more; to close it is somebody's act. */
export async function markGone(
  tx: Tx,
  call: Call,
  { lookBackId, sinceDay }: { lookBackId: string; sinceDay: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update look_back_findings set gone_at = ${call.now}
    where district = ${call.district} and state <> 'CLOSED' and gone_at is null and look_back_id <> ${lookBackId}
      and adjusted_day >= ${sinceDay}::date
  `.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

export interface FindingRow {
  readonly id: string;
  readonly kind: FindingKind;
  readonly state: FindingState;
  readonly itemId: string;
  readonly regionId: string;
  readonly level: ItemRoute['level'];
  readonly mode: DevolutionMode | null;
  readonly centers: number;
  readonly ownerOrganId: string;
  readonly deadlineDay: string | null;
  readonly foundAt: string;
  readonly goneAt: string | null;
}

export const findingColumns = sql`
  f.id, f.kind, f.state, f.item_id, f.region_id, f.level, f.mode, f.centers, f.owner_organ_id, f.deadline_day, f.found_at, f.gone_at
`;

/** Refuses `not_found`. */
export async function lockFinding(tx: Tx, district: string, findingId: string): Promise<FindingRow> {
  const { rows } = await sql<FindingRow>`
    select ${findingColumns} from look_back_findings f where f.district = ${district} and f.id = ${findingId} for update
  `.execute(tx);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0];
}

export async function saveFinding(
  tx: Tx,
  district: string,
  { id, state, ownerOrganId, deadlineDay }: Pick<FindingRow, 'id' | 'state' | 'ownerOrganId' | 'deadlineDay'>,
): Promise<void> {
  await sql`
    update look_back_findings set state = ${state}, owner_organ_id = ${ownerOrganId}, deadline_day = ${deadlineDay}
    where district = ${district} and id = ${id}
  `.execute(tx);
}

export async function insertNote(
  tx: Tx,
  call: Call,
  note: { findingId: string; act: string; text: string; staffId: string },
): Promise<void> {
  await sql`
    insert into look_back_notes (district, id, finding_id, act, text, staff_id, noted_at)
    values (${call.district}, ${newId()}, ${note.findingId}, ${note.act}, ${note.text}, ${note.staffId}, ${call.now})
  `.execute(tx);
}
