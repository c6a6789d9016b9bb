import { type Read, sql } from '../../platform/database/index.ts';

/** A page of received cases whose five days are over, where the version that binds them gives silence the meaning of acceptance. */
export async function getSilentCases(
  read: Read,
  district: string,
  { today, after, limit }: { today: Temporal.PlainDate; after: string | undefined; limit: number },
): Promise<{ id: string; round: number; dueDay: string }[]> {
  const { rows } = await sql<{ id: string; round: number; dueDay: string }>`
    select c.id, c.round, c.due_day
    from cases c join item_versions v on v.district = c.district and v.id = c.item_version_id
    where c.district = ${district} and c.state = 'RECEIVED' and c.due_day < ${today}
      and (v.content ->> 'deemedAcceptance')::boolean and (${after ?? null}::uuid is null or c.id > ${after ?? null}::uuid)
    order by c.id limit ${limit}
  `.execute(read);
  return rows;
}
