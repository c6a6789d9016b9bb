import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { saveAcceptance } from './devolution.store.ts';
import { endReceiving } from './end-receiving.ts';
import { recordStep } from './record-step.ts';

/**
 * 承接状态 of one receiver after go-live, with its reason. Taken back from it alone, its route ends tomorrow and the
 * former organ takes in again; that cannot be undone here, but by another batch.
 */
export async function changeAcceptance(
  tx: Tx,
  { batchId, receiverId, acceptance, reason }: Inputs['POST /devolution-batches/:batchId/change-acceptance'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const admitted = await admitBatch(tx, 'changeAcceptance', batchId, call);
  const { batch } = admitted;
  const receiver = batch.receivers.find(({ id, untilDay }) => id === receiverId && untilDay === null);
  if (receiver === undefined) throw new Refusal('not_found');
  const why = reason.trim();
  if (why === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  if (acceptance === 'TAKEN_BACK') {
    const fromDay = call.today.add({ days: 1 });
    await endReceiving(tx, { admitted, receivers: [receiver], fromDay, reason: why }, call);
  } else {
    await saveAcceptance(tx, call.district, [receiverId], { acceptance, reason: why, untilDay: null });
  }
  return recordStep(tx, { batch, act: 'changeAcceptance', note: why, facts: { receiverId, acceptance } }, call);
}
