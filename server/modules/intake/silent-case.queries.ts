import { type Read, sql } from '../../platform/database/index.ts';

/** Received cases whose five days are over, where the version that binds them gives silence the meaning of acceptance. */
export async function getSilentCases(
  read: Read,
  district: string,
  today: Temporal.PlainDate,
): Promise<{ id: string; round: number; dueDay: string }[]> {
  const { rows } = await sql<{ id: string; round: number; dueDay: string }>`
    select c.id, c.round, c.due_day
    from cases c join item_versions v on v.district = c.district and v.id = c.item_version_id
    where c.district = ${district} and c.state = 'RECEIVED' and c.due_day < ${today}
      and (v.content ->> 'deemedAcceptance')::boolean
    order by c.due_day, c.id limit 1000
  `.execute(read);
  return rows;
}
