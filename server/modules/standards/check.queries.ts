import type { ChannelDifference, DeviationRow, StandardCheck, UniformElement } from '../../../contract/standards.ts';
import type { Level } from '../../../contract/values.ts';
import { uniformElements } from '../../../contract/words.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { organName } from '../catalogue/index.ts';
import { loadPlaces } from '../places/index.ts';
import { type Check, getChecks } from './check.store.ts';

/** The latest run of each check with what it found so far. */
export async function getLatestChecks(read: Read, call: Call): Promise<{ checks: StandardCheck[] }> {
  const checks = await getChecks(read, call.district);
  return { checks: await Promise.all(checks.map((check) => viewOf(read, call, check))) };
}

/** One run. Refuses `not_found`. */
export async function getCheck(read: Read, checkId: string, call: Call): Promise<StandardCheck> {
  const [check] = await getChecks(read, call.district, checkId);
  if (check === undefined) throw new Refusal('not_found');
  return viewOf(read, call, check);
}

interface TallyRow {
  readonly element: UniformElement | null;
  readonly organId: string | null;
  readonly level: Level | null;
  /** Which of the three was grouped by: 3 element, 5 organ, 6 level; 7 all. */
  readonly grouped: number;
  readonly deviations: number;
  readonly items: number;
  readonly locked: number;
  readonly withoutBasic: number;
}

async function viewOf(read: Read, call: Call, check: Check): Promise<StandardCheck> {
  const [{ rows }, places] = await Promise.all([
    sql<TallyRow>`
      select element, organ_id, level, grouping(element, organ_id, level) as grouped, count(*)::int as deviations,
        count(distinct item_id)::int as items, count(*) filter (where locked)::int as locked,
        count(distinct item_id) filter (where against = 'NO_BASIC')::int as without_basic
      from standard_deviations where district = ${call.district} and check_id = ${check.id}
      group by grouping sets ((element), (organ_id), (level), ())
    `.execute(read),
    loadPlaces(read, call.district),
  ]);
  const of = (grouped: number) => rows.filter((row) => row.grouped === grouped);
  const tally = ({ deviations, items, locked }: TallyRow) => ({ deviations, items, locked });
  const { id, startedBy, endedAt, elements: _, ...run } = check;
  return {
    ...run,
    checkId: id,
    ...(startedBy !== null && { startedBy }),
    ...(endedAt !== null && { endedAt }),
    byElement: of(3)
      .flatMap((row) => (row.element === null ? [] : [{ element: row.element, ...tally(row) }]))
      .toSorted((a, b) => uniformElements.indexOf(a.element) - uniformElements.indexOf(b.element)),
    byOrgan: of(5)
      .map((row) => ({
        ...(row.organId !== null && { organId: row.organId }),
        organ: organName(row.organId, places),
        ...tally(row),
      }))
      .toSorted((a, b) => b.deviations - a.deviations),
    byLevel: of(6).flatMap((row) => (row.level === null ? [] : [{ level: row.level, ...tally(row) }])),
    withoutBasic: of(7)[0]?.withoutBasic ?? 0,
  };
}

/** What a run found; filters narrow it, pages follow one another by id. Refuses `not_found`. */
export async function getDeviations(
  read: Read,
  {
    checkId,
    element,
    organId,
    level,
    locked,
    after,
    limit = 20,
  }: {
    checkId: string;
    element?: UniformElement;
    organId?: string;
    level?: Level;
    locked?: 'true' | 'false';
    after?: string;
    limit?: number;
  },
  call: Call,
): Promise<{ deviations: DeviationRow[]; next?: string }> {
  await getCheck(read, checkId, call);
  const organ =
    organId === undefined
      ? sql``
      : organId === 'township'
        ? sql`and organ_id is null`
        : sql`and organ_id::text = ${organId}`;
  const { rows } = await sql<Row>`
    select id, item_id, item_name_zh, item_name_en, code, organ_id, level, element, locked, against, own_zh, own_en,
      other_zh, other_en, other_code
    from standard_deviations
    where district = ${call.district} and check_id = ${checkId} ${organ}
      and (${element ?? null}::text is null or element = ${element ?? null})
      and (${level ?? null}::text is null or level = ${level ?? null})
      and (${locked ?? null}::text is null or locked = (${locked ?? null}::text = 'true'))
      and id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by id limit ${limit + 1}
  `.execute(read);
  const places = await loadPlaces(read, call.district);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    deviations: page.map((row) => ({
      deviationId: row.id,
      itemId: row.itemId,
      name: { zh: row.itemNameZh, en: row.itemNameEn },
      code: row.code,
      organ: organName(row.organId, places),
      level: row.level,
      element: row.element,
      locked: row.locked,
      against: row.against,
      own: { zh: row.ownZh, en: row.ownEn },
      other: { zh: row.otherZh, en: row.otherEn },
      otherCode: row.otherCode,
    })),
    ...(rows.length > limit && last && { next: last.id }),
  };
}

interface Row {
  readonly id: string;
  readonly itemId: string;
  readonly itemNameZh: string;
  readonly itemNameEn: string;
  readonly code: string;
  readonly organId: string | null;
  readonly level: Level;
  readonly element: UniformElement;
  readonly locked: boolean;
  readonly against: DeviationRow['against'];
  readonly ownZh: string;
  readonly ownEn: string;
  readonly otherZh: string;
  readonly otherEn: string;
  readonly otherCode: string;
}

/** Where a run saw a channel show something else than was published. Refuses `not_found`. */
export async function getDifferences(
  read: Read,
  { checkId, after, limit = 20 }: { checkId: string; after?: string; limit?: number },
  call: Call,
): Promise<{ differences: ChannelDifference[]; next?: string }> {
  await getCheck(read, checkId, call);
  const { rows } = await sql<{
    id: string;
    itemId: string;
    itemNameZh: string;
    itemNameEn: string;
    code: string;
    shownIn: ChannelDifference['channel'];
    part: string;
    publishedDigest: string;
    shownDigest: string;
  }>`
    select id, item_id, item_name_zh, item_name_en, code, shown_in, part, published_digest, shown_digest
    from channel_differences
    where district = ${call.district} and check_id = ${checkId} and id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by id limit ${limit + 1}
  `.execute(read);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    differences: page.map((row) => ({
      differenceId: row.id,
      itemId: row.itemId,
      name: { zh: row.itemNameZh, en: row.itemNameEn },
      code: row.code,
      channel: row.shownIn,
      part: row.part,
      published: row.publishedDigest,
      shown: row.shownDigest,
    })),
    ...(rows.length > limit && last && { next: last.id }),
  };
}
