import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { putComment } from './devolution.store.ts';
import { recordStep } from './record-step.ts';

/**
 * What a receiving organ says in the open round: it agrees, agrees with a change, or cannot take it; what is more than
 * agreement says why. Refuses `not_receiver`, `round_closed`, `reason_missing`.
 */
export async function commentBatch(
  tx: Tx,
  { batchId, opinion, text }: Inputs['POST /devolution-batches/:batchId/comment'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch, organId } = await admitBatch(tx, 'comment', batchId, call);
  if (!batch.receivers.some((receiver) => receiver.organId === organId)) throw new Refusal('not_receiver');
  const words = text?.trim() ?? '';
  if (opinion !== 'AGREE' && words === '')
    throw new Refusal('reason_missing', {}, [{ field: 'text', code: 'required' }]);
  const round = batch.rounds.length;
  await putComment(tx, call.district, batchId, {
    round,
    organId,
    opinion,
    text: words,
    staffId: call.staff.id,
    commentedAt: call.now.toString(),
  });
  return recordStep(tx, { batch, act: 'comment', note: undefined, facts: { round, organId, opinion } }, call);
}
