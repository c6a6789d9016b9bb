import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { dayWithin } from './day.rules.ts';
import { markTakenBack } from './devolution.store.ts';
import { endReceiving } from './end-receiving.ts';
import { recordStep } from './record-step.ts';

/** 收回 of some items of a batch, or of all: from a day on the former organ takes in and decides again. */
export async function takeBack(
  tx: Tx,
  { batchId, batchItemIds, fromDay, reason }: Inputs['POST /devolution-batches/:batchId/take-back'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const admitted = await admitBatch(tx, 'takeBack', batchId, call);
  const { batch } = admitted;
  const day = dayWithin('fromDay', fromDay, { from: call.today });
  const why = reason.trim();
  if (why === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  const there = new Set(batch.items.filter(({ takenBackDay }) => takenBackDay === null).map(({ id }) => id));
  const strangers = (batchItemIds ?? []).flatMap((id, index) =>
    there.has(id) ? [] : [{ field: `batchItemIds.${index}`, code: 'not_an_option' }],
  );
  if (strangers.length > 0) throw new Refusal('invalid_input', {}, strangers);
  const ending = batchItemIds === undefined ? there : new Set(batchItemIds);
  const receivers = batch.receivers.filter(({ batchItemId, untilDay }) => ending.has(batchItemId) && untilDay === null);
  await endReceiving(tx, { admitted, receivers, fromDay: day, reason: why }, call);
  await markTakenBack(tx, call.district, [...ending], fromDay);
  return recordStep(
    tx,
    {
      batch,
      act: 'takeBack',
      step: ending.size === there.size ? 'TAKEN_BACK' : 'LIVE',
      note: why,
      facts: { fromDay, items: [...ending] },
    },
    call,
  );
}
