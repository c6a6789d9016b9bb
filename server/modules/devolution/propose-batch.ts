import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { getBatch, insertBatch } from './devolution.store.ts';
import { recordStep } from './record-step.ts';
import { settleItems } from './settle-items.ts';

/** Proposes a batch with items of one's own department (应放尽放). Refuses as `settleItems` does. */
export async function proposeBatch(
  tx: Tx,
  { title, note, items }: Inputs['POST /devolution-batches'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const organId = call.staff.post?.organId;
  if (organId === undefined) throw new Refusal('no_post');
  if (title.trim() === '') throw new Refusal('invalid_input', {}, [{ field: 'title', code: 'required' }]);
  const batchId = newId();
  await insertBatch(tx, call, { id: batchId, title: title.trim(), note: note?.trim() || null });
  await settleItems(tx, { batchId, organId, items, others: [] }, call);
  const batch = await getBatch(tx, call.district, batchId);
  return recordStep(
    tx,
    { batch, act: 'propose', note, facts: { organId, items: items.map(({ itemId }) => itemId) } },
    call,
  );
}
