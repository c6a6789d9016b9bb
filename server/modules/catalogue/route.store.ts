import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { ItemRoute } from './route.rules.ts';

export async function insertRoutes(tx: Tx, district: string, routes: readonly ItemRoute[]): Promise<void> {
  const rows = JSON.stringify(
    routes.map(({ id, itemId, regionId, level, mode, receiverOrganId, fromDay }) => ({
      id,
      item_id: itemId,
      region_id: regionId,
      level,
      mode,
      receiver_organ_id: receiverOrganId,
      from_day: fromDay,
    })),
  );
  await sql`
    insert into item_routes (district, id, item_id, region_id, level, mode, receiver_organ_id, from_day)
    select ${district}::text, id, item_id, region_id, level, mode, receiver_organ_id, from_day
    from jsonb_to_recordset(${rows}::jsonb)
      as given (id uuid, item_id uuid, region_id uuid, level text, mode text, receiver_organ_id uuid, from_day date)
  `.execute(tx);
}

/** Ends routes before a day; one that would only have begun later never begins. Returns whose they were. */
export async function endRoutes(
  tx: Tx,
  district: string,
  { routeIds, fromDay }: { routeIds: readonly string[]; fromDay: string },
): Promise<{ id: string; itemId: string }[]> {
  const { rows } = await sql<{ id: string; itemId: string }>`
    update item_routes set until_day = greatest(from_day, ${fromDay}::date)
    where district = ${district} and id = any(${routeIds}::uuid[]) and (until_day is null or until_day > ${fromDay}::date)
    returning id, item_id
  `.execute(tx);
  return rows;
}

/** The routes by which power of these items went down and stays there, in force or still to begin. */
export async function findHandedDown(
  read: Read,
  district: string,
  itemIds: readonly string[],
): Promise<Pick<ItemRoute, 'itemId' | 'regionId'>[]> {
  const { rows } = await sql<Pick<ItemRoute, 'itemId' | 'regionId'>>`
    select item_id, region_id from item_routes
    where district = ${district} and item_id = any(${itemIds}::uuid[]) and mode <> 'SERVICE_FORWARD' and until_day is null
  `.execute(read);
  return rows;
}

/** An item cancelled since a day (取消). */
export interface Cancelled {
  readonly itemId: string;
  readonly fromDay: string;
}

/** What was adjusted since a day, by item: handed down and still so, or cancelled. */
export async function getAdjustedItems(
  read: Read,
  { district, today }: Pick<Call, 'district' | 'today'>,
  sinceDay: string,
): Promise<string[]> {
  const { rows } = await sql<{ itemId: string }>`
    select item_id from item_routes
    where district = ${district} and from_day >= ${sinceDay}::date and from_day <= ${today}
      and (until_day is null or until_day > ${today})
    union
    select item_id from item_standings
    where district = ${district} and standing = 'CANCELLED' and from_day >= ${sinceDay}::date and from_day <= ${today}
    order by item_id
  `.execute(read);
  return rows.map(({ itemId }) => itemId);
}

/** The routes in force of some items that began since a day, and which of the items are cancelled today. */
export async function getAdjustments(
  read: Read,
  { district, today }: Pick<Call, 'district' | 'today'>,
  { itemIds, sinceDay }: { itemIds: readonly string[]; sinceDay: string },
): Promise<{ routes: ItemRoute[]; cancelled: Cancelled[] }> {
  const [routes, cancelled] = await Promise.all([
    sql<ItemRoute>`
      select id, item_id, region_id, level, mode, receiver_organ_id, from_day, until_day from item_routes
      where district = ${district} and item_id = any(${itemIds}::uuid[]) and from_day >= ${sinceDay}::date
        and from_day <= ${today} and (until_day is null or until_day > ${today})
      order by item_id, id
    `.execute(read),
    sql<Cancelled>`
      select item_id, from_day from (
        select distinct on (item_id) item_id, standing, from_day from item_standings
        where district = ${district} and item_id = any(${itemIds}::uuid[]) and from_day <= ${today}
        order by item_id, from_day desc, id desc
      ) latest where standing = 'CANCELLED' and from_day >= ${sinceDay}::date
    `.execute(read),
  ]);
  return { routes: routes.rows, cancelled: cancelled.rows };
}
