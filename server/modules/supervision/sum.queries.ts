import type { IndicatorCut } from '../../../contract/indicators.ts';
import { measureKeys } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Places } from '../places/index.ts';
import { regionsIn } from './area.rules.ts';
import { type Field, type Stored, storedAs } from './field.rules.ts';
import { keptTotals, type Sums, signedTotals, summedCases, totalColumnsOf } from './measure.store.ts';
import type { CountedSpan } from './period.rules.ts';
import { lastDayOf, monthOf, monthsOf, partsOf, type Span } from './span.rules.ts';

interface SummedRow extends Sums {
  readonly span: number;
  readonly member: string;
}

const grouped = {
  center: sql`coalesce(k.center_id::text, '')`,
  organ: sql`coalesce(k.organ_id::text, '')`,
  item: sql`k.item_id::text`,
  channel: sql`k.channel`,
} as const;

/** Which counted cases lie in a field, whatever their days. */
export function lyingIn(field: Field, places: Places) {
  const parts = [sql`k.district = ${field.district}`];
  if (field.own || field.areaId !== places.root?.id)
    parts.push(sql`k.area_id = any(${regionsIn(field.areaId, places, field.own ? 'own' : 'all')}::uuid[])`);
  if (field.centerId !== undefined) parts.push(has('center_id', field.centerId));
  if (field.organId !== undefined) parts.push(has('organ_id', field.organId));
  if (field.itemId !== undefined) parts.push(sql`k.item_id = ${field.itemId}`);
  if (field.channel !== undefined) parts.push(sql`k.channel = ${field.channel}`);
  return sql.join(parts, sql` and `);
}

const has = (column: 'center_id' | 'organ_id', id: string) =>
  id === 'none' ? sql`k.${sql.raw(column)} is null` : sql`k.${sql.raw(column)} = ${id}`;

export const noSums = Object.fromEntries(measureKeys.map((key) => [key, 0])) as Sums;

/**
 * For each span the sums by member of a cut: from the stored totals, or from the cases where nothing is stored; of closed months from what was
 * kept of either. Without a cut the one member is empty. Cut by area, the area itself is a member beside those below it.
 */
export async function sumsBy(
  read: Read,
  { field, spans, by }: { field: Field; spans: readonly CountedSpan[]; by?: IndicatorCut | undefined },
  places: Places,
): Promise<ReadonlyMap<string, Sums>[]> {
  const wayOf = waysOf(storedAs(field, places, by));
  const rows = await Promise.all(
    [...Map.groupBy(spans.entries(), ([, span]) => wayOf(span))].map(([way, some]) => {
      const asked = { field, by, spans: some.map(([at, span]) => ({ at, ...span })) };
      if (way === 'cases') return readLive(read, asked, places);
      return way === 'keptCases' ? readKept(read, asked, places) : readStored(read, { ...asked, ...way });
    }),
  );
  const bySpan = Map.groupBy(rows.flat(), ({ span }) => span);
  return spans.map(
    (_, at) => new Map((bySpan.get(at) ?? []).map(({ span: _span, member, ...sums }) => [member, sums])),
  );
}

/** Where a span is read: in the cases, or in the totals that hold its field. */
type Way = 'cases' | 'keptCases' | { readonly stored: Stored; readonly from: 'totals' | 'keptTotals' };

/**
 * Where each span of a field is read. What was kept is stored by months, and by the areas as they were then; sums by item and channel at
 * once are not everywhere yet.
 */
function waysOf(stored: Stored | undefined): (span: CountedSpan) => Way {
  const now: Way = stored === undefined ? 'cases' : { stored, from: 'totals' };
  const kept: Way = stored === undefined ? 'keptCases' : { stored, from: 'keptTotals' };
  const isPair = stored?.cut === 'itemChannel';
  return (span) => {
    const lacksSums = isPair && !span.hasPairs;
    if (span.basis === 'now') return lacksSums ? 'cases' : now;
    return lacksSums || span.redrawn || partsOf(span).days.length > 0 ? 'keptCases' : kept;
  };
}

/** For each span the sums of a field as a whole. */
export async function sumsOf(
  read: Read,
  { field, spans }: { field: Field; spans: readonly CountedSpan[] },
  places: Places,
): Promise<Sums[]> {
  return (await sumsBy(read, { field, spans }, places)).map((sums) => sums.get('') ?? noSums);
}

