import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { endReceiving } from './end-receiving.ts';
import { recordStep } from './record-step.ts';

/** Withdraws a batch that has not gone live; permissions that were opened for it end today. */
export async function withdrawBatch(
  tx: Tx,
  { batchId, reason }: Inputs['POST /devolution-batches/:batchId/withdraw'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const admitted = await admitBatch(tx, 'withdraw', batchId, call);
  const { batch } = admitted;
  const why = reason.trim();
  if (why === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  if (batch.postIds.length > 0)
    await endReceiving(tx, { admitted, receivers: batch.receivers, fromDay: call.today, reason: why }, call);
  return recordStep(tx, { batch, act: 'withdraw', step: 'WITHDRAWN', note: why }, call);
}
