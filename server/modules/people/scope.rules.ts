import type { Role } from '../../../contract/values.ts';

/**
 * How far a post sees: cases taken in at these centres (a clerk's: of the items that his post may take in), handled by these organs, or handed to these posts. Built here
 * and nowhere else; an empty scope sees nothing.
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
  readonly centerId: string | null;
  /** 收件授权: what the post may take in, and what it may still finish. */
  readonly itemIds: readonly string[];
  readonly finishingItemIds?: readonly string[];
}

/** Area of a supervising post, resolved to the centres that lie in it. */
export interface SupervisedArea {
  readonly wholeDistrict: boolean;
  readonly centerIds: readonly string[];
}

export function scopeOf(post: ScopedPost, area: SupervisedArea): Scope {
  switch (post.role) {
    case 'windowClerk':
      return {
        ...noScope,
        centerIds: post.centerId === null ? [] : [post.centerId],
        itemIds: [...post.itemIds, ...(post.finishingItemIds ?? [])],
      };
    case 'reviewer':
    case 'decider':
      return { ...noScope, organIds: [post.organId] };
    case 'villageAgent':
      return { ...noScope, postIds: [post.id] };
    case 'supervisor':
      return area.wholeDistrict ? { ...noScope, whole: true } : { ...noScope, centerIds: area.centerIds };
    // Whose items: a department's managers and reviewers work on those of their own organ, the bureau's on all.
    case 'itemManager':
    case 'itemReviewer':
      return { ...noScope, organIds: [post.organId] };
    case 'itemPublisher':
    case 'administrator':
      return noScope;
  }
}
