import type { Department, ItemSummary, LifeEvent, Suggestion } from '../../../contract/catalogue.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { getKeptAliases } from './alias.store.ts';
import { type ItemVersion, townshipGovernment } from './item.rules.ts';
import { type InForceToday, loadInForce } from './item.store.ts';
import { type ItemRoute, isOffered } from './route.rules.ts';
import { createSearchIndex, type SearchIndex } from './search-index.data.ts';
import { wordsToKeep } from './search-miss.rules.ts';
import { countMiss } from './search-miss.store.ts';
import { tidied } from './search-words.rules.ts';

/** What a person asks for: a question in his own words, or what the items must have in common; neither means everything. */
export interface FindItems {
  readonly q?: string;
  readonly lifeEvent?: LifeEvent;
  /** Who decides; `township`: the township governments. */
  readonly departmentId?: string;
  /** Where it can be handed in. */
  readonly centerId?: string;
  readonly audience?: 'person' | 'firm';
  /** Where one lives: the nearest office is named from here. */
  readonly regionId?: string;
  readonly after?: string;
  readonly limit?: number;
}

const mostFound = 20;

/**
 * The items that answer a question, best first; without one, those that fit by name, page by page. A question that
 * nothing surely answers is kept, without the person, for those who keep the aliases.
 */
export async function findItems(
  read: Read,
  call: Call,
  { q = '', after, limit = mostFound, regionId, ...wanted }: FindItems,
): Promise<{ items: ItemSummary[]; total: number; next?: string }> {
  const [{ items, index, routes }, places] = await Promise.all([
    loadCatalogue(read, call),
    loadPlaces(read, call.district),
  ]);
  const fits = fitting(wanted, routes, places);
  const summary = (version: ItemVersion, because: string[]) =>
    summaryOf(version, because, { regionId, routes, places });
  if (q.trim() === '') {
    const fit = items.filter(({ version }) => fits(version));
    const from = fit.findIndex(({ place }) => after === undefined || byName(place, after) > 0);
    const page = from < 0 ? [] : fit.slice(from, from + limit);
    const last = page.at(-1);
    return {
      items: page.map(({ version }) => summary(version, [])),
      total: fit.length,
      ...(last !== undefined && last !== fit.at(-1) && { next: last.place }),
    };
  }
  const answers = index.find(q);
  if (!answers.some(({ sure }) => sure)) {
    const words = wordsToKeep(q, index.knows);
    if (words !== '') await countMiss(read, call, words);
  }
  const byId = new Map(items.map(({ version }) => [version.itemId, version]));
  const found = answers.slice(0, mostFound).flatMap(({ itemId, because, sure }) => {
    const version = byId.get(itemId);
    return version !== undefined && fits(version) ? [{ ...summary(version, because), sure }] : [];
  });
  return { items: found, total: found.length };
}

/** Names to choose while typing. */
export async function getSuggestions(
  read: Read,
  { q }: { q: string },
  call: Call,
): Promise<{ suggestions: Suggestion[] }> {
  const { index } = await loadCatalogue(read, call);
  return { suggestions: index.suggest(q) };
}

/** Who decides something here, with how many items; the townships together, the most first. */
export async function getDepartments(read: Read, call: Call): Promise<{ departments: Department[] }> {
  const [{ items }, places] = await Promise.all([loadCatalogue(read, call), loadPlaces(read, call.district)]);
  const counts = new Map<string | null, number>();
  for (const { version } of items) counts.set(version.decidingOrganId, (counts.get(version.decidingOrganId) ?? 0) + 1);
  const departments = [...counts].map(([organId, count]) => ({
    departmentId: organId ?? township,
    name: organName(organId, places),
    items: count,
  }));
  return { departments: departments.toSorted((a, b) => b.items - a.items || byName(a.name.zh, b.name.zh)) };
}

const township = 'township';

