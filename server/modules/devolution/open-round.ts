import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { dayWithin } from './day.rules.ts';
import { insertRound } from './devolution.store.ts';
import { recordStep } from './record-step.ts';

/** Asks the townships once more: the next of three rounds, until a day. Refuses `round_open`, `round_closed`. */
export async function openRound(
  tx: Tx,
  { batchId, untilDay, note }: Inputs['POST /devolution-batches/:batchId/open-round'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch } = await admitBatch(tx, 'openRound', batchId, call);
  dayWithin('untilDay', untilDay, { from: call.today });
  const round = batch.rounds.length + 1;
  await insertRound(tx, call.district, batchId, { round, fromDay: call.today.toString(), untilDay });
  return recordStep(tx, { batch, act: 'openRound', note, facts: { round, untilDay } }, call);
}
