import { zone } from '../../platform/clock.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Holders } from './area.rules.ts';
import { columnOf, measures, summedCases, summedTotals, totalColumns } from './measure.store.ts';

/** The acts of the ledger by which a case counts. */
const taken = ['case.submitted', 'case.takenIn'];
const accepted = ['case.accepted', 'case.acceptedTolerated', 'case.deemedAccepted'];
const decided = ['case.granted', 'case.denied', 'case.deemedRenewed'];
const completed = ['case.delivered', 'case.withdrawn', 'case.terminated', 'case.deemedWithdrawn'];
/** For each of these somebody stands at a window, where it is done there from hand to hand. */
const calls = [
  'case.takenIn',
  'case.identityVerified',
  'case.supplemented',
  'case.receivedTolerated',
  'case.documentServed',
  'case.handedOver',
  'case.mandateRevoked',
  'case.withdrawn',
  'case.delivered',
];
const counting = [
  ...new Set([...taken, ...accepted, ...decided, ...completed, ...calls]),
  'case.acceptanceTakenBack',
  'case.corrected',
];

/** So many cases are counted by one statement. */
export const mostAtOnce = 2000;

export function* batchesOf(caseIds: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < caseIds.length; at += mostAtOnce) yield caseIds.slice(at, at + mostAtOnce);
}

/** How far the ledger has been counted, and by which areas it was summed. */
export interface Counted {
  /** The last seal up to which every chain was. */
  readonly seal: number;
  readonly areasDigest: Buffer;
  /** Nothing was counted yet. */
  readonly isFirst: boolean;
}

/** Locks the counting, so that one counts at a time. */
export async function lockCounting(tx: Tx, district: string): Promise<Counted> {
  await sql`insert into indicator_states (district, counted_at) values (${district}, '-infinity') on conflict do nothing`.execute(
    tx,
  );
  const { rows } = await sql<Counted>`
    select counted_seal as seal, areas_digest, counted_at = '-infinity' as is_first from indicator_states
    where district = ${district} for update
  `.execute(tx);
  if (rows[0] === undefined) throw new Error('The state of the counting was not written.');
  return rows[0];
}

export async function saveCounted(
  tx: Tx,
  district: string,
  { at, seal, areasDigest }: { at: Temporal.Instant; seal: number; areasDigest: Buffer },
): Promise<void> {
  await sql`
    update indicator_states set counted_at = ${at}, counted_seal = ${seal}, areas_digest = ${areasDigest} where district = ${district}
  `.execute(tx);
}

export async function findCountedAt(read: Read, district: string): Promise<string | undefined> {
  const { rows } = await sql<{ countedAt: string }>`
    select counted_at from indicator_states where district = ${district} and counted_at > '-infinity'
  `.execute(read);
  return rows[0]?.countedAt;
}

/** Whether all is summed by every cut that there is: not between an update that brought a cut and the job that sums by it. */
export async function isSummed(read: Read, district: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from indicator_states where district = ${district} and areas_digest <> ''
  `.execute(read);
  return rows.length > 0;
}

/**
 * The cases whose chain is longer than it was counted. Chains that were sealed no further than the last counted seal, and did not grow
 * since, are not looked at. One statement, so one snapshot: what commits later is in a head or a seal that is looked at next time.
 */
export async function findTouched(
  read: Read,
  district: string,
  seal: number,
): Promise<{ seal: number; caseIds: string[] }> {
  const { rows } = await sql<{ seal: number; caseIds: string[] }>`
    with touched as (
      select subject_id as case_id, sequence from ledger_heads
      where district = ${district} and subject_kind = 'case' and sealed_in is null
      union all
      select subject_id, sequence from ledger_seal_leaves
      where district = ${district} and subject_kind = 'case' and number > ${seal}
    )
    select (select coalesce(max(number), 0) from ledger_seals where district = ${district}) as seal,
      coalesce((
        select jsonb_agg(distinct t.case_id) from touched t
        left join case_counts k on k.district = ${district} and k.case_id = t.case_id
        where k.sequence is null or k.sequence < t.sequence
      ), '[]') as case_ids
  `.execute(read);
  return rows[0] ?? { seal, caseIds: [] };
}

/** A page of all cases that the ledger knows, by id. */
export async function findCasesAfter(
  read: Read,
  district: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select subject_id as case_id from ledger_heads
    where district = ${district} and subject_kind = 'case' ${after === undefined ? sql`` : sql`and subject_id > ${after}`}
    order by subject_id limit ${limit}
  `.execute(read);
  return rows.map(({ caseId }) => caseId);
}

