import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { countedColumns } from './count.store.ts';
import { columnOf, measures } from './measure.store.ts';
import type { Closing } from './period.rules.ts';

/** The sums of a total as an object by the names of the measures. */
const sumsObject = sql.raw(`jsonb_build_object(${measures.map(({ key }) => `'${key}', ${columnOf(key)}`).join(', ')})`);

const keptColumns = sql.raw(countedColumns.filter((column) => column !== 'sequence').join(', '));

/** Keeps a month's cases as they count now, and which of them stand open at its end. */
export async function keepCounts(tx: Tx, district: string, month: string): Promise<void> {
  const next = Temporal.PlainDate.from(month).add({ months: 1 });
  const within = (day: string) => sql`${sql.raw(day)} >= ${month} and ${sql.raw(day)} < ${next}`;
  await sql`
    insert into closed_counts (district, first_day, case_id, ${keptColumns}, is_open)
    select district, ${month}, case_id, ${keptColumns}, o.is_open
    from case_counts k
    cross join lateral (
      select coalesce(accepted_day < ${next} and (completed_day is null or completed_day >= ${next}), false) as is_open
    ) o
    where district = ${district}
      and (o.is_open or ${within('received_day')} or ${within('accepted_day')} or ${within('decided_day')} or ${within('completed_day')})
  `.execute(tx);
}

/**
 * SHA-256 of what is kept of a month: a line a total, by cut, area and member, and after these a line a case, by its id; each line as
 * PostgreSQL writes the row.
 */
export async function getDigest(read: Read, district: string, month: string): Promise<Buffer> {
  const { rows } = await sql<{ digest: Buffer }>`
    select sha256(convert_to(concat_ws(E'\\n',
      (select string_agg(row(cut, area_id, member, sums)::text, E'\\n' order by cut collate "C", area_id, member collate "C")
        from closed_totals where district = ${district} and first_day = ${month}),
      (select string_agg(row(case_id, ${keptColumns}, is_open)::text, E'\\n' order by case_id)
        from closed_counts where district = ${district} and first_day = ${month})
    ), 'UTF8')) as digest
  `.execute(read);
  const [found] = rows;
  if (found === undefined) throw new Error('A digest is always one row.');
  return found.digest;
}

/** Keeps what a check of a closed month found. */
export async function saveCheck(
  tx: Tx,
  district: string,
  { month, checkedAt, foundDigest }: { month: string; checkedAt: Temporal.Instant; foundDigest: Buffer },
): Promise<void> {
  await sql`
    update closed_periods set checked_at = ${checkedAt}, found_digest = ${foundDigest} where district = ${district} and first_day = ${month}
  `.execute(tx);
}

/** All closed months by their first days, oldest first. */
export async function findClosedMonths(read: Read, district: string): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select first_day as month from closed_periods where district = ${district} order by first_day
  `.execute(read);
  return rows.map(({ month }) => month);
}

/** Keeps a month's sums as they stand, and says how many. */
export async function keepTotals(tx: Tx, district: string, month: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into closed_totals (district, first_day, area_id, cut, member, sums)
    select district, first_day, area_id, cut, member, ${sumsObject}
    from indicator_totals where district = ${district} and grain = 'month' and first_day = ${month}
  `.execute(tx);
  return Number(numAffectedRows);
}

/** What was just kept was checked by its digest. */
export async function insertPeriod(
  tx: Tx,
  district: string,
  period: {
    id: string;
    month: string;
    closedAt: Temporal.Instant;
    closedBy: string;
    digest: Buffer;
    areasDigest: Buffer;
  },
): Promise<void> {
  await sql`
    insert into closed_periods (district, id, first_day, closed_at, closed_by, digest, areas_digest, checked_at, found_digest)
    values (${district}, ${period.id}, ${period.month}, ${period.closedAt}, ${period.closedBy}, ${period.digest},
      ${period.areasDigest}, ${period.closedAt}, ${period.digest})
  `.execute(tx);
}

export async function isClosed(read: Read, district: string, month: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from closed_periods where district = ${district} and first_day = ${month}`.execute(read);
  return rows.length > 0;
}

/** Of these months, the closed ones, oldest first. */
export async function findClosings(read: Read, district: string, months: readonly string[]): Promise<Closing[]> {
  if (months.length === 0) return [];
  const { rows } = await sql<Closing>`
    select p.first_day as month, p.areas_digest, exists (
      select from closed_totals t where t.district = p.district and t.first_day = p.first_day and t.cut = 'itemChannel'
    ) as has_pairs
    from closed_periods p where p.district = ${district} and p.first_day = any(${months}::date[]) order by p.first_day
  `.execute(read);
  return rows;
}
