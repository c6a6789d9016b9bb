import type { ClosedPeriod } from '../../../contract/indicators.ts';
import { isDay } from '../../../contract/questions.ts';
import { measureKeys } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import type { Field } from './field.rules.ts';
import { storedAs } from './field.rules.ts';
import type { MeasureKey, Sums } from './measure.store.ts';
import { digestOf, getClosedTotals, sumsObject } from './period.store.ts';
import { partsOf } from './span.rules.ts';

/** The closed months of a span, by their first days. */
export async function getClosedMonths(read: Read, field: Field): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select first_day as month from closed_periods
    where district = ${field.district} and first_day = any(${partsOf(field).months}::date[]) order by first_day
  `.execute(read);
  return rows.map(({ month }) => month);
}

/**
 * Where the closed months of a span say something else than the ledger does now. What counts later in a month that is closed, as an
 * acceptance by law that is found afterwards, is shown as a correction; the closed number stays.
 */
export async function getCorrections(read: Read, field: Field, places: Places) {
  const stored = storedAs(field, places);
  if (stored?.member === undefined || field.own) return [];
  const { rows } = await sql<{ month: string; closed: Partial<Sums> | null; now: Partial<Sums> | null }>`
    select p.first_day as month, c.sums as closed, t.sums as now from closed_periods p
    cross join (select ${stored.holderIds[0]}::uuid as area_id) h
    left join closed_totals c on c.district = p.district and c.first_day = p.first_day and c.cut = ${stored.cut} and c.area_id = h.area_id
      and c.member = ${stored.member}
    left join lateral (
      select ${sumsObject} as sums from indicator_totals t where t.district = p.district and t.grain = 'month' and t.first_day = p.first_day
        and t.cut = ${stored.cut} and t.area_id = h.area_id and t.member = ${stored.member}
    ) t on true
    where p.district = ${field.district} and p.first_day = any(${partsOf(field).months}::date[]) order by p.first_day
  `.execute(read);
  return rows.flatMap(({ month, closed, now }) =>
    measureKeys
      .filter((key) => !cohorts.includes(key))
      .map((measure) => ({ month, measure, closed: closed?.[measure] ?? 0, now: now?.[measure] ?? 0 }))
      .filter((each) => each.closed !== each.now),
  );
}

/** What goes on growing after a month is closed, and is no correction. */
const cohorts: readonly MeasureKey[] = ['finished'];

/** One closed month. */
export async function getClosedPeriod(
  read: Read,
  { month }: { month: string },
  call: StaffCall,
): Promise<ClosedPeriod> {
  const next = Temporal.PlainDate.from(month).add({ days: 1 }).toString();
  const [period] = (await getClosedPeriods(read, { after: next, limit: 1 }, call)).periods;
  if (period?.month !== month) throw new Refusal('not_found');
  return period;
}

/** The closed months, newest first, each with whether its numbers still have the digest that the ledger knows. */
export async function getClosedPeriods(
  read: Read,
  { after, limit = 20 }: { after?: string; limit?: number },
  call: StaffCall,
): Promise<{ periods: ClosedPeriod[]; next?: string; closable?: string }> {
  if (after !== undefined && !isDay(after))
    throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  const before = after ?? null;
  const { rows } = await sql<{
    month: string;
    closedAt: string;
    closedBy: string;
    digest: Buffer;
    ledgerDigest: string | null;
  }>`
    select p.first_day as month, p.closed_at, p.closed_by, p.digest, l.body::jsonb #>> '{facts,digest}' as ledger_digest
    from closed_periods p
    left join ledger_rows l on l.district = p.district and l.subject_kind = 'period' and l.subject_id = p.id and l.sequence = 1
    where p.district = ${call.district} and (${before}::date is null or p.first_day < ${before}::date)
    order by p.first_day desc limit ${limit + 1}
  `.execute(read);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const [closable, names, totals] = await Promise.all([
    findClosable(read, call),
    getStaffNames(read, call.district, [...new Set(shown.map(({ closedBy }) => closedBy))]),
    getClosedTotals(
      read,
      call.district,
      shown.map(({ month }) => month),
    ),
  ]);
  return {
    periods: shown.map(({ month, closedAt, closedBy, digest, ledgerDigest }) => ({
      month,
      closedAt,
      closedBy: names.get(closedBy) ?? '',
      digest: digest.toString('hex'),
      whole: digestOf(totals.get(month) ?? []).equals(digest) && ledgerDigest === digest.toString('hex'),
    })),
    ...(rows.length > limit && last && { next: last.month }),
    ...(closable !== undefined && { closable }),
  };
}

async function findClosable(read: Read, { district, today }: StaffCall): Promise<string | undefined> {
  const { rows } = await sql<{ month: string }>`
    select t.first_day as month from indicator_totals t
    where t.district = ${district} and t.grain = 'month' and t.cut = 'whole' and t.first_day < ${today.with({ day: 1 })}
      and not exists (select from closed_periods p where p.district = t.district and p.first_day = t.first_day)
    order by t.first_day limit 1
  `.execute(read);
  return rows[0]?.month;
}
