import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { openRound, silentIn } from './devolution.rules.ts';
import { markRoundClosed } from './devolution.store.ts';
import { recordStep } from './record-step.ts';

/**
 * Closes the open round before its last day: everybody has spoken. Refuses `round_closed`, and `townships_silent` while
 * somebody who receives has not: silence is an answer on the last day alone.
 */
export async function closeRound(
  tx: Tx,
  { batchId, note }: Inputs['POST /devolution-batches/:batchId/close-round'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch } = await admitBatch(tx, 'closeRound', batchId, call);
  const open = openRound({ rounds: batch.rounds, today: call.today.toString() });
  if (open === undefined) throw new Refusal('round_closed', { round: batch.rounds.length });
  const { id, round, untilDay } = open;
  const count = silentIn(round, batch).length;
  if (count > 0) throw new Refusal('townships_silent', { count, untilDay });
  await markRoundClosed(tx, call, id);
  return recordStep(tx, { batch, act: 'closeRound', note, facts: { round } }, call);
}