export async function forgetCounts(tx: Tx, district: string): Promise<void> {
  await sql`delete from case_counts where district = ${district}`.execute(tx);
}

export async function forgetTotals(tx: Tx, district: string): Promise<void> {
  await sql`delete from indicator_totals where district = ${district}`.execute(tx);
}

/** The last seal, up to which every chain is at hand. */
export async function findLastSeal(read: Read, district: string): Promise<number> {
  const { rows } = await sql<{ seal: number }>`
    select coalesce(max(number), 0) as seal from ledger_seals where district = ${district}
  `.execute(read);
  return rows[0]?.seal ?? 0;
}

/** What is kept of a case beside its id. */
export const countedColumns = [
  ...[
    'sequence',
    'item_id',
    'organ_id',
    'center_id',
    'area_id',
    'channel',
    'received_day',
    'accepted_day',
    'decided_day',
  ],
  ...[
    'completed_day',
    'is_immediate',
    'corrections',
    'trips',
    'promised_hours',
    'statutory_hours',
    'timeliness',
    'ending',
  ],
];
const listed = (of: string) => sql.raw(countedColumns.map((column) => `${of}${column}`).join(', '));

/**
 * Counts cases anew from their ledger rows, with what never changes of the case itself: item, centre, organ, channel, limits. Returns how
 * many stood otherwise, and on which days these counted before or count now.
 * @param given.seal To prove what stands: leaves alone what grew since it was counted, which is counted next time. A case that was not
 * counted and whose chain is no longer than at this seal should have been.
 */
