import type { BeyondGuide } from '../../../contract/cases.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import type { LocalText } from '../../../contract/values.ts';
import { dayOf, machineNow, startOfDay } from '../../platform/clock.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { getItemNames, getItemVersions } from '../catalogue/index.ts';
import { getPosts, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';

interface Attempt {
  readonly id: string;
  readonly at: string;
  readonly postId: string;
  readonly itemId: string;
  readonly versionId: string;
  readonly caseNo: string | null;
  readonly detail: string | null;
}

interface Counted {
  readonly kind: 'organ' | 'post' | 'item' | null;
  readonly id: string | null;
  readonly times: number;
}

const unknown: LocalText = { zh: '', en: '' };

/**
 * 超出指南的要求: what posts of the caller's area demanded or took in although the guide does not list it, each attempt of
 * a month of the machine's calendar, as the access log has it, and how often by organ, post and item. The publisher, who
 * answers for the guides, sees the whole district.
 */
export async function getBeyondGuide(
  read: Read,
  { month, organId, postId, itemId, after, limit = 20 }: Inputs['GET /beyond-guide'],
  call: StaffCall,
): Promise<Replies['GET /beyond-guide']> {
  const { district, staff } = call;
  const first = month === undefined ? dayOf(machineNow()).with({ day: 1 }) : Temporal.PlainDate.from(`${month}-01`);
  const centerIds = staff.post?.role === 'itemPublisher' || staff.scope.whole ? null : staff.scope.centerIds;
  const attempts = sql`
    select l.id, l.at, p.id as post_id, p.organisation_id as organ_id, v.item_id, v.id as version_id, c.case_no, l.detail
    from access_log l
    join posts p on p.district = l.district and p.id = l.acting_as
    left join cases c on c.district = l.district and c.id = l.subject_id
    join lateral (
      select id, item_id from item_versions
      where district = l.district and (id = c.item_version_id or (c.id is null and item_id = l.subject_id))
      order by version desc limit 1
    ) v on true
    where l.district = ${district} and l.code = 'material_unknown' and l.caller_kind = 'staff'
      and l.at >= ${startOfDay(first)} and l.at < ${startOfDay(first.add({ months: 1 }))}
      and (${centerIds}::uuid[] is null or p.center_id = any(${centerIds}::uuid[]))
      and (${organId ?? null}::uuid is null or p.organisation_id = ${organId ?? null})
      and (${postId ?? null}::uuid is null or p.id = ${postId ?? null})
      and (${itemId ?? null}::uuid is null or v.item_id = ${itemId ?? null})
  `;
  const [afterAt, afterId] = (after ?? '').split('~');
  const [places, { rows }, { rows: counted }] = await Promise.all([
    loadPlaces(read, district),
    sql<Attempt>`
      select * from (${attempts}) a
      where (at, id) < (coalesce(${afterAt || null}::timestamptz, 'infinity'), coalesce(${afterId || null}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by at desc, id desc limit ${limit + 1}
    `.execute(read),
    sql<Counted>`
      select case when grouping(organ_id) = 0 then 'organ' when grouping(post_id) = 0 then 'post'
          when grouping(item_id) = 0 then 'item' end as kind,
        coalesce(organ_id, post_id, item_id) as id, count(*)::int as times
      from (${attempts}) a group by grouping sets ((organ_id), (post_id), (item_id), ())
      order by times desc, id
    `.execute(read),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const idsOf = (kind: Counted['kind']) => counted.flatMap((each) => (each.kind === kind && each.id ? [each.id] : []));
  const [posts, versions, names] = await Promise.all([
    getPosts(read, district, [...new Set([...page.map((row) => row.postId), ...idsOf('post')])]),
    getItemVersions(read, district, [...new Set(page.map((row) => row.versionId))]),
    getItemNames(read, district, idsOf('item')),
  ]);
  const counts = (kind: Counted['kind'], nameOf: (id: string) => LocalText | undefined) =>
    counted.flatMap(({ kind: of, id, times }) =>
      of === kind && id !== null ? [{ id, name: nameOf(id) ?? unknown, times }] : [],
    );
  return {
    month: first.toString().slice(0, 7),
    total: counted.find(({ kind }) => kind === null)?.times ?? 0,
    attempts: page.map(({ id, at, postId: by, itemId: of, versionId, caseNo, detail }): BeyondGuide => {
      const post = posts.get(by);
      const content = versions.find((version) => version.id === versionId)?.content;
      return {
        attemptId: id,
        at,
        post: post?.title ?? unknown,
        organ: places.organById(post?.organId ?? '')?.name ?? unknown,
        itemId: of,
        itemName: content?.name ?? unknown,
        ...(caseNo !== null && { caseNo }),
        demanded: (detail ?? '')
          .split(' ')
          .filter((key) => key !== '')
          .map((key) => content?.materials.find((material) => material.key === key)?.name ?? { zh: key, en: key }),
      };
    }),
    organs: counts('organ', (id) => places.organById(id)?.name),
    posts: counts('post', (id) => posts.get(id)?.title),
    items: counts('item', (id) => names.get(id)),
    ...(rows.length > limit && last && { next: `${last.at}~${last.id}` }),
  };
}
