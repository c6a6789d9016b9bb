import type { BasicItemRow, BasicItemView, PowerType } from '../../../contract/standards.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { basicCodeOf, getVersionsInForce, type ItemVersion, organName, townshipCodes } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { claimantsOf } from './basic-item.rules.ts';
import { getBasicItem, getBasicItems, getBasicVersions, getClaims } from './basic-item.store.ts';
import { deviationsOf, siblingKey } from './deviation.rules.ts';
import { tidy } from './element.rules.ts';
import { getElements } from './element-set.store.ts';

/** What a list of basic items is asked for. */
export interface FindBasicItems {
  readonly q?: string;
  readonly type?: PowerType;
  readonly claims?: 'unclaimed' | 'conflict' | 'deviating';
  /** The code after which the page begins. */
  readonly after?: string;
  readonly limit?: number;
}

interface Stub {
  readonly basicItemId: string;
  readonly code: string;
  readonly type: PowerType;
  readonly version: number;
  readonly name: LocalText;
}

/** The basic catalogue by code, with who holds each item; `deviating` asks the pages' items live. */
export async function findBasicItems(
  read: Read,
  { q = '', type, claims, after = '', limit = 20 }: FindBasicItems,
  call: Call,
): Promise<{ basicItems: BasicItemRow[]; total: number; next?: string }> {
  const [stubs, context] = await Promise.all([getStubs(read, call.district), getContext(read, call)]);
  const words = tidy(q);
  const fitting = stubs.filter(
    (stub) =>
      (type === undefined || stub.type === type) &&
      (words === '' || tidy(`${stub.code} ${stub.name.zh} ${stub.name.en}`).includes(words)) &&
      (claims === undefined || standsSo(claims, stub, context)),
  );
  const page = fitting.filter(({ code }) => code > after).slice(0, limit);
  const last = page.at(-1);
  const deviating = await countDeviating(
    read,
    call,
    page.map(({ code }) => code),
    context,
  );
  return {
    basicItems: page.map((stub) => {
      const organIds = claimantsOf(context.items.get(stub.code) ?? [], context.claims.get(stub.basicItemId) ?? []);
      const items = context.items.get(stub.code) ?? [];
      const holders: (string | null)[] = [
        ...organIds,
        ...(items.some(({ decidingOrganId }) => decidingOrganId === null) ? [null] : []),
      ];
      return {
        ...stub,
        implementations: items.length,
        organs: holders.map((organId) => organName(organId, context.places)),
        conflict: isConflict(organIds, context.places),
        deviating: deviating.get(stub.code) ?? 0,
      };
    }),
    total: fitting.length,
    ...(last !== undefined && last !== fitting.at(-1) && { next: last.code }),
  };
}

interface Context {
  readonly items: ReadonlyMap<string, readonly ItemVersion[]>;
  readonly claims: ReadonlyMap<string, readonly { organId: string }[]>;
  readonly places: Places;
  /** Basic codes of items that the latest finished run found deviating. */
  readonly deviating: ReadonlySet<string>;
}

async function getContext(read: Read, call: Call): Promise<Context> {
  const [versions, claims, places, deviating] = await Promise.all([
    getVersionsInForce(read, call),
    getClaims(read, call.district),
    loadPlaces(read, call.district),
    getDeviatingCodes(read, call.district),
  ]);
  return {
    items: Map.groupBy(versions, ({ code }) => basicCodeOf(code)),
    claims: Map.groupBy(claims, ({ basicItemId }) => basicItemId),
    places,
    deviating,
  };
}

async function getStubs(read: Read, district: string): Promise<Stub[]> {
  const { rows } = await sql<Stub>`
    select i.id as basic_item_id, i.code, v.version, v.power_type as type, v.content -> 'name' as name
    from basic_items i
    join lateral (
      select version, power_type, content from basic_item_versions
      where district = i.district and basic_item_id = i.id order by version desc limit 1
    ) v on true
    where i.district = ${district} order by i.code
  `.execute(read);
  return rows;
}