export async function countCasesAnew(
  tx: Tx,
  district: string,
  {
    caseIds,
    rootId,
    hoursADay,
    seal,
  }: { caseIds: readonly string[]; rootId: string; hoursADay: number; seal?: number },
): Promise<{ different: number; days: string[] }> {
  const asked =
    seal === undefined
      ? sql`${caseIds}::uuid[]`
      : sql`array(
          select h.subject_id from ledger_heads h left join case_counts k on k.district = h.district and k.case_id = h.subject_id
          where h.district = ${district} and h.subject_kind = 'case' and h.subject_id = any(${caseIds}::uuid[])
            and (k.sequence = h.sequence or k.case_id is null and h.sealed_in <= ${seal})
        )`;
  const { rows } = await sql<{ days: string[] }>`
    with asked as materialized (select ${asked} as ids),
    said as materialized (
      select r.subject_id as case_id, r.sequence, r.act, (r.at at time zone ${zone})::date as day, b.body -> 'facts' as facts,
        -- the day of the law where that lies before the row: of a letter's arrival, a return slip's, the last day of what was renewed by law
        coalesce((b.body #>> case r.act when 'case.takenIn' then '{facts,receivedDay}' when 'case.delivered' then '{facts,day}'
            when 'case.deemedRenewed' then '{facts,untilDay}' end::text[])::date,
          (r.at at time zone ${zone})::date) as law_day,
        b.body #>> '{actor,kind}' as actor, (b.body #>> '{actor,postId}')::uuid as post_id
      from ledger_rows r cross join lateral (select r.body::jsonb as body) b
      where r.district = ${district} and r.subject_kind = 'case' and r.subject_id = any((select ids from asked)::uuid[])
        and r.act = any(${counting}::text[])
    ),
    -- what was accepted in error and taken back counts again from its next acceptance
    lives as (
      select s.case_id,
        min(law_day) filter (where act = any(${taken}::text[])) as received_day,
        max(sequence) filter (where act = 'case.acceptanceTakenBack') as taken_back,
        max(sequence) filter (where act = any(${accepted}::text[])) as accepted_at,
        (array_agg((facts ->> 'acceptedDay')::date order by sequence desc) filter (where act = any(${accepted}::text[])))[1] as accepted_day,
        max(law_day) filter (where act = any(${decided}::text[])) as decided_day,
        bool_or(act = 'case.denied') as denied,
        -- the law decided because nobody had: ALL 50(2)
        bool_or(act = 'case.deemedRenewed') as deemed_renewed,
        max(law_day) filter (where act = any(${completed}::text[])) as completed_day,
        (array_agg(act order by sequence desc) filter (where act = any(${completed}::text[])))[1] as ended_by,
        count(*) filter (where act = 'case.corrected') as corrections,
        -- an agent goes to the people, so nobody goes to him
        count(distinct day) filter (where act = any(${calls}::text[])
          and coalesce(facts ->> 'channel', 'WINDOW') = 'WINDOW' and coalesce(facts ->> 'method', 'DIRECT') = 'DIRECT'
          and actor = 'staff' and p.role is distinct from 'villageAgent') as trips
      from said s left join posts p on p.district = ${district} and p.id = s.post_id
      group by s.case_id
    ),
    counts as (
      select l.case_id, h.sequence, c.item_id, c.deciding_organ_id as organ_id, c.intake_center_id as center_id,
        coalesce(z.region_id, ${rootId}::uuid) as area_id, c.channel, l.received_day,
        case when a.is_accepted then l.accepted_day end as accepted_day,
        case when a.is_accepted then l.decided_day end as decided_day,
        case when a.is_accepted then l.completed_day end as completed_day,
        c.case_type = 'IMMEDIATE' as is_immediate, l.corrections::integer as corrections, l.trips::integer as trips,
        case when k.promised is not null and k.statutory is not null then round(k.promised)::integer end as promised_hours,
        case when k.promised is not null and k.statutory is not null then round(k.statutory)::integer end as statutory_hours,
        case
          when not a.is_accepted or l.decided_day is null then null
          when l.deemed_renewed or l.decided_day > k.statutory_due_day then 'pastLaw'
          when l.decided_day > k.due_day then 'overdue'
          when l.decided_day < k.due_day then 'early'
          else 'onTime'
        end as timeliness,
        case
          when not a.is_accepted or l.completed_day is null then null
          when l.ended_by = 'case.delivered' then case when l.denied then 'denied' else 'served' end
          when l.ended_by = 'case.withdrawn' then 'withdrawn'
          when l.ended_by = 'case.terminated' then 'terminated'
          else 'lapsed'
        end as ending
      from lives l
      cross join lateral (select l.accepted_at is not null and l.accepted_at > coalesce(l.taken_back, 0) as is_accepted) a
      join cases c on c.district = ${district} and c.id = l.case_id
      join ledger_heads h on h.district = ${district} and h.subject_kind = 'case' and h.subject_id = l.case_id
      left join service_centers z on z.district = ${district} and z.id = c.intake_center_id
      left join lateral (
        select k.due_day, k.statutory_due_day,
          case k.promised_limit ->> 'unit' when 'workingDays' then ${hoursADay}::numeric when 'officeHours' then 1 end
            * (k.promised_limit ->> 'amount')::numeric as promised,
          case k.statutory_limit ->> 'unit' when 'workingDays' then ${hoursADay}::numeric when 'officeHours' then 1 end
            * (k.statutory_limit ->> 'amount')::numeric as statutory
        from clocks k
        where k.district = ${district} and k.subject_kind = 'case' and k.subject_id = l.case_id and k.purpose = 'decision'
        order by k.id desc limit 1
      ) k on true
      where l.received_day is not null
    ),
    before as (
      select case_id, ${listed('')} from case_counts where district = ${district} and case_id = any((select ids from asked)::uuid[])
    ),
    saved as (
      insert into case_counts (district, case_id, ${listed('')}) select ${district}, case_id, ${listed('')} from counts
      on conflict (district, case_id) do update set ${sql.raw(countedColumns.map((column) => `${column} = excluded.${column}`).join(', '))}
    ),
    gone as (
      delete from case_counts k using before b
      where k.district = ${district} and k.case_id = b.case_id and not exists (select from counts c where c.case_id = b.case_id)
    )
    select array_remove(array[b.received_day, b.accepted_day, b.decided_day, b.completed_day,
      c.received_day, c.accepted_day, c.decided_day, c.completed_day], null)::text[] as days
    from before b full join counts c using (case_id)
    where row(${listed('b.')}) is distinct from row(${listed('c.')})
  `.execute(tx);
  return { different: rows.length, days: [...new Set(rows.flatMap(({ days }) => days))] };
}

