import type { ClosedPeriod, Correction, OpenedKey } from '../../../contract/indicators.ts';
import { isDay } from '../../../contract/questions.ts';
import { measureKeys } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import type { Field } from './field.rules.ts';
import type { MeasureKey } from './measure.store.ts';
import { type Closing, type CountedSpan, countedAs } from './period.rules.ts';
import { getDigests } from './period.store.ts';
import { lastDayOf } from './span.rules.ts';
import { openBy, sumsOf } from './sum.queries.ts';

/**
 * Where closed months say something else than the ledger does now. What counts later in a month that is closed, as an acceptance by law that
 * is found afterwards, is shown as a correction; the closed number stays. What is open is compared where the last of them ends.
 */
export async function getCorrections(
  read: Read,
  { field, closings }: { field: Field; closings: readonly Closing[] },
  places: Places,
): Promise<Correction[]> {
  const last = closings.at(-1);
  if (last === undefined) return [];
  const spans = closings.map(({ month }) => ({ from: month, to: lastDayOf(month) }));
  const kept = spans.map((span) => countedAs(span, { closings, places }));
  const now = spans.map((span) => countedAs(span, { closings: [], places }));
  const endOf = (of: readonly CountedSpan[]) => openBy(read, { field, span: of.at(-1) as CountedSpan }, places);
  const [sums, open, openNow] = await Promise.all([
    sumsOf(read, { field, spans: [...kept, ...now] }, places),
    endOf(kept),
    endOf(now),
  ]);
  const corrections = closings.flatMap(({ month }, at) =>
    measureKeys
      .filter((key) => !cohorts.includes(key))
      .map((measure) => ({
        ...{ month, measure: measure as OpenedKey },
        closed: sums[at]?.[measure] ?? 0,
        now: sums[at + closings.length]?.[measure] ?? 0,
      })),
  );
  const left = { month: last.month, measure: 'open' as const, closed: open.get('') ?? 0, now: openNow.get('') ?? 0 };
  return [...corrections, left].filter((each) => each.closed !== each.now);
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
  const [closable, names, digests] = await Promise.all([
    findClosable(read, call),
    getStaffNames(read, call.district, [...new Set(shown.map(({ closedBy }) => closedBy))]),
    getDigests(
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
      whole: digests.get(month)?.equals(digest) === true && ledgerDigest === digest.toString('hex'),
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
