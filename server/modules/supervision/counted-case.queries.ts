import type { CountedCase, OpenedKey } from '../../../contract/indicators.ts';
import type { Replies } from '../../../contract/routes.ts';
import type { Light } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { visibleTo } from '../cases/index.ts';
import { getItemNames } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import type { Field, Narrowing } from './field.rules.ts';
import { readSpans } from './indicator.queries.ts';
import { measureOf } from './measure.store.ts';
import { isOpen, lightToday } from './open-now.queries.ts';
import { monthOf } from './span.rules.ts';
import { keptOpen, lyingIn } from './sum.queries.ts';

interface Row
  extends Omit<CountedCase, 'itemName' | 'centerName' | 'organName' | 'acceptedDay' | 'decidedDay' | 'completedDay'> {
  readonly itemId: string;
  readonly centerId: string | null;
  readonly organId: string | null;
  readonly acceptedDay: string | null;
  readonly decidedDay: string | null;
  readonly completedDay: string | null;
}

/**
 * The cases behind a number, newest first, as far as the reader may see each of them; their amounts add up to the number, less what is
 * `hidden` from him. Behind what a closed month said they are those that it counted; `changed`: those that count otherwise now, which add up
 * to the difference. With a light: what is open now and has it today, whatever the span. Refuses as `fieldOf`, and `invalid_input` for a
 * light of anything else and for changes of a span that has days outside of closed months.
 */