/** What is read at once: spans, each with its place among those that were asked for. */
interface Asked {
  readonly field: Field;
  readonly spans: readonly (Span & { readonly at: number })[];
  readonly by: IndicatorCut | undefined;
}

async function readStored(
  read: Read,
  { field, spans, by, stored, from }: Asked & { stored: Stored; from: 'totals' | 'keptTotals' },
): Promise<SummedRow[]> {
  const parts = spans.map((span) => ({ at: span.at, ...partsOf(span) }));
  const totalsOf = (grain: 'month' | 'day', which: 'months' | 'days') => {
    const firstDays = parts.flatMap((each) => each[which].map((firstDay) => ({ span: each.at, firstDay })));
    const days = firstDays.map(({ firstDay }) => firstDay);
    // The days are said to the index as well as joined: else a holder's totals of all years are read for a few days.
    return sql`
      select p.span, ${memberOf(by, stored)} as member_asked, ${totalColumnsOf('t')}, ${signOf(stored)} as sign
      from unnest(${firstDays.map(({ span }) => span)}::integer[], ${days}::date[]) as p(span, day)
      join ${from === 'totals' ? sql`indicator_totals` : keptTotals} t
        on ${storedIn(field, stored)} and t.first_day = p.day and t.first_day = any(${days}::date[])
          ${from === 'totals' ? sql`and t.grain = ${sql.lit(grain)}` : sql``}
    `;
  };
  const all =
    from === 'totals'
      ? sql`${totalsOf('month', 'months')} union all ${totalsOf('day', 'days')}`
      : totalsOf('month', 'months');
  const { rows } = await sql<SummedRow>`
    select span, member_asked as member, ${signedTotals} from (${all}) t group by 1, 2
  `.execute(read);
  return rows;
}

function memberOf(by: IndicatorCut | undefined, { cut }: Stored) {
  if (by === undefined) return sql`''`;
  if (by === 'area') return sql`t.area_id::text`;
  return cut === 'itemChannel' ? sql`split_part(t.member, '~', ${sql.lit(by === 'item' ? 1 : 2)})` : sql`t.member`;
}

const storedIn = (field: Field, { cut, members, channel, holderIds }: Stored) => sql`
  t.district = ${field.district} and t.cut = ${cut} and t.area_id = any(${holderIds}::uuid[])
  ${members === undefined ? sql`` : sql`and t.member = any(${members}::text[])`}
  ${channel === undefined ? sql`` : sql`and split_part(t.member, '~', 2) = ${channel}`}
`;

/** What the areas below hold is taken out of what an area holds with them. */
const signOf = ({ withoutIds }: Stored) =>
  withoutIds.length === 0 ? sql`1` : sql`case when t.area_id = any(${withoutIds}::uuid[]) then -1 else 1 end`;

async function readLive(read: Read, { field, spans, by }: Asked, places: Places): Promise<SummedRow[]> {
  const members = membersOf(field, places, by);
  const { rows } = await sql<SummedRow>`
    select d.span, ${members.member} as member, ${summedCases(withinDays)}
    from case_counts k
    join unnest(${spans.map(({ at }) => at)}::integer[], ${spans.map(({ from }) => from)}::date[],
      ${spans.map(({ to }) => to)}::date[]) as d(span, first_day, last_day) on ${countsWithin}
    ${members.join}
    where ${lyingIn(field, places)}
    group by 1, 2
  `.execute(read);
  return rows;
}

/** The same of closed months, by their cases as they were kept: each month has its own. */
async function readKept(read: Read, { field, spans, by }: Asked, places: Places): Promise<SummedRow[]> {
  const members = membersOf(field, places, by);
  const parts = spans.flatMap(({ at, ...span }) => monthsOf(span).map((part) => ({ at, ...part })));
  const { rows } = await sql<SummedRow>`
    select d.span, ${members.member} as member, ${summedCases(withinDays)}
    from unnest(${parts.map(({ at }) => at)}::integer[], ${parts.map(({ month }) => month)}::date[], ${parts.map(({ from }) => from)}::date[],
      ${parts.map(({ to }) => to)}::date[]) as d(span, month, first_day, last_day)
    join lateral (
      select * from closed_counts k where ${lyingIn(field, places)} and k.first_day = d.month and (${countsWithin})
    ) k on true
    ${members.join}
    group by 1, 2
  `.execute(read);
  return rows;
}