/** Counted cases `counted`, each of its holders and cuts a row: where it adds to totals. */
const places = (holders: Holders) => sql`
  (
    select k.*, a.holder_id, a.is_whole from counted k
    join unnest(${holders.regionIds}::uuid[], ${holders.holderIds}::uuid[], ${holders.isWhole}::boolean[]) as a(region_id, holder_id, is_whole)
      on a.region_id = k.area_id
    union all
    select k.*, k.center_id, k.center_id = any(${holders.wholeCenterIds}::uuid[]) from counted k where k.center_id is not null
    union all
    select k.*, k.organ_id, false from counted k where k.organ_id is not null
  ) k
  cross join lateral (
    values ('whole', ''), ('center', coalesce(k.center_id::text, '')), ('organ', coalesce(k.organ_id::text, '')),
      ('item', k.item_id::text), ('channel', k.channel), ('itemChannel', k.item_id || '~' || k.channel)
  ) as m(cut, member)
`;

/** Adds cases as they are counted now to the totals of their days and months, or takes them out. */
export async function addToTotals(
  tx: Tx,
  district: string,
  { caseIds, by }: { caseIds: readonly string[]; by: 1 | -1 },
  holders: Holders,
): Promise<void> {
  const within = (day: string) => `k.${day} >= t.first_day and k.${day} < t.end_day`;
  const grown = measures.map(
    ({ key }) => `${columnOf(key)} = indicator_totals.${columnOf(key)} + excluded.${columnOf(key)}`,
  );
  await sql`
    with counted as (select * from case_counts where district = ${district} and case_id = any(${caseIds}::uuid[]))
    insert into indicator_totals (district, grain, first_day, area_id, cut, member, ${totalColumns})
    select ${district}, t.grain, t.first_day, k.holder_id, m.cut, m.member, ${summedCases(within, by)}
    from ${places(holders)}
    cross join lateral (
      select distinct g.grain, g.first_day, g.end_day
      from unnest(array[k.received_day, k.accepted_day, k.decided_day, k.completed_day]) as d(day)
      cross join lateral (
        values ('day', d.day, d.day + 1),
          ('month', date_trunc('month', d.day)::date, (date_trunc('month', d.day) + interval '1 month')::date)
      ) as g(grain, first_day, end_day)
      where d.day is not null
    ) t
    where m.cut = 'whole' or not k.is_whole
    group by t.grain, t.first_day, k.holder_id, m.cut, m.member
    on conflict (district, cut, area_id, member, grain, first_day) do update set ${sql.raw(grown.join(', '))}
  `.execute(tx);
}

/** The sums of days, anew from the counted cases. */
const summedDays = (district: string, days: readonly string[], holders: Holders) => sql`
  with counted as (
    select d.day, k.* from unnest(${days}::date[]) as d(day)
    join lateral (
      select k.* from case_counts k where k.district = ${district} and k.received_day = d.day
      union select k.* from case_counts k where k.district = ${district} and k.accepted_day = d.day
      union select k.* from case_counts k where k.district = ${district} and k.decided_day = d.day
      union select k.* from case_counts k where k.district = ${district} and k.completed_day = d.day
    ) k on true
  )
  select k.day as first_day, k.holder_id as area_id, m.cut, m.member, ${summedCases((day) => `k.${day} = k.day`)}
  from ${places(holders)}
  where m.cut = 'whole' or not k.is_whole
  group by k.day, k.holder_id, m.cut, m.member
`;

/** Sums the given days anew from the counted cases. */
export async function sumDays(tx: Tx, district: string, days: readonly string[], holders: Holders): Promise<void> {
  await sql`
    delete from indicator_totals where district = ${district} and grain = 'day' and first_day = any(${days}::date[])
  `.execute(tx);
  await sql`
    insert into indicator_totals (district, grain, first_day, area_id, cut, member, ${totalColumns})
    select ${district}, 'day', first_day, area_id, cut, member, ${totalColumns} from (${summedDays(district, days, holders)}) s
  `.execute(tx);
}