function fitting(
  {
    lifeEvent,
    departmentId,
    centerId,
    audience,
  }: Pick<FindItems, 'lifeEvent' | 'departmentId' | 'centerId' | 'audience'>,
  routes: readonly ItemRoute[],
  places: Places,
): (version: ItemVersion) => boolean {
  const center = centerId === undefined ? undefined : places.centerById(centerId);
  return (version) => {
    const { content, decidingOrganId } = version;
    return (
      (lifeEvent === undefined || content.lifeEvent === lifeEvent) &&
      (departmentId === undefined || (decidingOrganId ?? township) === departmentId) &&
      (centerId === undefined || (center !== undefined && isOffered(version, routes, center, places))) &&
      (audience === undefined || serves(content.elements.serviceObjects, audience))
    );
  };
}

function serves(objects: ItemVersion['content']['elements']['serviceObjects'], audience: 'person' | 'firm'): boolean {
  return objects.some((each) => (audience === 'person' ? each === 'PERSON' : each !== 'PERSON' && each !== 'OTHER'));
}

interface Catalogue {
  /** By name, those that are only guides last. */
  readonly items: readonly { readonly version: ItemVersion; readonly place: string }[];
  readonly index: SearchIndex;
  readonly routes: readonly ItemRoute[];
}

/** By district; each request asks whether it is still what is in force, so that several servers agree. */
const catalogues = new Map<string, { stamp: string; index: SearchIndex; loaded: Promise<Catalogue> }>();

async function loadCatalogue(read: Read, call: Pick<Call, 'district' | 'today'>): Promise<Catalogue> {
  const inForce = await loadInForce(read, call);
  const { revision } = inForce;
  const stamp = `${revision}:${call.today}`;
  const known = catalogues.get(call.district);
  if (known?.stamp === stamp) return known.loaded;
  const index = known?.index ?? createSearchIndex();
  // One after the other: the index must end with what was read last.
  const before = known?.loaded.catch(() => {}) ?? Promise.resolve();
  const loaded = before.then(() => readCatalogue(read, call.district, inForce, index));
  catalogues.set(call.district, { stamp, index, loaded });
  loaded.catch(() => catalogues.delete(call.district));
  return loaded;
}

async function readCatalogue(
  read: Read,
  district: string,
  { versions, routes }: InForceToday,
  index: SearchIndex,
): Promise<Catalogue> {
  const aliases = await getKeptAliases(read, district);
  await index.keep(
    versions.map(({ id, itemId, code, content: { name, brief, aliases: own, guideOnly } }) => {
      const added = aliases.get(itemId) ?? [];
      return {
        itemId,
        key: [id, ...added].join('\n'),
        code,
        name,
        brief,
        aliases: [...own, ...added],
        guideOnly: guideOnly !== undefined,
      };
    }),
  );
  const items = versions
    .map((version) => ({ version, place: placeOf(version) }))
    .toSorted((a, b) => byName(a.place, b.place));
  return { items, index, routes };
}

const longestPlace = 60;

/** Where an item stands in a list, as the cursor of a page says it. */
function placeOf({ itemId, content: { name, guideOnly } }: ItemVersion): string {
  return `${guideOnly === undefined ? 0 : 1} ${tidied(name.zh).slice(0, longestPlace)} ${itemId}`;
}

const { compare: byName } = new Intl.Collator('zh');

function summaryOf(
  version: ItemVersion,
  because: string[],
  { regionId, routes, places }: { regionId: string | undefined; routes: readonly ItemRoute[]; places: Places },
): ItemSummary {
  const { content, itemId, code, level, caseType, profile } = version;
  const { name, brief, bring, howLong, guideOnly } = content;
  const nearest =
    regionId === undefined
      ? undefined
      : places.centersFor(regionId).find((center) => isOffered(version, routes, center, places));
  return {
    itemId,
    name,
    code,
    decidedBy: organName(version.decidingOrganId, places),
    level,
    caseType,
    profile,
    brief,
    bring,
    howLong,
    guideOnly: guideOnly !== undefined,
    ...(nearest && { nearest: { centerId: nearest.id, name: nearest.name } }),
    because,
    sure: true,
  };
}

/** Who accepts or decides, where it is nobody by name: the township government of the intake centre. */
export function organName(organId: string | null, places: Places): LocalText {
  return (organId === null ? undefined : places.organById(organId)?.name) ?? townshipGovernment;
}