const withinDays = (day: string) => `k.${day} between d.first_day and d.last_day`;
const countsWithin = sql.raw(
  ['received_day', 'accepted_day', 'decided_day', 'completed_day'].map(withinDays).join(' or '),
);

/** How the counted cases `k` of a field are grouped by a cut. */
function membersOf(field: Field, places: Places, by: IndicatorCut | undefined) {
  if (by === undefined) return { member: sql`''`, join: sql`` };
  if (by !== 'area') return { member: grouped[by], join: sql`` };
  const pairs = [field.areaId, ...places.childrenOf(field.areaId).map(({ id }) => id)].flatMap((areaId) =>
    regionsIn(areaId, places).map((regionId) => ({ areaId, regionId })),
  );
  return {
    member: sql`a.area_id::text`,
    join: sql`
      join unnest(${pairs.map(({ areaId }) => areaId)}::uuid[], ${pairs.map(({ regionId }) => regionId)}::uuid[]) as a(area_id, region_id)
        on a.region_id = k.area_id
    `,
  };
}

/**
 * Of the cases `k` that a closed month kept, those that stood open at the end of one of its days: what was open when it ended, and what was
 * completed after that day.
 */
export const keptOpen = (on: string) => sql`
  k.first_day = ${monthOf(on)} and k.accepted_day <= ${on}
    and (k.is_open or k.completed_day > ${on} and k.completed_day <= ${lastDayOf(on)})
`;

/** 没办结: accepted and not completed at the end of the last day of a span, by member. */
export async function openBy(
  read: Read,
  { field, span, by }: { field: Field; span: CountedSpan; by?: IndicatorCut | undefined },
  places: Places,
): Promise<ReadonlyMap<string, number>> {
  const way = waysOf(storedAs(field, places, by))(span);
  const members = membersOf(field, places, by);
  const { rows } = await (typeof way === 'object' && way.from === 'totals'
    ? openInTotals({ field, stored: way.stored, by, on: span.to })
    : sql<OpenRow>`
          select ${members.member} as member, count(*) as open
          from (${span.basis === 'closed' ? openAsKept(field, places, span.to) : openInCases(field, places, span.to)}) k
          ${members.join}
          group by 1
        `
  ).execute(read);
  return new Map(rows.map(({ member, open }) => [member, open]));
}

interface OpenRow {
  readonly member: string;
  readonly open: number;
}

const openAsKept = (field: Field, places: Places, on: string) =>
  sql`select * from closed_counts k where ${lyingIn(field, places)} and ${keptOpen(on)}`;

function openInCases(field: Field, places: Places, on: string) {
  const accepted = sql`select * from case_counts k where ${lyingIn(field, places)} and k.accepted_day <= ${on}`;
  return sql`${accepted} and k.completed_day is null union all ${accepted} and k.completed_day > ${on}`;
}

/** What was ever accepted less what was completed: two sums of the index, since a whole month is no day of it. */
function openInTotals({ field, stored, by, on }: { field: Field; stored: Stored; by: Asked['by']; on: string }) {
  const of = (grain: 'month' | 'day', within: ReturnType<typeof sql>) => sql`
    select ${memberOf(by, stored)} as member_asked, ${signOf(stored)} * (t.accepted - t.completed) as open
    from indicator_totals t where ${storedIn(field, stored)} and t.grain = ${sql.lit(grain)} and ${within}
  `;
  const month = monthOf(on);
  return sql<OpenRow>`
    select member_asked as member, sum(open) as open from (
      ${of('month', sql`t.first_day < ${month}`)} union all ${of('day', sql`t.first_day between ${month} and ${on}`)}
    ) t
    group by 1
  `;
}

/** What stood open at the end of each closed month, by its first day, as it was kept. */
export async function openAtClosing(
  read: Read,
  { field, months }: { field: Field; months: readonly string[] },
  places: Places,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ month: string; open: number }>`
    select k.first_day as month, count(*) as open from closed_counts k
    where ${lyingIn(field, places)} and k.first_day = any(${months}::date[]) and k.is_open group by 1
  `.execute(read);
  return new Map(rows.map(({ month, open }) => [month, open]));
}
