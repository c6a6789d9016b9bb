import { type Read, sql } from '../../platform/database/index.ts';

/** Received cases whose five days are over; the job itself decides whether silence means acceptance. */
export async function getSilentCases(
  read: Read,
  district: string,
  today: Temporal.PlainDate,
): Promise<{ id: string; round: number; dueDay: string }[]> {
  const { rows } = await sql<{ id: string; round: number; dueDay: string }>`
    select c.id, c.round, c.due_day from cases c
    where c.district = ${district} and c.state = 'RECEIVED' and c.due_day < ${today} and c.procedure_profile = 'LICENSE'
    order by c.due_day, c.id limit 1000
  `.execute(read);
  return rows;
}
