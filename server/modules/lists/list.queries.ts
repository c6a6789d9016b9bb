import type { ListRow, ListSet, ListSummary } from '../../../contract/lists.ts';
import type { Level, LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { basicCodeOf, isOffered, loadInForce } from '../catalogue/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { getBasicItems, getClaims } from '../standards/index.ts';
import { type List, listSets, lists, organText, powerCells } from './list.data.ts';
import { type Entry, type HandOver, isOfOffice, type Matter, type Power, wordsOf } from './list.rules.ts';

type Asked = Pick<Call, 'district' | 'today'>;

/** What narrows a list: words, who decides (`township`: the townships), where it is received. */
export interface Narrowing {
  readonly q?: string;
  readonly departmentId?: string;
  readonly regionId?: string;
}

export const township = 'township';

/** Everything in force today in the order of the lists. */
export interface Matters {
  readonly revision: number;
  readonly matters: readonly Matter[];
  /** Of each of them, in the same order, what a question is looked for in. */
  readonly said: readonly string[];
  readonly powers: readonly Power[];
  /** How much stands on each list, in the order of the lists. */
  readonly counts: readonly Pick<ListSummary, 'rows' | 'items'>[];
  /** Of each list, its rows, once somebody asked for it. */
  readonly rows: Map<string, readonly Row[]>;
}

interface Row {
  /** Where it stands in the list: what the cursor of a page says. */
  readonly place: string;
  readonly rowId: string;
  readonly name: LocalText;
  readonly departmentIds: readonly string[];
  /** What a question is looked for in. */
  readonly said: string;
  readonly matter?: Matter;
  readonly entry: Entry;
  readonly power?: Power;
}

/** By district; good while the catalogue's revision and the day are the same, on every server. */
const copies = new Map<string, { stamp: string; loaded: Promise<Matters> }>();

/** The items in force with their routes and basic items, by name, from this process's copy. */
export async function loadMatters(read: Read, call: Asked): Promise<Matters> {
  const inForce = await loadInForce(read, call);
  const stamp = `${inForce.revision}:${call.today}`;
  const known = copies.get(call.district);
  if (known?.stamp === stamp) return known.loaded;
  const loaded = readMatters(read, call.district, inForce, await known?.loaded.catch(() => undefined));
  copies.set(call.district, { stamp, loaded });
  loaded.catch(() => copies.delete(call.district));
  return loaded;
}

async function readMatters(
  read: Read,
  district: string,
  { revision, versions, routes }: Awaited<ReturnType<typeof loadInForce>>,
  before: Matters | undefined,
): Promise<Matters> {
  const powers = await readPowers(read, district);
  const routesOf = Map.groupBy(routes, ({ itemId }) => itemId);
  const powerOf = new Map(powers.map((power) => [power.code, power]));
  const placed = versions.map((version) => {
    const power = powerOf.get(basicCodeOf(version.code));
    const matter: Matter = { version, routes: routesOf.get(version.itemId) ?? [], ...(power && { power }) };
    return { matter, place: placeOf(version.content.name, version.itemId) };
  });
  // In the order before, nearly all stand right already: comparing Chinese names is what takes long.
  const ranks = new Map(before?.matters.map(({ version }, rank) => [version.id, rank]));
  const rankOf = ({ matter }: (typeof placed)[number]) => ranks.get(matter.version.id) ?? ranks.size;
  const matters = placed
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .toSorted((a, b) => byPlace(a.place, b.place))
    .map(({ matter }) => matter);
  const said = matters.map(({ version: { code, content } }) => saidOf([content.name.zh, content.name.en, code]));
  return {
    revision,
    matters,
    said,
    powers,
    counts: lists.map((list) => countsOf(list, matters, powers)),
    rows: new Map(),
  };
}

async function readPowers(read: Read, district: string): Promise<Power[]> {
  const [basicItems, claims] = await Promise.all([getBasicItems(read, district), getClaims(read, district)]);
  const claimsOf = Map.groupBy(claims, ({ basicItemId }) => basicItemId);
  return basicItems.map(({ basicItemId, code, type, content }) => ({
    basicItemId,
    code,
    type,
    content,
    organIds: (claimsOf.get(basicItemId) ?? []).map(({ organId }) => organId),
  }));
}

const longestName = 60;
const { compare: byPlace } = new Intl.Collator('zh');

/** Where something stands by its name, as the cursor of a page says it. */
export function placeOf({ zh }: LocalText, id: string, part = ''): string {
  return `${[...zh].slice(0, longestName).join('')} ${id} ${part}`.slice(0, 200);
}

/** The rows after a cursor, and the cursor of those that follow. */
export function pageOf<R extends { readonly place: string }>(
  rows: readonly R[],
  after: string | undefined,
  limit: number,
): { page: readonly R[]; next?: string } {
  const from = after === undefined ? 0 : rows.findIndex(({ place }) => byPlace(place, after) > 0);
  const page = from < 0 ? [] : rows.slice(from, from + limit);
  const last = page.at(-1);
  return { page, ...(last !== undefined && last !== rows.at(-1) && { next: last.place }) };
}

/** Who decides it, as a filter names him. */
export function departmentOf({ version }: Matter): string {
  return version.decidingOrganId ?? township;
}

function rowsOf(list: List, { matters, said, powers, rows: kept }: Matters): readonly Row[] {
  const known = kept.get(list.key);
  if (known !== undefined) return known;
  const own = matters.flatMap((matter, at) =>
    list.stands(matter).map((entry): Row => {
      const { itemId, content } = matter.version;
      const material = entry.material?.name;
      return {
        place: placeOf(content.name, itemId, entry.part),
        rowId: entry.part === '' ? itemId : `${itemId} ${entry.part}`,
        name: content.name,
        departmentIds: [departmentOf(matter)],
        said: `${said[at]}${material === undefined ? '' : saidOf([material.zh, material.en])}`,
        matter,
        entry,
      };
    }),
  );
  const ofOffice = list.key === 'powers' ? powers.filter(isOfOffice).map(rowOfPower) : [];
  // Whole matters stand in their order already.
  const inOrder = ofOffice.length === 0 && own.every(({ entry }) => entry.part === '');
  const rows = inOrder ? own : [...own, ...ofOffice].toSorted((a, b) => byPlace(a.place, b.place));
  kept.set(list.key, rows);
  return rows;
}

function rowOfPower(power: Power): Row {
  const { basicItemId, code, organIds, content } = power;
  return {
    place: placeOf(content.name, basicItemId),
    rowId: basicItemId,
    name: content.name,
    departmentIds: organIds,
    said: saidOf([content.name.zh, content.name.en, code]),
    entry: { part: '' },
    power,
  };
}

function saidOf(texts: readonly (string | undefined)[]): string {
  return texts.join('\n').normalize('NFKC').toLowerCase();
}

function countsOf(
  list: List,
  matters: readonly Matter[],
  powers: readonly Power[],
): Pick<ListSummary, 'rows' | 'items'> {
  const own = matters.map((matter) => list.stands(matter).length);
  const ofOffice = list.key === 'powers' ? powers.filter(isOfOffice).length : 0;
  return {
    rows: own.reduce((sum, count) => sum + count, ofOffice),
    items: own.filter((count) => count > 0).length + ofOffice,
  };
}

/** All public lists with their counts. */
export async function getLists(
  read: Read,
  _: object,
  call: Call,
): Promise<{ lists: ListSummary[]; sets: ListSet[]; revision: number }> {
  const matters = await loadMatters(read, call);
  return {
    lists: lists.map((list) => summaryOf(list, matters)),
    sets: listSets.map((set) => ({ ...set, lists: [...set.lists] })),
    revision: matters.revision,
  };
}

function summaryOf(list: List, { counts }: Matters): ListSummary {
  const { key, group, name, text, basis } = list;
  return { key, group, name, text, basis, ...(counts[lists.indexOf(list)] ?? { rows: 0, items: 0 }) };
}

/** One list, narrowed, with the table behind it. Refuses `not_found` for an unknown list or region. */
export async function findRows(read: Read, call: Asked, { listKey, ...narrowing }: Narrowing & { listKey: string }) {
  const list = lists.find(({ key }) => key === listKey);
  if (list === undefined) throw new Refusal('not_found');
  const [matters, places] = await Promise.all([loadMatters(read, call), loadPlaces(read, call.district)]);
  const all = rowsOf(list, matters);
  const fits = fitting(narrowing, places);
  return { list, all, rows: all.filter(fits), places, matters };
}

function fitting({ q = '', departmentId, regionId }: Narrowing, places: Places): (row: Row) => boolean {
  const words = wordsOf(q);
  const region = regionId === undefined ? undefined : places.regionById(regionId);
  if (regionId !== undefined && region === undefined) throw new Refusal('not_found');
  const center: { regionId: string; level: Level } | undefined = region && {
    regionId: region.id,
    level: region.level,
  };
  return ({ said, departmentIds, matter, entry }) =>
    words.every((word) => said.includes(word)) &&
    (departmentId === undefined || departmentIds.includes(departmentId)) &&
    (center === undefined ||
      (matter !== undefined &&
        (entry.handOver === undefined
          ? isOffered(matter.version, matter.routes, center, places)
          : isHandedTo(entry.handOver, matter, center, places))));
}

/** A hand-over belongs to the places of its own level that it covers. */
function isHandedTo(
  { level, to }: HandOver,
  { version: { itemId, content } }: Matter,
  center: { regionId: string; level: Level },
  places: Places,
): boolean {
  const offeredAt = to.length === 0 ? [level] : [];
  return isOffered({ itemId, content: { ...content, offeredAt } }, to, center, places);
}

const usualPage = 20;

/** One list, by name, page by page. Refuses `not_found`. */
export async function getList(
  read: Read,
  { after, limit = usualPage, ...asked }: Narrowing & { listKey: string; after?: string; limit?: number },
  call: Call,
) {
  const { list, all, rows, places, matters } = await findRows(read, call, asked);
  const { page, next } = pageOf(rows, after, limit);
  return {
    list: summaryOf(list, matters),
    columns: list.columns.map(({ name }) => name),
    rows: page.map(
      (row): ListRow => ({
        rowId: row.rowId,
        ...(row.matter && { itemId: row.matter.version.itemId }),
        name: row.name,
        cells: cellsOf(row, list, places),
      }),
    ),
    total: rows.length,
    departments: departmentsOf(all, places),
    revision: matters.revision,
    ...(next !== undefined && { next }),
  };
}

/** What a row says in each column of its list. */
export function cellsOf({ matter, entry, power }: Row, list: List, places: Places): LocalText[] {
  if (matter !== undefined) return list.columns.map(({ of }) => of(matter, entry, places));
  return power === undefined ? [] : powerCells(power, places);
}

function departmentsOf(rows: readonly Row[], places: Places) {
  const counts = new Map<string, number>();
  for (const { departmentIds } of rows) for (const id of departmentIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([departmentId, count]) => ({
      departmentId,
      name: organText(departmentId === township ? null : departmentId, places),
      rows: count,
    }))
    .toSorted((a, b) => b.rows - a.rows || byPlace(a.name.zh, b.name.zh));
}
