import type { CountedCase, OpenedKey } from '../../../contract/indicators.ts';
import type { Light } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { visibleTo } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Narrowing } from './field.rules.ts';
import { getItemNames, readField } from './indicator.queries.ts';
import { measureOf } from './measure.store.ts';
import { isOpen, lightToday } from './open-now.queries.ts';
import { lyingIn } from './sum.queries.ts';

interface Row
  extends Omit<CountedCase, 'itemName' | 'centerName' | 'organName' | 'acceptedDay' | 'decidedDay' | 'completedDay'> {
  readonly itemId: string;
  readonly centerId: string | null;
  readonly organId: string | null;
  readonly acceptedDay: string | null;
  readonly decidedDay: string | null;
  readonly completedDay: string | null;
  readonly day: string;
}

/**
 * The cases behind a number, newest first, as far as the reader may see each of them; their amounts add up to the number, less what is
 * `hidden` from him. With a light: what is open now and has it today, whatever the span. Refuses as `fieldOf`.
 */
export async function getCountedCases(
  read: Read,
  {
    measure,
    light,
    after,
    limit = 20,
    ...asked
  }: Narrowing & { measure: OpenedKey; light?: Light; after?: string; limit?: number },
  call: StaffCall,
): Promise<{ cases: CountedCase[]; hidden?: number; next?: string }> {
  if (light !== undefined && measure !== 'open')
    throw new Refusal('invalid_input', {}, [{ field: 'light', code: 'not_an_option' }]);
  const { field, places } = await readField(read, asked, call);
  const { on, counted, amount } = measure === 'open' ? openOnes : measureOf(measure);
  const day = sql.raw(`k.${on}_day`);
  const cursor = readCursor(after);
  const within =
    light !== undefined
      ? isOpen
      : measure === 'open'
        ? sql`k.accepted_day <= ${field.to} and (k.completed_day is null or k.completed_day > ${field.to})`
        : sql`${day} between ${field.from} and ${field.to}${counted === undefined ? sql`` : sql` and (${sql.raw(counted)})`}`;
  const lit = light === undefined ? sql`` : sql`and ${await lightToday(read, call)} = ${light}`;
  // The measure's own words name the columns of the counted case alone.
  const from = sql`
    (select k.*, ${sql.raw(amount === undefined ? '1' : `(${amount})`)}::integer as amount from case_counts k
      where ${lyingIn(field, places)} and ${within}) k
    join cases c on c.district = k.district and c.id = k.case_id
  `;
  const visible = visibleTo(call.staff.scope);
  const [{ rows }, hidden] = await Promise.all([
    sql<Row>`
      select c.id as case_id, c.case_no, k.item_id, c.masked_applicant as applicant, k.center_id, k.organ_id, k.channel, c.state,
        ${day} as day, k.accepted_day, k.decided_day, k.completed_day, k.amount
      from ${from} where ${visible} ${lit}
        ${cursor === undefined ? sql`` : sql`and (${day}, k.case_id) < (${cursor.day}::date, ${cursor.caseId}::uuid)`}
      order by ${day} desc, k.case_id desc limit ${limit + 1}
    `.execute(read),
    // Of what was received and not accepted, an organ's head knows the number alone.
    call.staff.scope.whole || on !== 'received' || cursor !== undefined
      ? 0
      : sql<{
          hidden: number;
        }>`select coalesce(sum(k.amount), 0)::integer as hidden from ${from} where not (${visible})`
          .execute(read)
          .then((found) => found.rows[0]?.hidden ?? 0),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const names = await getItemNames(read, call.district, [...new Set(shown.map(({ itemId }) => itemId))]);
  return {
    cases: shown.map(({ itemId, centerId, organId, acceptedDay, decidedDay, completedDay, day: _, ...row }) => {
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
    ...(hidden > 0 && { hidden }),
    ...(rows.length > limit && last && { next: `${last.day}~${last.caseId}` }),
  };
}

const openOnes = { on: 'accepted', counted: undefined, amount: undefined } as const;

function readCursor(after: string | undefined): { day: string; caseId: string } | undefined {
  if (after === undefined) return undefined;
  const [, day, caseId] = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})$/.exec(after) ?? [];
  if (day === undefined || caseId === undefined)
    throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  return { day, caseId };
}
