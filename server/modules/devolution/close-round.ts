import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { markRoundClosed } from './devolution.store.ts';
import { recordStep } from './record-step.ts';

/** Closes the open round before its last day: everybody has spoken. Refuses `round_closed`. */
export async function closeRound(
  tx: Tx,
  { batchId, note }: Inputs['POST /devolution-batches/:batchId/close-round'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch } = await admitBatch(tx, 'closeRound', batchId, call);
  const round = batch.rounds.length;
  await markRoundClosed(tx, call, batchId, round);
  return recordStep(tx, { batch, act: 'closeRound', note, facts: { round } }, call);
}
