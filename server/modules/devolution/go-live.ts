import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { openRoutes } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { laterDay } from './day.rules.ts';
import { saveRoutes } from './devolution.store.ts';
import { recordStep } from './record-step.ts';

/**
 * 正式运行: from each item's effective day, today at the earliest, its receivers take it in and decide it as its mode
 * says. What was received before keeps its way. Refuses `trial_not_over`.
 */
export async function goLive(
  tx: Tx,
  { batchId, note }: Inputs['POST /devolution-batches/:batchId/go-live'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch } = await admitBatch(tx, 'goLive', batchId, call);
  const today = call.today.toString();
  const going = batch.items.flatMap((item) =>
    batch.receivers
      .filter(({ batchItemId, untilDay }) => batchItemId === item.id && untilDay === null)
      .map((receiver) => ({ item, receiver })),
  );
  const { routeIds } = await openRoutes(
    tx,
    {
      routes: going.map(({ item, receiver }) => ({
        itemId: item.itemId,
        regionId: receiver.regionId,
        level: receiver.level,
        mode: item.mode,
        receiverOrganId: item.receiverOrganId,
        fromDay: laterDay(item.effectiveDay, today),
      })),
    },
    call,
  );
  await saveRoutes(
    tx,
    call.district,
    going.map(({ receiver }, index) => ({ receiverId: receiver.id, routeId: routeIds[index] as string })),
  );
  return recordStep(
    tx,
    { batch, act: 'goLive', step: 'LIVE', change: { liveDay: today }, note, facts: { routes: routeIds.length } },
    call,
  );
}
