import { type Read, sql } from '../../platform/database/index.ts';

/** A page of received cases whose five days are over, where the version that binds them gives silence the meaning of acceptance. */
export async function getSilentCases(
  read: Read,
  district: string,
  { today, after, limit }: { today: Temporal.PlainDate; after: string | undefined; limit: number },
): Promise<{ id: string; round: number; dueDay: string }[]> {
  const { rows } = await sql<{ id: string; round: number; dueDay: string }>`
    with late as materialized (
      select id, round, due_day, item_version_id from cases
      where district = ${district} and state = 'RECEIVED' and due_day < ${today}
        and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
    ),
    -- A version's content is long: each is opened once, not once a case.
    meaning as materialized (
      select v.id from item_versions v
      where v.district = ${district} and v.id in (select item_version_id from late)
        and (v.content ->> 'deemedAcceptance')::boolean
    )
    select late.id, late.round, late.due_day from late join meaning on meaning.id = late.item_version_id
    order by late.id limit ${limit}
  `.execute(read);
  return rows;
}
