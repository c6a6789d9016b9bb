import type { IndicatorCut } from '../../../contract/indicators.ts';
import { measureKeys } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Places } from '../places/index.ts';
import { regionsIn } from './area.rules.ts';
import { type Field, type Stored, storedAs } from './field.rules.ts';
import { type Sums, signedTotals, summedCases } from './measure.store.ts';
import { partsOf, type Span } from './span.rules.ts';

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
  if (field.centerId !== undefined) parts.push(sql`k.center_id = ${field.centerId}`);
  if (field.organId !== undefined) parts.push(sql`k.organ_id = ${field.organId}`);
  if (field.itemId !== undefined) parts.push(sql`k.item_id = ${field.itemId}`);
  if (field.channel !== undefined) parts.push(sql`k.channel = ${field.channel}`);
  return sql.join(parts, sql` and `);
}

export const noSums = Object.fromEntries(measureKeys.map((key) => [key, 0])) as Sums;

/**
 * For each span the sums by member of a cut, from the stored totals, or from the counted cases where nothing is stored. Without a cut the one
 * member is empty. Cut by area, the area itself is a member beside those below it.
 */
export async function sumsBy(
  read: Read,
  { field, spans, by }: { field: Field; spans: readonly Span[]; by?: IndicatorCut | undefined },
  places: Places,
): Promise<ReadonlyMap<string, Sums>[]> {
  const stored = storedAs(field, places, by);
  const rows = await (stored === undefined
    ? readLive(read, { field, spans, by }, places)
    : readStored(read, { field, spans, by, stored }));
  const bySpan = Map.groupBy(rows, ({ span }) => span);
  return spans.map(
    (_, at) => new Map((bySpan.get(at) ?? []).map(({ span: _span, member, ...sums }) => [member, sums])),
  );
}

/** For each span the sums of a field as a whole. */
export async function sumsOf(
  read: Read,
  { field, spans }: { field: Field; spans: readonly Span[] },
  places: Places,
): Promise<Sums[]> {
  return (await sumsBy(read, { field, spans }, places)).map((sums) => sums.get('') ?? noSums);
}

async function readStored(
  read: Read,
  { field, spans, by, stored }: { field: Field; spans: readonly Span[]; by: IndicatorCut | undefined; stored: Stored },
): Promise<SummedRow[]> {
  const parts = spans.map(partsOf);
  const totalsOf = (grain: 'month' | 'day', which: 'months' | 'days') => {
    const firstDays = parts.flatMap((each, span) => each[which].map((firstDay) => ({ span, firstDay })));
    return sql`
      select p.span, ${memberOf(by)} as member_asked, t.*, ${signOf(stored)} as sign
      from unnest(${firstDays.map(({ span }) => span)}::integer[], ${firstDays.map(({ firstDay }) => firstDay)}::date[]) as p(span, day)
      join indicator_totals t on ${storedIn(field, stored)} and t.grain = ${sql.lit(grain)} and t.first_day = p.day
    `;
  };
  const { rows } = await sql<SummedRow>`
    select span, member_asked as member, ${signedTotals} from (${totalsOf('month', 'months')} union all ${totalsOf('day', 'days')}) t
    group by 1, 2
  `.execute(read);
  return rows;
}

const memberOf = (by: IndicatorCut | undefined) =>
  by === 'area' ? sql`t.area_id::text` : by === undefined ? sql`''` : sql`t.member`;

const storedIn = (field: Field, { cut, member, holderIds }: Stored) => sql`
  t.district = ${field.district} and t.cut = ${cut} and t.area_id = any(${holderIds}::uuid[])
  ${member === undefined ? sql`` : sql`and t.member = ${member}`}
`;

/** What the areas below hold is taken out of what an area holds with them. */
const signOf = ({ withoutIds }: Stored) =>
  withoutIds.length === 0 ? sql`1` : sql`case when t.area_id = any(${withoutIds}::uuid[]) then -1 else 1 end`;

async function readLive(
  read: Read,
  { field, spans, by }: { field: Field; spans: readonly Span[]; by: IndicatorCut | undefined },
  places: Places,
): Promise<SummedRow[]> {
  const members = membersOf(field, places, by);
  const { rows } = await sql<SummedRow>`
    select d.span, ${members.member} as member, ${summedCases((day) => `k.${day} between d.first_day and d.last_day`)}
    from unnest(${spans.map((_, at) => at)}::integer[], ${spans.map(({ from }) => from)}::date[],
      ${spans.map(({ to }) => to)}::date[]) as d(span, first_day, last_day)
    join lateral (
      select * from case_counts k where ${lyingIn(field, places)} and (
        k.received_day between d.first_day and d.last_day or k.accepted_day between d.first_day and d.last_day
        or k.decided_day between d.first_day and d.last_day or k.completed_day between d.first_day and d.last_day)
    ) k on true
    ${members.join}
    group by 1, 2
  `.execute(read);
  return rows;
}

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

/** 没办结: accepted and not completed at the end of a day, by member. */
export async function openBy(
  read: Read,
  { field, on, by }: { field: Field; on: string; by?: IndicatorCut | undefined },
  places: Places,
): Promise<ReadonlyMap<string, number>> {
  const stored = storedAs(field, places, by);
  const members = membersOf(field, places, by);
  const { rows } =
    stored === undefined
      ? await sql<{ member: string; open: number }>`
          select ${members.member} as member, count(*) as open from (
            select k.* from case_counts k where ${lyingIn(field, places)} and k.accepted_day <= ${on} and k.completed_day is null
            union all
            select k.* from case_counts k where ${lyingIn(field, places)} and k.accepted_day <= ${on} and k.completed_day > ${on}
          ) k
          ${members.join}
          group by 1
        `.execute(read)
      : await sql<{ member: string; open: number }>`
          select ${memberOf(by)} as member, sum(${signOf(stored)} * (t.accepted - t.completed)) as open from indicator_totals t
          where ${storedIn(field, stored)} and (
            t.grain = 'month' and t.first_day < date_trunc('month', ${on}::date)::date
            or t.grain = 'day' and t.first_day between date_trunc('month', ${on}::date)::date and ${on}::date)
          group by 1
        `.execute(read);
  return new Map(rows.map(({ member, open }) => [member, open]));
}
