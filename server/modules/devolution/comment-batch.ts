import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { openRound } from './devolution.rules.ts';
import { insertComment } from './devolution.store.ts';
import { recordStep } from './record-step.ts';

/**
 * What a receiving organ says in the open round: it agrees, agrees with a change, or cannot take it; what is more than
 * agreement says why. What it said before in the round stays in the story. Refuses `not_receiver`, `round_closed`, `reason_missing`.
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
  const open = openRound({ rounds: batch.rounds, today: call.today.toString() });
  if (open === undefined) throw new Refusal('round_closed', { round: batch.rounds.length });
  const { id, round } = open;
  await insertComment(tx, call.district, id, {
    organId,
    opinion,
    text: words,
    staffId: call.staff.id,
    commentedAt: call.now.toString(),
  });
  return recordStep(tx, { batch, act: 'comment', note: words, facts: { round, organId, opinion } }, call);
}
