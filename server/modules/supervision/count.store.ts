import { zone } from '../../platform/clock.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { summedCases, summedTotals, totalColumns } from './measure.store.ts';

/** The acts of the ledger by which a case counts. */
const taken = ['case.submitted', 'case.takenIn'];
const accepted = ['case.accepted', 'case.acceptedTolerated', 'case.deemedAccepted'];
const decided = ['case.granted', 'case.denied', 'case.deemedRenewed'];
const completed = ['case.delivered', 'case.withdrawn', 'case.terminated', 'case.deemedWithdrawn'];
/** Each of these may bring its applicant to a window. */
const calls = [
  'case.takenIn',
  'case.supplemented',
  'case.receivedTolerated',
  'case.documentServed',
  'case.delivered',
  'case.handedOver',
];
const counting = [
  ...new Set([...taken, ...accepted, ...decided, ...completed, ...calls]),
  'case.acceptanceTakenBack',
  'case.corrected',
];

/** How far the ledger has been counted; locked, so that one counts at a time. */
export async function lockCounting(tx: Tx, district: string): Promise<string | undefined> {
  await sql`insert into indicator_states (district, counted_at) values (${district}, '-infinity') on conflict do nothing`.execute(
    tx,
  );
  const { rows } = await sql<{ countedAt: string | null }>`
    select nullif(counted_at, '-infinity') as counted_at from indicator_states where district = ${district} for update
  `.execute(tx);
  return rows[0]?.countedAt ?? undefined;
}

export async function saveCountedAt(tx: Tx, district: string, at: Temporal.Instant): Promise<void> {
  await sql`update indicator_states set counted_at = ${at} where district = ${district}`.execute(tx);
}

export async function findCountedAt(read: Read, district: string): Promise<string | undefined> {
  const { rows } = await sql<{ countedAt: string }>`
    select counted_at from indicator_states where district = ${district} and counted_at > '-infinity'
  `.execute(read);
  return rows[0]?.countedAt;
}

/** The cases of which the ledger says something that counts since an instant; all of them without one. */
export async function findTouched(
  read: Read,
  district: string,
  since: Temporal.Instant | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct subject_id as case_id from ledger_rows
    where district = ${district} and subject_kind = 'case' and act = any(${counting}::text[])
      ${since === undefined ? sql`` : sql`and at >= ${since}`}
    order by 1
  `.execute(read);
  return rows.map(({ caseId }) => caseId);
}

/**
 * Counts cases anew from their ledger rows, with what never changes of the case itself: item, centre, organ, channel, limits. Returns the
 * days on which they counted before or count now.
 */
export async function countCasesAnew(
  tx: Tx,
  district: string,
  { caseIds, rootId, hoursADay }: { caseIds: readonly string[]; rootId: string; hoursADay: number },
): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    with said as materialized (
      select subject_id as case_id, sequence, act, (at at time zone ${zone})::date as day, body::jsonb -> 'facts' as facts,
        body::jsonb #>> '{actor,kind}' as actor
      from ledger_rows
      where district = ${district} and subject_kind = 'case' and subject_id = any(${caseIds}::uuid[]) and act = any(${counting}::text[])
    ),
    -- what was accepted in error and taken back counts again from its next acceptance
    lives as (
      select case_id,
        min(day) filter (where act = any(${taken}::text[])) as received_day,
        max(sequence) filter (where act = 'case.acceptanceTakenBack') as taken_back,
        max(sequence) filter (where act = any(${accepted}::text[])) as accepted_at,
        (array_agg((facts ->> 'acceptedDay')::date order by sequence desc) filter (where act = any(${accepted}::text[])))[1] as accepted_day,
        max(day) filter (where act = any(${decided}::text[])) as decided_day,
        bool_or(act = 'case.denied') as denied,
        max(day) filter (where act = any(${completed}::text[])) as completed_day,
        (array_agg(act order by sequence desc) filter (where act = any(${completed}::text[])))[1] as ended_by,
        count(*) filter (where act = 'case.corrected') as corrections,
        count(distinct day) filter (where act = any(${calls}::text[])
          and coalesce(facts ->> 'channel', 'WINDOW') = 'WINDOW' and coalesce(facts ->> 'method', 'DIRECT') = 'DIRECT'
          and actor = 'staff') as trips
      from said group by case_id
    ),
    counts as (
      select l.case_id, c.item_id, c.deciding_organ_id, c.intake_center_id, coalesce(z.region_id, ${rootId}::uuid) as area_id, c.channel,
        l.received_day, l.accepted_at is not null and l.accepted_at > coalesce(l.taken_back, 0) as is_accepted, l.accepted_day,
        l.decided_day, l.completed_day, c.case_type = 'IMMEDIATE' as is_immediate, l.corrections, l.trips, l.ended_by, l.denied,
        k.due_day, k.statutory_due_day, k.promised, k.statutory
      from lives l
      join cases c on c.district = ${district} and c.id = l.case_id
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
      select days.day from case_counts b
      cross join lateral unnest(array[b.received_day, b.accepted_day, b.decided_day, b.completed_day]) as days(day)
      where b.district = ${district} and b.case_id = any(${caseIds}::uuid[]) and days.day is not null
    ),
    after as (
      insert into case_counts (district, case_id, item_id, organ_id, center_id, area_id, channel, received_day, accepted_day, decided_day,
        completed_day, is_immediate, corrections, trips, promised_hours, statutory_hours, timeliness, ending)
      select ${district}, case_id, item_id, deciding_organ_id, intake_center_id, area_id, channel, received_day,
        case when is_accepted then accepted_day end,
        case when is_accepted then decided_day end,
        case when is_accepted then completed_day end,
        is_immediate, corrections, trips,
        case when promised is not null and statutory is not null then round(promised) end,
        case when promised is not null and statutory is not null then round(statutory) end,
        case
          when not is_accepted or decided_day is null then null
          when decided_day > statutory_due_day then 'pastLaw'
          when decided_day > due_day then 'overdue'
          when decided_day < due_day then 'early'
          else 'onTime'
        end,
        case
          when not is_accepted or completed_day is null then null
          when ended_by = 'case.delivered' then case when denied then 'denied' else 'served' end
          when ended_by = 'case.withdrawn' then 'withdrawn'
          when ended_by = 'case.terminated' then 'terminated'
          else 'lapsed'
        end
      from counts
      on conflict (district, case_id) do update set
        item_id = excluded.item_id, organ_id = excluded.organ_id, center_id = excluded.center_id, area_id = excluded.area_id,
        channel = excluded.channel, received_day = excluded.received_day, accepted_day = excluded.accepted_day,
        decided_day = excluded.decided_day, completed_day = excluded.completed_day, is_immediate = excluded.is_immediate,
        corrections = excluded.corrections, trips = excluded.trips, promised_hours = excluded.promised_hours,
        statutory_hours = excluded.statutory_hours, timeliness = excluded.timeliness, ending = excluded.ending
      returning received_day, accepted_day, decided_day, completed_day
    )
    select day::text as day from before
    union
    select days.day::text from after
    cross join lateral unnest(array[received_day, accepted_day, decided_day, completed_day]) as days(day)
    where days.day is not null
    order by day
  `.execute(tx);
  return rows.map(({ day }) => day);
}

