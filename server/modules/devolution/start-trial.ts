import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { dayWithin } from './day.rules.ts';
import { recordStep } from './record-step.ts';

/** 试运行: the offices try it out with sample papers from a day until a day; no route is open yet. */
export async function startTrial(
  tx: Tx,
  { batchId, fromDay, untilDay, note }: Inputs['POST /devolution-batches/:batchId/start-trial'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch } = await admitBatch(tx, 'startTrial', batchId, call);
  const from = dayWithin('fromDay', fromDay, { from: call.today });
  dayWithin('untilDay', untilDay, { from });
  const change = { trialFromDay: fromDay, trialUntilDay: untilDay, trialNote: note?.trim() || null };
  return recordStep(tx, { batch, act: 'startTrial', step: 'TRIAL', change, note, facts: { fromDay, untilDay } }, call);
}
