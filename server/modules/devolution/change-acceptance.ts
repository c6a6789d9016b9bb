import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { markTakenBack, saveAcceptance } from './devolution.store.ts';
import { endReceiving } from './end-receiving.ts';
import { recordStep } from './record-step.ts';

/**
 * 承接状态 of one receiver after go-live, with its reason. Taken back from it alone, its route ends tomorrow and the
 * former organ takes in again; that cannot be undone here, but by another batch. With the last receiver the item itself is
 * taken back, and with the last item the batch.
 */
export async function changeAcceptance(
  tx: Tx,
  { batchId, receiverId, acceptance, reason }: Inputs['POST /devolution-batches/:batchId/change-acceptance'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const admitted = await admitBatch(tx, 'changeAcceptance', batchId, call);
  const { batch } = admitted;
  const standing = batch.receivers.filter(({ untilDay }) => untilDay === null);
  const receiver = standing.find(({ id }) => id === receiverId);
  if (receiver === undefined) throw new Refusal('not_found');
  const why = reason.trim();
  if (why === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  let { step } = batch;
  if (acceptance === 'TAKEN_BACK') {
    const fromDay = call.today.add({ days: 1 });
    await endReceiving(tx, { admitted, receivers: [receiver], fromDay, reason: why }, call);
    const left = standing.filter(({ id }) => id !== receiverId);
    if (left.every(({ batchItemId }) => batchItemId !== receiver.batchItemId))
      await markTakenBack(tx, call.district, [receiver.batchItemId], fromDay.toString());
    if (left.length === 0) step = 'TAKEN_BACK';
  } else {
    await saveAcceptance(tx, call.district, [receiverId], { acceptance, reason: why, untilDay: null });
  }
  return recordStep(tx, { batch, act: 'changeAcceptance', step, note: why, facts: { receiverId, acceptance } }, call);
}
