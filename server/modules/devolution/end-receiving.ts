import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { closeRoutes, getVersionsInForce, isOffered, loadRoutes } from '../catalogue/index.ts';
import { endIntake } from '../people/index.ts';
import type { Admitted } from './admit-batch.ts';
import { type ReceiverRow, saveAcceptance } from './devolution.store.ts';

/**
 * Ends receiving at some receivers from a day on: their routes close, and their posts may take in no longer what is not
 * offered there otherwise. What is under way is finished where it is.
 */
export async function endReceiving(
  tx: Tx,
  {
    admitted,
    receivers,
    fromDay,
    reason,
  }: {
    admitted: Admitted;
    receivers: readonly ReceiverRow[];
    fromDay: Temporal.PlainDate;
    reason: string;
  },
  call: Call,
): Promise<void> {
  const { batch, offices, places } = admitted;
  const routeIds = receivers.flatMap(({ routeId }) => routeId ?? []);
  const [versions, routes] = await Promise.all([getVersionsInForce(tx, call), loadRoutes(tx, call)]);
  const left = routes.filter(({ id }) => !routeIds.includes(id));
  const inForce = new Map(versions.map((version) => [version.itemId, version]));
  const itemIds = new Map(batch.items.map(({ id, itemId }) => [id, itemId]));
  const pairs = offices.flatMap((office) => {
    const ending = receivers
      .filter(
        ({ regionId, level, organId }) =>
          regionId === office.regionId && level === office.level && organId === office.organId,
      )
      .flatMap(({ batchItemId }) => itemIds.get(batchItemId) ?? []);
    return office.posts
      .filter(({ postId }) => batch.postIds.includes(postId))
      .flatMap(({ postId, centerId }) =>
        ending
          .filter((itemId) => {
            const [version, center] = [inForce.get(itemId), places.centerById(centerId ?? '')];
            return version === undefined || center === undefined || !isOffered(version, left, center, places);
          })
          .map((itemId) => ({ postId, itemId })),
      );
  });
  await closeRoutes(tx, { routeIds, fromDay: fromDay.toString() }, call);
  await endIntake(tx, { pairs, fromDay }, call);
  await saveAcceptance(
    tx,
    call.district,
    receivers.map(({ id }) => id),
    { acceptance: 'TAKEN_BACK', reason, untilDay: fromDay.subtract({ days: 1 }).toString() },
  );
}
