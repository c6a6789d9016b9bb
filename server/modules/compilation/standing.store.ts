import type { Standing } from '../../../contract/catalogue.ts';
import type { StandingRow } from '../../../contract/compilation.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';

/** How an item stands, or will from a day that is planned already. `fromDay` is absent for one that was never changed. */
export interface LastStanding {
  readonly standing: Standing['standing'];
  readonly fromDay: string | null;
  readonly changedAt: string | null;
}

/** Locks an item's row and tells how it will stand last. Refuses `not_found`. */
export async function lockStanding(tx: Tx, district: string, itemId: string): Promise<LastStanding> {
  const { rows } = await sql`
    select id from items where district = ${district} and id = ${itemId} for update
  `.execute(tx);
  if (rows.length === 0) throw new Refusal('not_found');
  return findLastStanding(tx, district, itemId);
}

/** The standing that was changed last, begun or not. */
export async function findLastStanding(read: Read, district: string, itemId: string): Promise<LastStanding> {
  const { rows } = await sql<LastStanding>`
    select standing, from_day, changed_at from item_standings where district = ${district} and item_id = ${itemId}
    order by from_day desc, id desc limit 1
  `.execute(read);
  return rows[0] ?? { standing: 'IN_USE', fromDay: null, changedAt: null };
}

export async function insertStanding(
  tx: Tx,
  call: StaffCall,
  given: { itemId: string; standing: Standing['standing']; fromDay: string; reason: LocalText },
): Promise<string> {
  const id = newId();
  await sql`
    insert into item_standings (district, id, item_id, standing, from_day, reason_zh, reason_en, changed_by, changed_at)
    values (${call.district}, ${id}, ${given.itemId}, ${given.standing}, ${given.fromDay}, ${given.reason.zh},
      ${given.reason.en}, ${call.staff.id}, ${call.now})
  `.execute(tx);
  return id;
}

/** All standings of an item, newest first. */
export async function getStandings(read: Read, district: string, itemId: string): Promise<StandingRow[]> {
  const { rows } = await sql<{
    standing: Standing['standing'];
    fromDay: string;
    reasonZh: string;
    reasonEn: string;
    changedBy: string | null;
    changedAt: string;
  }>`
    select s.standing, s.from_day, s.reason_zh, s.reason_en, f.name as changed_by, s.changed_at
    from item_standings s left join staff f on f.district = s.district and f.id = s.changed_by
    where s.district = ${district} and s.item_id = ${itemId} order by s.from_day desc, s.id desc limit 200
  `.execute(read);
  return rows.map(({ standing, fromDay, reasonZh, reasonEn, changedBy, changedAt }) => ({
    standing,
    fromDay,
    reason: { zh: reasonZh, en: reasonEn },
    ...(changedBy !== null && { changed: { by: changedBy, at: changedAt } }),
  }));
}
