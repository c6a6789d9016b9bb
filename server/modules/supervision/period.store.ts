import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { columnOf, measures } from './measure.store.ts';
import type { ClosedTotal } from './period.rules.ts';

/** The sums of a total as an object by the names of the measures. */
export const sumsObject = sql.raw(
  `jsonb_build_object(${measures.map(({ key }) => `'${key}', ${columnOf(key)}`).join(', ')})`,
);

/** SHA-256 over the canonical text (RFC 8785) of a month's totals in their order. */
export function digestOf(totals: readonly ClosedTotal[]): Buffer {
  const hash = createHash('sha256');
  for (const { areaId, cut, member, sums } of totals) hash.update(`${canonicalize([cut, areaId, member, sums])}\n`);
  return hash.digest();
}

/** Keeps a month's sums as they stand. */
export async function keepTotals(tx: Tx, district: string, month: string): Promise<void> {
  await sql`
    insert into closed_totals (district, first_day, area_id, cut, member, sums)
    select district, first_day, area_id, cut, member, ${sumsObject}
    from indicator_totals where district = ${district} and grain = 'month' and first_day = ${month}
  `.execute(tx);
}

/** A month's sums as they stand now, in the order of their digest. */
export async function getMonthTotals(read: Read, district: string, month: string): Promise<ClosedTotal[]> {
  const { rows } = await sql<ClosedTotal>`
    select area_id, cut, member, ${sumsObject} as sums from indicator_totals
    where district = ${district} and grain = 'month' and first_day = ${month} order by cut collate "C", area_id, member collate "C"
  `.execute(read);
  return rows;
}

export async function insertPeriod(
  tx: Tx,
  district: string,
  period: { id: string; month: string; closedAt: Temporal.Instant; closedBy: string; digest: Buffer },
): Promise<void> {
  await sql`
    insert into closed_periods (district, id, first_day, closed_at, closed_by, digest)
    values (${district}, ${period.id}, ${period.month}, ${period.closedAt}, ${period.closedBy}, ${period.digest})
  `.execute(tx);
}

/** The kept sums of closed months, in the order of their digest. */
export async function getClosedTotals(
  read: Read,
  district: string,
  months: readonly string[],
): Promise<Map<string, ClosedTotal[]>> {
  const { rows } = await sql<ClosedTotal & { month: string }>`
    select first_day as month, area_id, cut, member, sums from closed_totals
    where district = ${district} and first_day = any(${months}::date[]) order by first_day, cut collate "C", area_id, member collate "C"
  `.execute(read);
  return Map.groupBy(rows, ({ month }) => month);
}

export async function isClosed(read: Read, district: string, month: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from closed_periods where district = ${district} and first_day = ${month}`.execute(read);
  return rows.length > 0;
}
