import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { getAdjustedItems, getAdjustments, getVersionsInForce } from '../catalogue/index.ts';
import { getCaseTraces } from '../desk/index.ts';
import { getIntakePosts, getOfficePosts } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { type Adjusted, findingsOf } from './look-back.rules.ts';
import {
  getLiveItems,
  getLiveReceivers,
  getTrained,
  type LookBackRow,
  lockLookBack,
  markGone,
  putFindings,
  saveLookBack,
} from './look-back.store.ts';

/** So many items at a time: progress shows, and a step that dies is done again from where it stood. */
const itemsAStep = 250;

/**
 * One step of a look-back: the next items, a handful of questions for all of them, and the plan of the next step. Says
 * whether there is one.
 */
export async function continueLookBack(
  tx: Tx,
  { lookBackId }: { lookBackId: string },
  call: Call,
): Promise<LookBackRow['state']> {
  const run = await lockLookBack(tx, call.district, lookBackId);
  if (run.state === 'DONE') return run.state;
  const { sinceDay } = run;
  const [adjusted, live] = await Promise.all([getAdjustedItems(tx, call, sinceDay), getLiveItems(tx, call, sinceDay)]);
  // By id behind the last one: what leaves the list while it runs moves nothing that is still to come.
  const { lastItemId } = run;
  const left = [...new Set([...adjusted, ...live])].filter((id) => lastItemId === null || id > lastItemId).toSorted();
  const itemIds = left.slice(0, itemsAStep);
  const { fresh, reopened, kinds } = await lookAt(tx, itemIds, run, call);
  const done = run.done + itemIds.length;
  const after = {
    ...run,
    ...{ done, kinds, total: run.done + left.length, lastItemId: itemIds.at(-1) ?? lastItemId },
    fresh: run.fresh + fresh,
    reopened: run.reopened + reopened,
  };
  if (itemIds.length < left.length) {
    await saveLookBack(tx, call.district, after);
    plan(tx, call, { kind: 'devolution.look-back', payload: { lookBackId } });
    return run.state;
  }
  const gone = await markGone(tx, call, { lookBackId, sinceDay });
  await saveLookBack(tx, call.district, { ...after, gone, state: 'DONE', finishedAt: call.now.toString() });
  append(tx, call, {
    subject: { kind: 'lookBack', id: lookBackId },
    act: 'lookBack.finished',
    facts: { items: done, fresh: after.fresh, reopened: after.reopened, gone },
  });
  return 'DONE';
}

async function lookAt(
  tx: Tx,
  itemIds: readonly string[],
  run: LookBackRow,
  call: Call,
): Promise<{ fresh: number; reopened: number; kinds: Record<string, number> }> {
  const of = { itemIds, sinceDay: run.sinceDay };
  const [places, versions, adjustments, receivers, intake, posts, traces, trained] = await Promise.all([
    loadPlaces(tx, call.district),
    getVersionsInForce(tx, call),
    getAdjustments(tx, call, of),
    getLiveReceivers(tx, call, of),
    getIntakePosts(tx, call, itemIds),
    getOfficePosts(tx, call),
    getCaseTraces(tx, call.district, of),
    getTrained(tx, call.district),
  ]);
  const routed = new Set(adjustments.routes.map(({ id }) => id));
  const known = new Set(receivers.flatMap(({ routeId }) => routeId ?? []));
  const found = findingsOf({
    adjusted: [
      ...receivers.map((receiver): Adjusted => ({ ...receiver, routed: routed.has(receiver.routeId ?? '') })),
      // Routes that no batch of this ledger opened, such as those from before it was kept.
      ...adjustments.routes
        .filter(({ id }) => !known.has(id))
        .map((route): Adjusted => ({ ...route, fromOrganId: null, routed: true })),
    ],
    cancelled: adjustments.cancelled,
    versions: new Map(versions.map((version) => [version.itemId, version])),
    intake,
    posts: new Map(posts.map((post) => [post.postId, post])),
    traces,
    trained,
    places,
    bureauId: run.organId,
    today: call.today,
  });
  const each = firstOfEach(found);
  const kinds: Record<string, number> = { ...run.kinds };
  for (const { kind } of each) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { kinds, ...(await putFindings(tx, call, run.id, each)) };
}

/** One row a shortcoming, where several batches brought an item to the same receiver. */
function firstOfEach<T extends { kind: string; itemId: string; regionId: string; level: string }>(
  found: readonly T[],
): T[] {
  const seen = new Map<string, T>();
  for (const each of found) {
    const key = `${each.kind}:${each.itemId}:${each.regionId}:${each.level}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
