import { createHash } from 'node:crypto';
import type { Place, Places } from '../places/index.ts';

/**
 * The areas to which what happened in a region counts, nearest first: the region and those above it, as they stand today. What was merged
 * counts where it was merged into, and there alone, so that areas never overlap.
 */
export function areasOf(regionId: string, places: Pick<Places, 'regionById' | 'pathOf'>): readonly Place[] {
  const seen = new Set<string>();
  let home = regionId;
  for (let next = places.regionById(home)?.successorId; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    home = next;
    next = places.regionById(home)?.successorId;
  }
  return places.pathOf(home);
}

/** The regions whose cases count in an area; `own`: without those that count in an area below it. */
export function regionsIn(areaId: string, places: Places, own: 'own' | 'all' = 'all'): string[] {
  const below = new Set(own === 'own' ? places.childrenOf(areaId).map(({ id }) => id) : []);
  return places.descendantsOf(places.root?.id ?? areaId).filter((regionId) => {
    const areas = areasOf(regionId, places);
    return areas.some(({ id }) => id === areaId) && !areas.some(({ id }) => below.has(id));
  });
}

/** Each region or centre of a case with every holder of totals that it adds to; `isWhole` where these are not cut further. */
export interface Holders {
  readonly regionIds: readonly string[];
  readonly holderIds: readonly string[];
  readonly isWhole: readonly boolean[];
  /** Centres whose totals are not cut further: those of villages. */
  readonly wholeCenterIds: readonly string[];
}

/** Areas are cut down to townships, centres too: a village has its sums as a whole, and few enough cases to count at once. */
export function holdersOf(places: Places): Holders {
  const pairs = (places.root === undefined ? [] : places.descendantsOf(places.root.id)).flatMap((regionId) =>
    areasOf(regionId, places).map(({ id, level }) => ({ regionId, holderId: id, isWhole: level === 'VILLAGE' })),
  );
  return {
    regionIds: pairs.map(({ regionId }) => regionId),
    holderIds: pairs.map(({ holderId }) => holderId),
    isWhole: pairs.map(({ isWhole }) => isWhole),
    wholeCenterIds: places.centers.filter(({ level }) => level === 'VILLAGE').map(({ id }) => id),
  };
}

/** SHA-256 of how the regions with a centre belong together: totals that were summed under another one are summed anew. */
export function digestOfAreas(places: Places): Buffer {
  const regionIds = new Set(places.centers.map(({ regionId }) => regionId));
  const lines = [...regionIds].toSorted().map((regionId) =>
    areasOf(regionId, places)
      .map(({ id }) => id)
      .join(' '),
  );
  return createHash('sha256').update(lines.join('\n')).digest();
}
