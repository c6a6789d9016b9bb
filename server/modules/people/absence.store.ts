import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Absence } from './absence.rules.ts';

const lastDay = sql`coalesce(x.back_day - 1, x.until_day)`;

/** Of staff `h`: away on a day. */
const isAway = (today: Temporal.PlainDate) => sql`exists (
  select from absences x where x.district = h.district and x.staff_id = h.id and x.from_day <= ${today} and ${lastDay} >= ${today}
)`;

/** Of appointments `a`: those of others who hold the same post regularly on a day. */
const regularHolders = (today: Temporal.PlainDate) => sql`
  appointments r join staff h on h.district = r.district and h.id = r.staff_id
  where r.district = a.district and r.post_id = a.post_id and r.kind = 'regular'
    and r.from_day <= ${today} and (r.until_day is null or r.until_day >= ${today}) and (h.left_day is null or h.left_day > ${today})
`;

/**
 * AB岗: of appointments `a`, those that can be acted in on a day. A substitute stands in while nobody who holds the post
 * regularly is there.
 */
export const standsIn = (today: Temporal.PlainDate) =>
  sql`(a.kind = 'regular' or not exists (select from ${regularHolders(today)} and not ${isAway(today)}))`;

/** Of staff `f`: not away on a day. */
export const isThere = (today: Temporal.PlainDate) => sql`not exists (
  select from absences x where x.district = f.district and x.staff_id = f.id and x.from_day <= ${today} and ${lastDay} >= ${today}
)`;

/** Of a substitute's appointment `a`: for whom he acts; null where the post has no other holder. */
export const actsFor = (today: Temporal.PlainDate) =>
  sql`case when a.kind = 'substitute' then (select h.id from ${regularHolders(today)} order by r.id limit 1) end`;

const columns = sql`x.id, x.staff_id, x.kind, x.from_day, x.until_day, x.back_day`;

export async function insertAbsence(
  tx: Tx,
  district: string,
  absence: Omit<Absence, 'backDay'> & { readonly recordedAt: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into absences (district, id, staff_id, kind, from_day, until_day, recorded_at)
    values (${district}, ${absence.id}, ${absence.staffId}, ${absence.kind}, ${absence.fromDay}, ${absence.untilDay}, ${absence.recordedAt})
  `.execute(tx);
}

/** The absences of some people that are not over, soonest first. */
export async function getAbsences(
  read: Read,
  district: string,
  { staffIds, today }: { staffIds: readonly string[]; today: Temporal.PlainDate },
): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select ${columns} from absences x
    where x.district = ${district} and x.staff_id = any(${staffIds}::uuid[]) and x.until_day >= ${today} and ${lastDay} >= greatest(${today}, x.from_day)
    order by x.from_day, x.id
  `.execute(read);
  return rows;
}

/** The absence, locked. */
export async function lockAbsence(tx: Tx, district: string, id: string): Promise<Absence | undefined> {
  const { rows } = await sql<Absence>`
    select ${columns} from absences x where x.district = ${district} and x.id = ${id} for update
  `.execute(tx);
  return rows[0];
}

export async function saveBackDay(tx: Tx, district: string, id: string, backDay: string): Promise<void> {
  await sql`update absences set back_day = ${backDay} where district = ${district} and id = ${id}`.execute(tx);
}

/** Holds a member of staff, so that what is recorded of him is recorded in turn. Whether he is still with us. */
export async function holdStaff(
  tx: Tx,
  district: string,
  { staffId, today }: { staffId: string; today: Temporal.PlainDate },
): Promise<boolean> {
  const { rows } = await sql`
    select id from staff where district = ${district} and id = ${staffId} and (left_day is null or left_day > ${today}) for update
  `.execute(tx);
  return rows.length === 1;
}
