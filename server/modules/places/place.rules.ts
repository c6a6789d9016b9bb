import type { Level, LocalText } from '../../../contract/values.ts';
import type { OpeningHours } from './center.rules.ts';

/** 行政区划 as it stands; one that was merged away keeps the name and parent that it had last. */
export interface Place {
  readonly id: string;
  /** Twelve digits; they may be given to another region later, the id never is. */
  readonly code: string;
  readonly name: LocalText;
  readonly level: Level;
  readonly parentId?: string;
  /** The region that it was merged into. */
  readonly successorId?: string;
  readonly inForce: boolean;
}

/** An organ or organisation: whoever accepts, reviews or decides. */
export interface Organ {
  readonly id: string;
  readonly name: LocalText;
  /** 机关简称 of document numbers. */
  readonly shortCode: string;
  /** 统一社会信用代码; the codes of what it implements begin with it. */
  readonly uscc?: string;
  readonly level: Level;
  readonly regionId: string;
  readonly phone: string;
  readonly address: string;
  /** Where one may ask for reconsideration. */
  readonly reconsiderationOrgan: string;
  readonly court: string;
  /** A village committee is none, and so never decides (domain §1.6). */
  readonly isAdministrativeOrgan: boolean;
}

/** 政务服务中心, 便民服务中心 or 便民服务站. */
export interface Center {
  readonly id: string;
  readonly name: LocalText;
  readonly level: Level;
  readonly regionId: string;
  /** Who runs it. */
  readonly organId: string;
  readonly address: LocalText;
  readonly phone: string;
  readonly hours: readonly OpeningHours[];
  /** The regions that it serves beside its own: several committees may share one centre. */
  readonly serves: readonly string[];
}

/** A district's regions, organs and centres at hand, without another question to the database. */
export interface Places {
  /** The region without a parent: the district itself. Undefined while no divisions are loaded. */
  readonly root: Place | undefined;
  readonly organs: readonly Organ[];
  readonly centers: readonly Center[];
  regionById(id: string): Place | undefined;
  organById(id: string): Organ | undefined;
  centerById(id: string): Center | undefined;
  /** The regions in force under a region, by code. */
  childrenOf(regionId: string): readonly Place[];
  /** The region and those above it: village, township, district. Empty when it is unknown. */
  pathOf(regionId: string): readonly Place[];
  /** A place below the district as one says it, 乐坪街道月塘社区; undefined for the district itself and the unknown. */
  spokenName(regionId: string): LocalText | undefined;
  /** Ids of the region, everything under it, and what these were merged into or grew from. */
  descendantsOf(regionId: string): readonly string[];
  /** The centres that stand there: in the region, and in what `descendantsOf` names. */
  centersIn(regionId: string): readonly Center[];
  /** The centres for a region, nearest first: village, township, district. Without a region: the district's and the townships'. */
  centersFor(regionId?: string): readonly Center[];
  /** The township government or subdistrict office over a region. */
  townshipOrganOf(regionId: string): Organ | undefined;
}

const levelOrder: readonly Level[] = ['VILLAGE', 'TOWNSHIP', 'DISTRICT'];

/** Puts stored places together. */
export function placesOf(stored: {
  regions: readonly Place[];
  organs: readonly Organ[];
  centers: readonly Center[];
}): Places {
  const regions = new Map(stored.regions.map((region) => [region.id, region]));
  const organs = new Map(stored.organs.map((organ) => [organ.id, organ]));
  const centers = new Map(stored.centers.map((center) => [center.id, center]));
  const under = Map.groupBy(
    stored.regions.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    ({ parentId }) => parentId,
  );
  const mergedInto = Map.groupBy(stored.regions, ({ successorId }) => successorId);
  const root = under.get(undefined)?.find(({ inForce }) => inForce);

  function pathOf(regionId: string): Place[] {
    const path: Place[] = [];
    for (let region = regions.get(regionId); region !== undefined; region = regions.get(region.parentId ?? '')) {
      if (path.includes(region)) break;
      path.push(region);
    }
    return path;
  }

  function spokenName(regionId: string): LocalText | undefined {
    const path = pathOf(regionId).filter(({ level }) => level !== 'DISTRICT');
    if (path.length === 0) return undefined;
    const zh = path.map(({ name }) => name.zh).toReversed();
    return { zh: zh.join(''), en: path.map(({ name }) => name.en).join(', ') };
  }

  const descendants = new Map<string, readonly string[]>();

  function descendantsOf(regionId: string): readonly string[] {
    const known = descendants.get(regionId);
    if (known !== undefined) return known;
    const found = new Set([regionId]);
    for (const id of found) {
      const successorId = regions.get(id)?.successorId;
      if (successorId !== undefined) found.add(successorId);
      for (const region of under.get(id) ?? []) found.add(region.id);
      for (const region of mergedInto.get(id) ?? []) found.add(region.id);
    }
    const all = [...found];
    descendants.set(regionId, all);
    return all;
  }

  const within = new Map<string, readonly Center[]>();

  function centersIn(regionId: string): readonly Center[] {
    const known = within.get(regionId);
    if (known !== undefined) return known;
    const regionIds = new Set(descendantsOf(regionId));
    const found = stored.centers.filter((center) => regionIds.has(center.regionId));
    within.set(regionId, found);
    return found;
  }

  function centersFor(regionId?: string): Center[] {
    if (regionId === undefined) {
      const own = root === undefined ? [] : centersFor(root.id);
      return [...own, ...stored.centers.filter(({ level }) => level === 'TOWNSHIP')];
    }
    const path = pathOf(regionId);
    return path.flatMap(({ id }, index) =>
      stored.centers
        .filter((center) => serves(center, id))
        .filter((center) => !path.slice(0, index).some((nearer) => serves(center, nearer.id)))
        .toSorted((a, b) => levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level)),
    );
  }

  return {
    root,
    organs: stored.organs,
    centers: stored.centers,
    regionById: (id) => regions.get(id),
    organById: (id) => organs.get(id),
    centerById: (id) => centers.get(id),
    childrenOf: (regionId) => (under.get(regionId) ?? []).filter(({ inForce }) => inForce),
    pathOf,
    spokenName,
    descendantsOf,
    centersIn,
    centersFor,
    townshipOrganOf(regionId) {
      const path = new Set(pathOf(regionId).map(({ id }) => id));
      return stored.organs.find(
        (organ) => organ.level === 'TOWNSHIP' && organ.isAdministrativeOrgan && path.has(organ.regionId),
      );
    },
  };
}

/** Where the papers that a centre took in are checked and its results handed over: of a village's station the township's window. */
export function windowFor(center: Center, places: Pick<Places, 'centersFor'>): Center {
  if (center.level !== 'VILLAGE') return center;
  return places.centersFor(center.regionId).find(({ level }) => level === 'TOWNSHIP') ?? center;
}

function serves(center: Center, regionId: string): boolean {
  return center.regionId === regionId || center.serves.includes(regionId);
}
