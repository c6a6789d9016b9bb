import type { Level } from '../../../contract/values.ts';
import type { OfficePost } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import type { BatchFacts } from './devolution.rules.ts';
import type { WholeBatch } from './devolution.store.ts';

/** 承接单位: one place that receives something of a batch. */
export interface Office {
  readonly regionId: string;
  readonly level: Level;
  readonly organId: string;
  /** Items of the catalogue that come to it, and the departments that hand them down. */
  readonly itemIds: readonly string[];
  readonly handing: readonly string[];
  /** Those who meet people there, and those who decide; of villages the township's window too, which accepts for them. */
  readonly posts: readonly OfficePost[];
  /** Departments that trained nobody who works there. */
  readonly untrainedBy: readonly string[];
}

type Given = Pick<WholeBatch, 'items' | 'receivers' | 'trainings'>;

/** By department, whom it trained for this batch. */
export function trainedBy({ trainings }: Pick<Given, 'trainings'>): Map<string, Set<string>> {
  const trained = new Map<string, Set<string>>();
  for (const { organId, staffIds } of trainings)
    trained.set(organId, (trained.get(organId) ?? new Set()).union(new Set(staffIds)));
  return trained;
}

/** The receiving offices of a batch; what was taken back is no longer theirs. */
export function officesOf(batch: Given, posts: readonly OfficePost[], places: Places): Office[] {
  const items = new Map(batch.items.map((item) => [item.id, item]));
  const trained = trainedBy(batch);
  const standing = batch.receivers.filter(({ untilDay }) => untilDay === null);
  return [
    ...Map.groupBy(standing, ({ regionId, level, organId }) => `${regionId}:${level}:${organId}`).values(),
  ].flatMap((receivers) => {
    const [first] = receivers;
    if (first === undefined) return [];
    const { regionId, level, organId } = first;
    const own = receivers.flatMap(({ batchItemId }) => items.get(batchItemId) ?? []);
    const handing = [...new Set(own.map((item) => item.organId))];
    const atWork = postsOf({ regionId, level, organId }, posts, places);
    const there = level === 'VILLAGE' ? atWork.filter((post) => !acceptsForVillages(post, places)) : atWork;
    const staffIds = new Set(there.flatMap(({ holders }) => holders.map(({ staffId }) => staffId)));
    return [
      {
        regionId,
        level,
        organId,
        itemIds: own.map(({ itemId }) => itemId),
        handing,
        posts: [...there, ...atWork.filter((post) => !there.includes(post))],
        untrainedBy: handing.filter((department) => trained.get(department)?.isDisjointFrom(staffIds) ?? true),
      },
    ];
  });
}

/** Whether a post meets people: 收件授权 is for these. */
export function takesIn({ role }: Pick<OfficePost, 'role'>): boolean {
  return role === 'windowClerk' || role === 'villageAgent';
}

/** Whether a post sits at a township's window: what its villages take in lies there until it is accepted. */
function acceptsForVillages({ role, centerId }: Pick<OfficePost, 'role' | 'centerId'>, places: Places): boolean {
  return role === 'windowClerk' && places.centerById(centerId ?? '')?.level === 'TOWNSHIP';
}

/** Offices where these posts leave something undone: nobody takes in, or of what villages take in nobody accepts. */
export function withoutIntake(offices: readonly Office[], postIds: ReadonlySet<string>, places: Places): Office[] {
  return offices.filter(({ level, posts }) => {
    const taking = posts.filter((post) => takesIn(post) && postIds.has(post.postId));
    const accepting = taking.filter((post) => level === 'VILLAGE' && acceptsForVillages(post, places));
    return taking.length === accepting.length || (level === 'VILLAGE' && accepting.length === 0);
  });
}

/** Offices that receive more than service and have nobody today who decides. */
export function withoutDecider(batch: Pick<Given, 'items'>, offices: readonly Office[]): Office[] {
  const decided = new Set(batch.items.flatMap(({ mode, itemId }) => (mode === 'SERVICE_FORWARD' ? [] : [itemId])));
  return offices.filter(
    ({ itemIds, posts }) =>
      itemIds.some((id) => decided.has(id)) &&
      !posts.some(({ role, holders }) => role === 'decider' && holders.length > 0),
  );
}

function postsOf(
  { regionId, level, organId }: Pick<Office, 'regionId' | 'level' | 'organId'>,
  posts: readonly OfficePost[],
  places: Places,
): OfficePost[] {
  const within = new Set(places.descendantsOf(regionId));
  const above = new Set(places.pathOf(regionId).map(({ id }) => id));
  return posts.filter((post) => {
    if (!takesIn(post)) return level !== 'VILLAGE' && post.organId === organId;
    const center = places.centerById(post.centerId ?? '');
    // An agent who sits in no station belongs to the villages that he serves.
    if (center === undefined)
      return level === 'VILLAGE' && post.role === 'villageAgent' && within.has(post.areaRegionId);
    if (level === 'VILLAGE' && acceptsForVillages(post, places))
      return within.has(center.regionId) || above.has(center.regionId);
    return center.level === level && within.has(center.regionId);
  });
}

/** What the order of the steps asks of a batch. */
export function factsOf(batch: WholeBatch, offices: readonly Office[], today: string): BatchFacts {
  return {
    step: batch.step,
    items: batch.items.length,
    rounds: batch.rounds,
    untrained: offices.filter(({ untrainedBy }) => untrainedBy.length > 0).length,
    trialUntilDay: batch.trialUntilDay,
    today,
  };
}
