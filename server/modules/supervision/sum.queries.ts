import type { IndicatorCut } from '../../../contract/indicators.ts';
import { measureKeys } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Places } from '../places/index.ts';
import { type Field, storedAs } from './field.rules.ts';
import { type Sums, summedCases, summedTotals } from './measure.store.ts';
import { partsOf } from './span.rules.ts';

interface SummedRow extends Sums {
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
  if (field.own) parts.push(sql`k.area_id = ${field.areaId}`);
  else if (field.areaId !== places.root?.id)
    parts.push(sql`k.area_id = any(${places.descendantsOf(field.areaId)}::uuid[])`);
  if (field.centerId !== undefined) parts.push(sql`k.center_id = ${field.centerId}`);
  if (field.organId !== undefined) parts.push(sql`k.organ_id = ${field.organId}`);
  if (field.itemId !== undefined) parts.push(sql`k.item_id = ${field.itemId}`);
  if (field.channel !== undefined) parts.push(sql`k.channel = ${field.channel}`);
  return sql.join(parts, sql` and `);
}

/**
 * Sums by member of a cut, from the stored totals, or from the counted cases where nothing is stored. Without a cut the one member is
 * empty. Cut by area, the area itself is a member beside those below it.
 */
export async function sumsBy(read: Read, field: Field, places: Places, by?: IndicatorCut): Promise<Map<string, Sums>> {
  const rows = await readSums(read, field, places, by);
  return new Map(rows.map(({ member, ...sums }) => [member, sums]));
}

async function readSums(read: Read, field: Field, places: Places, by?: IndicatorCut): Promise<SummedRow[]> {
  const stored = storedAs(field, places, by);
  const areaIds =
    by === 'area' ? [field.areaId, ...places.childrenOf(field.areaId).map(({ id }) => id)] : [field.areaId];
  if (stored !== undefined) {
    const { months, days } = partsOf(field);
    const member = by === 'area' ? sql`area_id::text` : by === undefined ? sql`''` : sql`member`;
    const { rows } = await sql<SummedRow>`
      select ${member} as member, ${summedTotals} from indicator_totals
      where district = ${field.district} and cut = ${stored.cut} and area_id = any(${areaIds}::uuid[])
        ${stored.member === undefined ? sql`` : sql`and member = ${stored.member}`}
        and (grain = 'month' and first_day = any(${months}::date[]) or grain = 'day' and first_day = any(${days}::date[]))
      group by 1
    `.execute(read);
    return rows;
  }
  const within = (day: string) => `k.${day} between d.first_day and d.last_day`;
  if (by === 'area' && !field.own) {
    const pairs = areaIds.flatMap((areaId) => places.descendantsOf(areaId).map((regionId) => ({ areaId, regionId })));
    const { rows } = await sql<SummedRow>`
      select a.area_id::text as member, ${summedCases(within)}
      from case_counts k cross join (select ${field.from}::date as first_day, ${field.to}::date as last_day) d
      join unnest(${pairs.map(({ areaId }) => areaId)}::uuid[], ${pairs.map(({ regionId }) => regionId)}::uuid[]) as a(area_id, region_id)
        on a.region_id = k.area_id
      where ${lyingIn(field, places)} and ${countedIn}
      group by 1
    `.execute(read);
    return rows;
  }
  const { rows } = await sql<SummedRow>`
    select ${by === undefined ? sql`''` : by === 'area' ? sql`k.area_id::text` : grouped[by]} as member, ${summedCases(within)}
    from case_counts k cross join (select ${field.from}::date as first_day, ${field.to}::date as last_day) d
    where ${lyingIn(field, places)} and ${countedIn}
    group by 1
  `.execute(read);
  return rows;
}

/** Counted in the span for whatever reason. */
const countedIn = sql`(k.received_day between d.first_day and d.last_day or k.accepted_day between d.first_day and d.last_day
  or k.decided_day between d.first_day and d.last_day or k.completed_day between d.first_day and d.last_day)`;

export const noSums = Object.fromEntries(measureKeys.map((key) => [key, 0])) as Sums;

/** Earlier than anything that was ever accepted. */
const beforeAll = '2000-01-01';

/** Sums of a field as a whole. */
export async function sumsOf(read: Read, field: Field, places: Places): Promise<Sums> {
  return (await sumsBy(read, field, places)).get('') ?? noSums;
}

/** 没办结: accepted and not completed at the end of the field's last day, by member. */
export async function openBy(
  read: Read,
  field: Field,
  places: Places,
  by?: IndicatorCut,
): Promise<Map<string, number>> {
  const sums = await sumsBy(read, { ...field, from: beforeAll }, places, by);
  return new Map([...sums].map(([member, { accepted, completed }]) => [member, accepted - completed]));
}
