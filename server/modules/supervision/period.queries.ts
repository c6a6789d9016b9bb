import type { ClosedPeriod, Correction, OpenedKey } from '../../../contract/indicators.ts';
import { isDay } from '../../../contract/questions.ts';
import { measureKeys } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import type { Narrowing } from './field.rules.ts';
import { readSpans } from './indicator.queries.ts';
import type { MeasureKey } from './measure.store.ts';
import { type CountedSpan, countedAs } from './period.rules.ts';
import { monthsOf } from './span.rules.ts';
import { openBy, sumsOf } from './sum.queries.ts';

/**
 * Where closed months say something else than the ledger does now. What counts later in a month that is closed, as an acceptance by law that
 * is found afterwards, is shown as a correction; the closed number stays. What is open is compared where the last of them ends. Refuses as
 * `fieldOf`.
 */
export async function getCorrections(
  read: Read,
  asked: Omit<Narrowing, 'counted'>,
  call: StaffCall,
): Promise<{ corrections: Correction[] }> {
  const { field, places, closings, isSummed } = await readSpans(read, asked, call);
  const parts = monthsOf(field).filter((part) => closings.some(({ month }) => month === part.month));
  const end = parts.at(-1);
  if (end === undefined) return { corrections: [] };
  const kept = parts.map((part) => countedAs(part, { closings, places, isSummed }));
  const now = parts.map((part) => countedAs(part, { closings: [], places, isSummed }));
  const endOf = (of: readonly CountedSpan[]) => openBy(read, { field, span: of.at(-1) as CountedSpan }, places);
  const [sums, open, openNow] = await Promise.all([
    sumsOf(read, { field, spans: [...kept, ...now] }, places),
    endOf(kept),
    endOf(now),
  ]);
  const corrections = parts.flatMap(({ from, to }, at) =>
    measureKeys
      .filter((key) => !cohorts.includes(key))
      .map((measure) => ({
        ...{ from, to, measure: measure as OpenedKey },
        closed: sums[at]?.[measure] ?? 0,
        now: sums[at + parts.length]?.[measure] ?? 0,
      })),
  );
  const left = {
    ...{ from: end.from, to: end.to, measure: 'open' as const },
    ...{ closed: open.get('') ?? 0, now: openNow.get('') ?? 0 },
  };
  return { corrections: [...corrections, left].filter((each) => each.closed !== each.now) };
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

/** The closed months, newest first, each with whether what is kept had the digest that the ledger knows when it was last checked. */
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
    digest: string;
    whole: boolean;
    checkedAt: string;
  }>`
    select p.first_day as month, p.closed_at, p.closed_by, encode(p.digest, 'hex') as digest, p.checked_at,
      p.found_digest = p.digest and l.body::jsonb #>> '{facts,digest}' is not distinct from encode(p.digest, 'hex') as whole
    from closed_periods p
    left join ledger_rows l on l.district = p.district and l.subject_kind = 'period' and l.subject_id = p.id and l.sequence = 1
    where p.district = ${call.district} and (${before}::date is null or p.first_day < ${before}::date)
    order by p.first_day desc limit ${limit + 1}
  `.execute(read);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const [closable, names] = await Promise.all([
    findClosable(read, call),
    getStaffNames(read, call.district, [...new Set(shown.map(({ closedBy }) => closedBy))]),
  ]);
  return {
    periods: shown.map((period) => ({ ...period, closedBy: names.get(period.closedBy) ?? '' })),
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