async function getDeviatingCodes(read: Read, district: string): Promise<Set<string>> {
  const { rows } = await sql<{ basicCode: string }>`
    select distinct substr(code, 20, 12) as basic_code from standard_deviations
    where district = ${district} and check_id = (
      select id from standard_checks where district = ${district} and kind = 'ELEMENTS' and state = 'DONE' order by id desc limit 1
    )
  `.execute(read);
  return new Set(rows.map(({ basicCode }) => basicCode));
}

function standsSo(
  claims: NonNullable<FindBasicItems['claims']>,
  { code, basicItemId }: Stub,
  { items, claims: made, places, deviating }: Context,
): boolean {
  if (claims === 'deviating') return deviating.has(code);
  const organIds = claimantsOf(items.get(code) ?? [], made.get(basicItemId) ?? []);
  return claims === 'conflict'
    ? isConflict(organIds, places)
    : organIds.length === 0 && (items.get(code) ?? []).length === 0;
}

/** More than one department of the district; townships hold a power side by side. */
function isConflict(organIds: readonly string[], places: Places): boolean {
  return organIds.filter((id) => places.organById(id)?.level === 'DISTRICT').length > 1;
}

async function countDeviating(
  read: Read,
  call: Call,
  codes: readonly string[],
  { items }: Context,
): Promise<Map<string, number>> {
  const [basics, elements] = await Promise.all([
    getBasicItems(read, call.district, codes),
    getElements(read, call.district),
  ]);
  return new Map(
    basics.map((basic) => {
      const own = items.get(basic.code) ?? [];
      const siblings = Map.groupBy(own, siblingKey);
      const count = own.filter(
        (item) => deviationsOf(item, { basic, siblings: siblings.get(siblingKey(item)) ?? [], elements }).length > 0,
      ).length;
      return [basic.code, count];
    }),
  );
}

/** A basic item as the caller sees it: a version, its history, who implements it and where that deviates. Refuses `not_found`. */
export async function getBasicItemView(
  read: Read,
  { basicItemId, version }: { basicItemId: string; version?: number },
  call: StaffCall,
): Promise<BasicItemView> {
  const { district } = call;
  const [shown, versions, claims, inForce, places, elements] = await Promise.all([
    getBasicItem(read, district, { basicItemId, ...(version !== undefined && { version }) }),
    getBasicVersions(read, district, basicItemId),
    getClaims(read, district, basicItemId),
    getVersionsInForce(read, call),
    loadPlaces(read, district),
    getElements(read, district),
  ]);
  const items = inForce.filter(({ code }) => basicCodeOf(code) === shown.code);
  const siblings = Map.groupBy(items, siblingKey);
  const organIds = claimantsOf(items, claims);
  const ownOrganId = call.staff.post?.role === 'itemManager' ? call.staff.post.organId : undefined;
  const ownClaim = claims.some(({ organId }) => organId === ownOrganId);
  const { publishedBy, ...basic } = shown;
  return {
    ...basic,
    ...(publishedBy !== null && { publishedBy }),
    latest: shown.version === versions[0]?.version,
    versions: versions.map(({ publishedBy: by, ...each }) => ({ ...each, ...(by !== null && { publishedBy: by }) })),
    implementations: items
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .map((item) => ({
        itemId: item.itemId,
        name: item.content.name,
        code: item.code,
        organ: organName(item.decidingOrganId, places),
        level: item.level,
        ...(item.content.handling && { handling: item.content.handling }),
        deviations: deviationsOf(item, { basic: shown, siblings: siblings.get(siblingKey(item)) ?? [], elements }),
        townships:
          item.decidingOrganId === null
            ? townshipCodes(item.code, places.organs).map(({ organ, code }) => ({ organ: organ.name, code }))
            : [],
      })),
    claims: claims.map(({ organId, claimedAt }) => ({
      organId,
      organ: organName(organId, places),
      claimedAt,
      own: organId === ownOrganId,
    })),
    conflict: isConflict(organIds, places),
    mayClaim: ownOrganId !== undefined && !organIds.includes(ownOrganId),
    mayRelease: ownClaim,
  };
}
