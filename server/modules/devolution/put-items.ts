import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { hasNews } from './devolution.rules.ts';
import { getBatch, outdateRounds } from './devolution.store.ts';
import { recordStep } from './record-step.ts';
import { settleItems } from './settle-items.ts';

/**
 * Puts a department's items into a batch that is still talked about, or others after what townships said. Where something
 * goes down, or to somebody, that was not there before, the rounds of comments begin again.
 */
export async function putItems(
  tx: Tx,
  { batchId, items, note }: Inputs['POST /devolution-batches/:batchId/put-items'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch, organId } = await admitBatch(tx, 'putItems', batchId, call);
  const others = batch.items.filter((item) => item.organId !== organId).map(({ itemId }) => itemId);
  await settleItems(tx, { batchId, organId, items, others }, call);
  const isAskedAgain = batch.rounds.length > 0 && hasNews(batch, await getBatch(tx, call.district, batchId));
  if (isAskedAgain) await outdateRounds(tx, call, batchId);
  const facts = { organId, items: items.map(({ itemId }) => itemId), roundsAgain: isAskedAgain };
  return recordStep(tx, { batch, act: 'putItems', note, facts }, call);
}
