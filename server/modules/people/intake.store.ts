import type { LocalText, Role } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';

/** A post that meets people or decides, with those who hold it today. */
export interface OfficePost {
  readonly postId: string;
  readonly role: Role;
  readonly title: LocalText;
  readonly organId: string;
  readonly centerId: string | null;
  readonly areaRegionId: string;
  readonly holders: readonly { staffId: string; name: string }[];
}

/** Every post of an office: windows, agents, reviewers and deciders, those without a holder too. */
export async function getOfficePosts(
  read: Read,
  { district, today }: Pick<Call, 'district' | 'today'>,
): Promise<OfficePost[]> {
  const { rows } = await sql<Omit<OfficePost, 'title'> & { titleZh: string; titleEn: string }>`
    select p.id as post_id, p.role, p.title_zh, p.title_en, p.organisation_id as organ_id, p.center_id, p.area_region_id,
      coalesce(jsonb_agg(distinct jsonb_build_object('staffId', f.id, 'name', f.name)) filter (where f.id is not null), '[]') as holders
    from posts p
    left join appointments a on a.district = p.district and a.post_id = p.id
      and a.from_day <= ${today} and (a.until_day is null or a.until_day >= ${today})
    left join staff f on f.district = a.district and f.id = a.staff_id and (f.left_day is null or f.left_day > ${today})
    where p.district = ${district} and p.role in ('windowClerk', 'villageAgent', 'reviewer', 'decider')
    group by p.district, p.id order by p.id
  `.execute(read);
  return rows.map(({ titleZh, titleEn, ...post }) => ({ ...post, title: { zh: titleZh, en: titleEn } }));
}

/** 收件授权 today: of each of these items the posts that may take it in; items that nobody may are left out. */
export async function getIntakePosts(
  read: Read,
  { district, today }: Pick<Call, 'district' | 'today'>,
  itemIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ itemId: string; postIds: string[] }>`
    select item_id, array_agg(distinct post_id) as post_ids from post_items
    where district = ${district} and item_id = any(${itemIds}::uuid[])
      and from_day <= ${today} and (until_day is null or until_day >= ${today})
    group by item_id
  `.execute(read);
  return new Map(rows.map(({ itemId, postIds }) => [itemId, postIds]));
}

/** 收件授权 of one item for one post. */
export interface Intake {
  readonly postId: string;
  readonly itemId: string;
}

/** Opens every item to every post from a day on, but where it is open beyond that day. Returns what opened. */
export async function insertIntake(
  tx: Tx,
  district: string,
  {
    postIds,
    itemIds,
    fromDay,
  }: { postIds: readonly string[]; itemIds: readonly string[]; fromDay: Temporal.PlainDate },
): Promise<Intake[]> {
  const { rows } = await sql<Intake>`
    insert into post_items (district, post_id, item_id, from_day)
    select ${district}::text, post_id, item_id, ${fromDay}::date
    from unnest(${postIds}::uuid[]) post_id, unnest(${itemIds}::uuid[]) item_id
    where not exists (
      select from post_items i where i.district = ${district} and i.post_id = post_id.post_id and i.item_id = item_id.item_id
        and (i.until_day is null or i.until_day > ${fromDay})
    )
    on conflict (district, post_id, item_id, from_day) do update set until_day = null, may_finish = false
    returning post_id, item_id
  `.execute(tx);
  return rows;
}

/**
 * Ends authorisations before a day, and one that opened on that day itself with it: nothing is offered there any more by
 * then. What was taken in may be finished. Returns what ended.
 */
export async function endIntakeRows(
  tx: Tx,
  district: string,
  { pairs, fromDay }: { pairs: readonly Intake[]; fromDay: Temporal.PlainDate },
): Promise<Intake[]> {
  const lastDay = fromDay.subtract({ days: 1 });
  const { rows } = await sql<Intake>`
    update post_items i set until_day = greatest(i.from_day, ${lastDay}::date), may_finish = true
    from unnest(${pairs.map(({ postId }) => postId)}::uuid[], ${pairs.map(({ itemId }) => itemId)}::uuid[]) as p (post_id, item_id)
    where i.district = ${district} and i.post_id = p.post_id and i.item_id = p.item_id
      and (i.until_day is null or i.until_day > greatest(i.from_day, ${lastDay}::date))
    returning i.post_id, i.item_id
  `.execute(tx);
  return rows;
}
