import type { OpenNow } from '../../../contract/indicators.ts';
import type { Light } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { openCase } from '../cases/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Narrowing } from './field.rules.ts';
import { readField } from './indicator.queries.ts';
import { greenFrom } from './light.rules.ts';
import { lyingIn } from './sum.queries.ts';

/** The light of an open case `c` today, as `light` of deadlines says, and blue while its time stands still. */
export async function lightToday(read: Read, call: Call) {
  const green = greenFrom(call.today, await loadCalendar(read, call.district));
  return sql`
    case
      when c.due_day is null then 'none'
      when c.due_day < ${call.today} then 'red'
      when c.state = 'SPECIAL_PROCEDURE' then 'blue'
      when c.due_day < ${green} then 'yellow'
      else 'green'
    end
  `;
}

/** Counted as accepted, and not as completed. */
export const isOpen = sql`k.accepted_day is not null and k.completed_day is null`;

/** What is open now in a field, by its light; the span does not matter. Refuses as `fieldOf`. */
export async function getOpenNow(read: Read, asked: Omit<Narrowing, 'from' | 'to'>, call: StaffCall): Promise<OpenNow> {
  const today = call.today.toString();
  const [{ field, places }, light] = await Promise.all([
    readField(read, { ...asked, from: today, to: today }, call),
    lightToday(read, call),
  ]);
  // What ended since it was counted has no due day any more, and is not read: the index of what is open says all.
  const { rows } = await sql<{ light: Light; open: number; nextDueDay: string | null }>`
    select ${light} as light, count(*) as open, min(c.due_day) filter (where c.due_day >= ${today}) as next_due_day
    from case_counts k
    left join (select district, id, state, due_day from cases c where ${openCase}) c on c.district = k.district and c.id = k.case_id
    where ${lyingIn(field, places)} and ${isOpen}
    group by 1
  `.execute(read);
  const of = (lit: Light) => rows.find(({ light: each }) => each === lit)?.open ?? 0;
  const [nextDueDay] = rows.flatMap((row) => row.nextDueDay ?? []).toSorted();
  return {
    ...{ green: of('green'), yellow: of('yellow'), red: of('red'), blue: of('blue'), none: of('none') },
    open: rows.reduce((sum, { open }) => sum + open, 0),
    ...(nextDueDay !== undefined && { nextDueDay }),
  };
}
