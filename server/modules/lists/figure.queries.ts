import type { Figure, FigureItem, FigureScope, TownshipFigures } from '../../../contract/lists.ts';
import type { Level, LocalText } from '../../../contract/values.ts';
import { levels } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isOffered } from '../catalogue/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { figures } from './figure.data.ts';
import { type Context, isWanted, type Reading, sumOf, threeAtMost, type Which } from './figure.rules.ts';
import { organText } from './list.data.ts';
import { departmentOf, loadMatters, type Matters, pageOf, placeOf, township } from './list.queries.ts';
import { type Matter, receivedAt } from './list.rules.ts';
import { levelWords } from './list-words.data.ts';

type Readings = readonly (Reading | undefined)[];

/** Of each copy of the matters, what every figure says of every item; the places decide who has a phone. */
const read = new WeakMap<Matters, { places: Places; readings: readonly Readings[] }>();

function readingsOf(matters: Matters, places: Places): readonly Readings[] {
  const known = read.get(matters);
  if (known?.places === places) return known.readings;
  const context = contextOf(places);
  const readings = figures.map((figure) => matters.matters.map((matter) => figure.read(matter, context)));
  read.set(matters, { places, readings });
  return readings;
}

function contextOf(places: Places): Context {
  const reachable = new Set(places.centers.filter(({ phone }) => phone.trim() !== '').map(({ level }) => level));
  return {
    hasPhone: (matter) => {
      const organ = places.organById(matter.version.decidingOrganId ?? '');
      return (organ?.phone ?? '').trim() !== '' || receivedAt(matter).some((level) => reachable.has(level));
    },
  };
}

const viewOf = ({ key, group, kind, name, definition }: (typeof figures)[number]): Figure => ({
  key,
  group,
  kind,
  name,
  definition,
});

/** The figures of the catalogue: of the district, of each department, of each level that decides. */
export async function getFigures(on: Read, _: object, call: Call) {
  const [matters, places] = await Promise.all([loadMatters(on, call), loadPlaces(on, call.district)]);
  const readings = readingsOf(matters, places);
  const scope = (kind: FigureScope['kind'], scopeId: string, name: LocalText, of: readonly number[]): FigureScope => ({
    kind,
    scopeId,
    name,
    measured: readings.map((each) => sumOf(of.map((at) => each[at]))),
  });
  const all = matters.matters.map((_, at) => at);
  const byDepartment = Map.groupBy(all, (at) => departmentOf(matters.matters[at] as Matter));
  const departments = [...byDepartment]
    .map(([id, of]) => scope('department', id, organText(id === township ? null : id, places), of))
    .toSorted((a, b) => (b.measured[0]?.items ?? 0) - (a.measured[0]?.items ?? 0));
  const byLevel = Map.groupBy(all, (at) => (matters.matters[at] as Matter).version.level);
  return {
    figures: figures.map(viewOf),
    scopes: [
      scope('district', 'district', places.root?.name ?? { zh: '', en: '' }, all),
      ...departments,
      ...levels
        .filter((level) => byLevel.has(level))
        .map((level) => scope('level', level, levelWords[level], byLevel.get(level) ?? [])),
    ],
    circle: levels.map((level) => circleOf(level, places)),
    townships: townshipsOf(matters.matters, places),
    revision: matters.revision,
  };
}

/** How much each township and its villages receive: by the versions, and by the routes that cover them. */
function townshipsOf(matters: readonly Matter[], places: Places): TownshipFigures[] {
  const { root } = places;
  if (root === undefined) return [];
  const routed = matters.filter(({ routes }) => routes.length > 0);
  const countAt = (level: Level) => {
    const everywhere = matters.filter(({ version }) => version.content.offeredAt.includes(level)).length;
    const elsewhere = routed.filter(({ version }) => !version.content.offeredAt.includes(level));
    return (regionId: string) =>
      everywhere +
      elsewhere.filter(({ version, routes }) => isOffered(version, routes, { regionId, level }, places)).length;
  };
  const [inTownship, inVillage] = [countAt('TOWNSHIP'), countAt('VILLAGE')];
  return places.childrenOf(root.id).map(({ id, name }) => {
    const villages = places.childrenOf(id).map((village) => inVillage(village.id));
    return {
      regionId: id,
      name,
      items: inTownship(id),
      villages: villages.length,
      leastInVillages: villages.length === 0 ? 0 : Math.min(...villages),
      mostInVillages: Math.max(0, ...villages),
    };
  });
}

/** 服务圈: 1 hall, so many township centres and village stations, and the regions that they are for. */
function circleOf(level: Level, places: Places) {
  const { root } = places;
  const towns = root === undefined ? [] : places.childrenOf(root.id);
  const regions = {
    DISTRICT: root === undefined ? 0 : 1,
    TOWNSHIP: towns.length,
    VILLAGE: towns.flatMap(({ id }) => places.childrenOf(id)).length,
  };
  return {
    level,
    centers: places.centers.filter((center) => center.level === level).length,
    regions: regions[level],
  };
}

/** The items behind a figure, by name, page by page. Refuses `not_found`. */
export async function getFigureItems(
  on: Read,
  {
    figureKey,
    which = 'all',
    departmentId,
    level,
    after,
    limit = 20,
  }: { figureKey: string; which?: Which; departmentId?: string; level?: Level; after?: string; limit?: number },
  call: Call,
) {
  const at = figures.findIndex(({ key }) => key === figureKey);
  const figure = figures[at];
  if (figure === undefined) throw new Refusal('not_found');
  const [matters, places] = await Promise.all([loadMatters(on, call), loadPlaces(on, call.district)]);
  const readings = readingsOf(matters, places)[at] ?? [];
  const rows = matters.matters.flatMap((matter, index) => {
    const reading = readings[index];
    const { version } = matter;
    const belongs =
      reading !== undefined &&
      (departmentId === undefined || departmentOf(matter) === departmentId) &&
      (level === undefined || version.level === level);
    return belongs ? [{ matter, reading, place: placeOf(version.content.name, version.itemId) }] : [];
  });
  const wanted = rows.filter(({ reading }) => isWanted(which, figure.kind, reading));
  const { page, next } = pageOf(wanted, after, limit);
  return {
    figure: viewOf(figure),
    items: page.map(
      ({ matter, reading }): FigureItem => ({
        itemId: matter.version.itemId,
        name: matter.version.content.name,
        department: organText(matter.version.decidingOrganId, places),
        level: matter.version.level,
        ...reading,
        ...(figureKey === 'threeAtMost' && { fails: failsOf(matter) }),
      }),
    ),
    measured: sumOf(rows.map(({ reading }) => reading)),
    total: wanted.length,
    ...(next !== undefined && { next }),
  };
}

function failsOf(matter: Matter): NonNullable<FigureItem['fails']> {
  const kept = threeAtMost(matter);
  return (['visits', 'contact', 'month'] as const).filter((each) => !kept[each]);
}
