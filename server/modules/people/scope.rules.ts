import type { Role } from '../../../contract/values.ts';
import type { Center, Places } from '../places/index.ts';

/**
 * How far a post sees: cases taken in at these centres (a clerk's and an agent's: of the items that his post may take
 * in), handled by these organs, or handed to these posts. Built here and nowhere else; an empty scope sees nothing.
 */
export interface Scope {
  readonly whole: boolean;
  readonly centerIds: readonly string[];
  readonly organIds: readonly string[];
  readonly postIds: readonly string[];
  /** Of the centres' cases, those of these items; null: of every item. */
  readonly itemIds: readonly string[] | null;
}

export const noScope: Scope = { whole: false, centerIds: [], organIds: [], postIds: [], itemIds: null };

export interface ScopedPost {
  readonly id: string;
  readonly role: Role;
  readonly organId: string;
  /** 收件授权: what the post may take in, and what it may still finish. */
  readonly itemIds: readonly string[];
  readonly finishingItemIds?: readonly string[];
}

/**
 * The centres whose cases a post sees: a township's window its own and the stations of its villages, whose papers it
 * accepts; an agent his own station; a supervisor those of his area.
 */
export function centersOf(
  post: { readonly role: Role; readonly centerId: string | null; readonly areaRegionId: string },
  places: Pick<Places, 'centerById' | 'centersIn'>,
): string[] {
  const own = places.centerById(post.centerId ?? '');
  const within = (regionId: string, sees: (center: Center) => boolean = () => true) =>
    places.centersIn(regionId).flatMap((center) => (sees(center) ? [center.id] : []));
  switch (post.role) {
    case 'windowClerk':
      if (own?.level !== 'TOWNSHIP') return own === undefined ? [] : [own.id];
      return within(own.regionId, ({ id, level }) => id === own.id || level === 'VILLAGE');
    case 'villageAgent':
      return own?.level === 'VILLAGE' ? [own.id] : [];
    case 'governmentHead':
    case 'archivist':
    case 'supervisor':
      return within(post.areaRegionId);
    default:
      return [];
  }
}

/** What a post sees, with the centres that `centersOf` gives it. */
export function scopeOf(
  post: ScopedPost,
  { wholeDistrict, centerIds }: { readonly wholeDistrict: boolean; readonly centerIds: readonly string[] },
): Scope {
  const itemIds = [...post.itemIds, ...(post.finishingItemIds ?? [])];
  switch (post.role) {
    case 'windowClerk':
      return { ...noScope, centerIds, itemIds };
    case 'reviewer':
    case 'decider':
    case 'organHead':
      return { ...noScope, organIds: [post.organId] };
    case 'villageAgent':
      return { ...noScope, centerIds, itemIds, postIds: [post.id] };
    case 'governmentHead':
    case 'archivist':
    case 'supervisor':
      return wholeDistrict ? { ...noScope, whole: true } : { ...noScope, centerIds };
    // Whose items: a department's managers and reviewers work on those of their own organ, the bureau's on all.
    case 'itemManager':
    case 'itemReviewer':
      return { ...noScope, organIds: [post.organId] };
    case 'itemPublisher':
    case 'administrator':
      return noScope;
  }
}