/** Each region with every region that it belongs to, itself too; `isWhole` where it is not cut further. */
export interface Ancestry {
  readonly regionIds: readonly string[];
  readonly ancestorIds: readonly string[];
  /** Areas without totals of their own cuts: villages. */
  readonly isWhole: readonly boolean[];
}

/** Sums the given days anew from the counted cases. */
export async function sumDays(tx: Tx, district: string, days: readonly string[], areas: Ancestry): Promise<void> {
  await sql`
    delete from indicator_totals where district = ${district} and grain = 'day' and first_day = any(${days}::date[])
  `.execute(tx);
  await sql`
    insert into indicator_totals (district, grain, first_day, area_id, cut, member, ${totalColumns})
    select ${district}, 'day', d.day, a.ancestor_id, m.cut, m.member, ${summedCases((day) => `k.${day} = d.day`)}
    from unnest(${days}::date[]) as d(day)
    join lateral (
      select k.* from case_counts k where k.district = ${district} and k.received_day = d.day
      union select k.* from case_counts k where k.district = ${district} and k.accepted_day = d.day
      union select k.* from case_counts k where k.district = ${district} and k.decided_day = d.day
      union select k.* from case_counts k where k.district = ${district} and k.completed_day = d.day
    ) k on true
    join unnest(${areas.regionIds}::uuid[], ${areas.ancestorIds}::uuid[], ${areas.isWhole}::boolean[]) as a(region_id, ancestor_id, is_whole)
      on a.region_id = k.area_id
    cross join lateral (
      values ('whole', ''), ('center', coalesce(k.center_id::text, '')), ('organ', coalesce(k.organ_id::text, '')),
        ('item', k.item_id::text), ('channel', k.channel)
    ) as m(cut, member)
    where m.cut = 'whole' or not a.is_whole
    group by d.day, a.ancestor_id, m.cut, m.member
  `.execute(tx);
}

/** Sums the given months anew from their days. */
export async function sumMonths(tx: Tx, district: string, months: readonly string[]): Promise<void> {
  await sql`
    delete from indicator_totals where district = ${district} and grain = 'month' and first_day = any(${months}::date[])
  `.execute(tx);
  await sql`
    insert into indicator_totals (district, grain, first_day, area_id, cut, member, ${totalColumns})
    select ${district}, 'month', m.month, t.area_id, t.cut, t.member, ${summedTotals}
    from unnest(${months}::date[]) as m(month)
    join indicator_totals t on t.district = ${district} and t.grain = 'day' and t.first_day >= m.month
      and t.first_day < m.month + interval '1 month'
    group by m.month, t.area_id, t.cut, t.member
  `.execute(tx);
}