/** Sums the given months anew from their days. */
export async function sumMonths(tx: Tx, district: string, months: readonly string[]): Promise<void> {
  await sql`
    delete from indicator_totals where district = ${district} and grain = 'month' and first_day = any(${months}::date[])
  `.execute(tx);
  await sql`
    insert into indicator_totals (district, grain, first_day, area_id, cut, member, ${totalColumns})
    select ${district}, 'month', s.first_day, area_id, cut, member, ${totalColumns} from (${summedMonths(district, months)}) s
  `.execute(tx);
}

const summedMonths = (district: string, months: readonly string[]) => sql`
  select m.month as first_day, t.area_id, t.cut, t.member, ${summedTotals}
  from unnest(${months}::date[]) as m(month)
  join indicator_totals t on t.district = ${district} and t.grain = 'day' and t.first_day >= m.month
    and t.first_day < m.month + interval '1 month'
  group by m.month, t.area_id, t.cut, t.member
`;

/** How many totals of days, or of months, were compared with what they should be, and on which of them one differs. */
export interface Compared {
  readonly totals: number;
  readonly different: number;
  /** First days of what has a difference. */
  readonly firstDays: readonly string[];
}

export function compareDays(
  read: Read,
  district: string,
  days: readonly string[],
  holders: Holders,
): Promise<Compared> {
  return compare(read, district, { grain: 'day', firstDays: days, anew: summedDays(district, days, holders) });
}

/** Months against the sums of their days. */
export function compareMonths(read: Read, district: string, months: readonly string[]): Promise<Compared> {
  return compare(read, district, { grain: 'month', firstDays: months, anew: summedMonths(district, months) });
}

/** A total that is nowhere is one of nothing. */
async function compare(
  read: Read,
  district: string,
  { grain, firstDays, anew }: { grain: string; firstDays: readonly string[]; anew: ReturnType<typeof summedDays> },
): Promise<Compared> {
  const row = (of: string) => sql.raw(measures.map(({ key }) => `coalesce(${of}.${columnOf(key)}, 0)`).join(', '));
  const { rows } = await sql<Compared>`
    select count(*) as totals, count(*) filter (where differs) as different,
      coalesce(jsonb_agg(distinct first_day) filter (where differs), '[]') as first_days
    from (
      select first_day, row(${row('t')}) is distinct from row(${row('s')}) as differs
      from (${anew}) s
      full join (
        select * from indicator_totals where district = ${district} and grain = ${grain} and first_day = any(${firstDays}::date[])
      ) t using (first_day, area_id, cut, member)
    ) c
  `.execute(read);
  return rows[0] ?? { totals: 0, different: 0, firstDays: [] };
}

/** The days on which any case counts, oldest first. */
export async function findCountedDays(read: Read, district: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select received_day as day from case_counts where district = ${district}
    union select accepted_day from case_counts where district = ${district} and accepted_day is not null
    union select decided_day from case_counts where district = ${district} and decided_day is not null
    union select completed_day from case_counts where district = ${district} and completed_day is not null
    order by 1
  `.execute(read);
  return rows.map(({ day }) => day);
}

/** The cases of which the ledger says something that counts between two days, or that are counted there. */
export async function findCasesOf(
  read: Read,
  district: string,
  { from, to }: { from: string; to: string },
): Promise<string[]> {
  const day = (column: string) => sql`
    select case_id from case_counts where district = ${district} and ${sql.raw(column)} between ${from} and ${to}
  `;
  const { rows } = await sql<{ caseId: string }>`
    select subject_id as case_id from ledger_rows
    where district = ${district} and subject_kind = 'case' and act = any(${counting}::text[])
      and at >= ${from}::date::timestamp at time zone ${zone} and at < (${to}::date + 1)::timestamp at time zone ${zone}
    union ${day('received_day')} union ${day('accepted_day')} union ${day('decided_day')} union ${day('completed_day')}
    order by 1
  `.execute(read);
  return rows.map(({ caseId }) => caseId);
}