export async function getCountedCases(
  read: Read,
  {
    measure,
    light,
    after,
    limit = 20,
    counted,
    ...asked
  }: Omit<Narrowing, 'counted'> & {
    measure: OpenedKey;
    light?: Light;
    counted?: 'now' | 'changed';
    after?: string;
    limit?: number;
  },
  call: StaffCall,
): Promise<Replies['GET /indicators/cases']> {
  if (light !== undefined && (measure !== 'open' || counted === 'changed')) throw notAnOption('light');
  const { field, places, span } = await readSpans(read, { ...asked, ...(counted === 'now' && { counted }) }, call);
  if (counted === 'changed' && span.basis === 'now') throw notAnOption('counted');
  const cursor = readCursor(after);
  const [kept, now] = [keptCases(field, places, measure), casesNow(field, places, measure, light)];
  const cases =
    light !== undefined || span.basis === 'now'
      ? now
      : counted === 'changed'
        ? sql`(${changedCases(kept, now)})`
        : kept;
  const lit = light === undefined ? sql`` : sql`and ${await lightToday(read, call)} = ${light}`;
  const from = sql`${cases} k join cases c on c.district = ${call.district} and c.id = k.case_id`;
  const visible = visibleTo(call.staff.scope);
  const [{ rows }, hidden] = await Promise.all([
    sql<Row>`
      select k.*, n.accepted_day, n.decided_day, n.completed_day from (
        select c.id as case_id, c.case_no, k.item_id, c.masked_applicant as applicant, k.center_id, k.organ_id, k.channel, c.state, k.day, k.amount
        from ${from} where ${visible} ${lit}
          ${cursor === undefined ? sql`` : sql`and (k.day, k.case_id) < (${cursor.day}::date, ${cursor.caseId}::uuid)`}
        order by k.day desc, k.case_id desc limit ${limit + 1}
      ) k
      left join case_counts n on n.district = ${call.district} and n.case_id = k.case_id
      order by k.day desc, k.case_id desc
    `.execute(read),
    // What was received and not accepted, or was accepted when it was counted and is no more, is to an organ's head a number alone.
    // The organ of a case never changes, so that only what is not accepted has to be looked at.
    call.staff.scope.organIds.length === 0 || cursor !== undefined
      ? undefined
      : sql<{ cases: number; amount: number }>`
          select count(*)::integer as cases, coalesce(sum(k.amount), 0)::integer as amount from ${from}
            where c.deciding_organ_id = ${field.organId} and c.accepted_day is null and (${visible}) is not true ${lit}
        `
          .execute(read)
          .then((found) => found.rows[0]),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = await getItemNames(read, call.district, [...new Set(shown.map(({ itemId }) => itemId))]);
  return {
    cases: shown.map(({ itemId, centerId, organId, acceptedDay, decidedDay, completedDay, ...row }) => {
      const [center, organ] = [places.centerById(centerId ?? ''), places.organById(organId ?? '')];
      return {
        ...row,
        itemName: names.get(itemId) ?? { zh: '', en: '' },
        ...(center && { centerName: center.name }),
        ...(organ && { organName: organ.name }),
        ...(acceptedDay !== null && { acceptedDay }),
        ...(decidedDay !== null && { decidedDay }),
        ...(completedDay !== null && { completedDay }),
      };
    }),
    ...(hidden !== undefined && hidden.cases > 0 && { hidden }),
    ...(rows.length > limit && last && { next: `${last.day}~${last.caseId}` }),
  };
}

type Fragment = ReturnType<typeof sql>;

const openOnes = { on: 'accepted', counted: undefined, amount: undefined } as const;
const ofMeasure = (measure: OpenedKey) => (measure === 'open' ? openOnes : measureOf(measure));

/** What a list needs of a counted case, and what each adds to the number; the measure's own words name the columns of that case alone. */
function columnsOf(measure: OpenedKey) {
  const { on, amount } = ofMeasure(measure);
  return sql.raw(
    `k.case_id, k.item_id, k.center_id, k.organ_id, k.channel, k.${on}_day as day, ${amount === undefined ? '1' : `(${amount})`}::integer as amount`,
  );
}

/** Which days count: `within` the span, and what the measure asks of the case. */
function countsOn(measure: OpenedKey, within: (day: string) => Fragment) {
  const { on, counted } = ofMeasure(measure);
  return sql`${within(`k.${on}_day`)}${sql.raw(counted === undefined ? '' : ` and (${counted})`)}`;
}

/** The cases behind a number as they count now; with a light those that are open today, whatever the span. */
function casesNow(field: Field, places: Places, measure: OpenedKey, light: Light | undefined) {
  const within =
    light !== undefined
      ? isOpen
      : measure === 'open'
        ? sql`k.accepted_day <= ${field.to} and (k.completed_day is null or k.completed_day > ${field.to})`
        : countsOn(measure, (day) => sql`${sql.raw(day)} between ${field.from} and ${field.to}`);
  return sql`(select ${columnsOf(measure)} from case_counts k where ${lyingIn(field, places)} and ${within})`;
}

/** The cases behind a number as closed months counted them: each in its own month. */
function keptCases(field: Field, places: Places, measure: OpenedKey) {
  const within =
    measure === 'open'
      ? keptOpen(field.to)
      : sql`k.first_day between ${monthOf(field.from)} and ${monthOf(field.to)} and ${countsOn(
          measure,
          (day) =>
            sql`${sql.raw(day)} between ${field.from} and ${field.to} and date_trunc('month', ${sql.raw(day)}) = k.first_day`,
        )}`;
  return sql`(select ${columnsOf(measure)} from closed_counts k where ${lyingIn(field, places)} and ${within})`;
}

/** The cases that count otherwise now than closed months said, each with the difference. */
function changedCases(kept: Fragment, now: Fragment) {
  return sql`
    select case_id, coalesce(n.item_id, k.item_id) as item_id, coalesce(n.center_id, k.center_id) as center_id,
      coalesce(n.organ_id, k.organ_id) as organ_id, coalesce(n.channel, k.channel) as channel, coalesce(n.day, k.day) as day,
      coalesce(n.amount, 0) - coalesce(k.amount, 0) as amount
    from (select case_id, (array_agg(item_id))[1] as item_id, (array_agg(center_id))[1] as center_id, (array_agg(organ_id))[1] as organ_id,
      min(channel) as channel, max(day) as day, sum(amount)::integer as amount from ${kept} k group by case_id) k
    full join ${now} n using (case_id)
    where coalesce(n.amount, 0) <> coalesce(k.amount, 0)
  `;
}

const notAnOption = (field: string) => new Refusal('invalid_input', {}, [{ field, code: 'not_an_option' }]);

function readCursor(after: string | undefined): { day: string; caseId: string } | undefined {
  if (after === undefined) return undefined;
  const [, day, caseId] = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})$/.exec(after) ?? [];
  if (day === undefined || caseId === undefined)
    throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  return { day, caseId };
}
