import type { SearchMiss } from '../../../contract/catalogue.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';

/** A stranger who asks at random must not fill the database. */
const mostMisses = 20_000;

/** Counts the words of a question that nothing answered. */
export async function countMiss(read: Read, call: Call, words: string): Promise<void> {
  await sql`
    insert into search_misses (district, id, words, times, last_day)
    select ${call.district}, ${newId()}::uuid, ${words}, 1, ${call.today}::date
    where (select count(*) from search_misses where district = ${call.district}) < ${mostMisses}::int
    on conflict (district, words) do update set times = search_misses.times + 1, last_day = excluded.last_day
  `.execute(read);
}

/** What nobody found, most frequent first; dismissed ones stay away however often they come. */
export async function getMisses(
  read: Read,
  { after, limit = 20 }: { after?: string; limit?: number },
  call: Call,
): Promise<{ misses: SearchMiss[]; next?: string }> {
  const [times, id] = (after ?? '').split('~');
  const { rows } = await sql<SearchMiss>`
    select id as miss_id, words, times, last_day from search_misses
    where district = ${call.district} and dismissed_at is null
      and (times, id) < (coalesce(${times || null}::int, 2147483647), coalesce(${id || null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by times desc, id desc limit ${limit + 1}
  `.execute(read);
  const misses = rows.slice(0, limit);
  const last = misses.at(-1);
  return { misses, ...(rows.length > limit && last && { next: `${last.times}~${last.missId}` }) };
}

/** Refuses `not_found`. */
export async function markMissDismissed(tx: Tx, call: Call, missId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update search_misses set dismissed_at = coalesce(dismissed_at, ${call.now})
    where district = ${call.district} and id = ${missId} returning id
  `.execute(tx);
  if (rows.length === 0) throw new Refusal('not_found');
}

/** Forgets a miss that an alias answers; should it come again, it is counted anew. */
export async function deleteMiss(tx: Tx, district: string, missId: string): Promise<void> {
  await sql`delete from search_misses where district = ${district} and id = ${missId}`.execute(tx);
}
