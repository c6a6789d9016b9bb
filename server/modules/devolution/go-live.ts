import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openRoutes } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { laterDay } from './day.rules.ts';
import { saveFirstDay, saveRoutes } from './devolution.store.ts';
import { withoutDecider } from './office.rules.ts';
import { recordStep } from './record-step.ts';
import { refuseUnlawful } from './refuse-unlawful.ts';

/**
 * 正式运行: from each item's effective day, today at the earliest, its receivers take it in and decide it as its mode
 * says. What was received before keeps its way. Refuses `trial_not_over`, `devolution_unlawful` by what binds today, and
 * `permission_missing` where a receiver has nobody who decides.
 */
export async function goLive(
  tx: Tx,
  { batchId, note }: Inputs['POST /devolution-batches/:batchId/go-live'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch, offices } = await admitBatch(tx, 'goLive', batchId, call);
  await refuseUnlawful(tx, batch.items, call);
  const undecided = withoutDecider(batch, offices);
  if (undecided.length > 0)
    throw new Refusal(
      'permission_missing',
      { count: undecided.length },
      undecided.map(({ regionId, level }) => ({ field: `offices.${regionId}.${level}`, code: 'required' })),
    );
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
  await saveFirstDay(tx, call.district, batchId, today);
  return recordStep(
    tx,
    {
      batch,
      act: 'goLive',
      step: 'LIVE',
      change: { liveDay: today },
      note,
      facts: {
        routes: routeIds.length,
        firstDay: batch.items.map(({ effectiveDay }) => laterDay(effectiveDay, today)).toSorted()[0] ?? today,
        // Which items go live later than was published, and the day that they had been given.
        late: batch.items.flatMap(({ itemId, effectiveDay }) =>
          effectiveDay < today ? [`${itemId} ${effectiveDay}`] : [],
        ),
      },
    },
    call,
  );
}
