import type { Tx } from '../../platform/database/index.ts';
import { append, type Facts } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Act, Step } from './devolution.rules.ts';
import { type Batch, insertRecord, saveBatch } from './devolution.store.ts';

/** What every act on a batch leaves: the batch as it now stands, a line of its story, a row of the ledger. */
export async function recordStep(
  tx: Tx,
  {
    batch,
    act,
    step = batch.step,
    change = {},
    note,
    facts = {},
  }: {
    batch: Batch;
    act: Act;
    step?: Step;
    change?: Partial<Batch>;
    note: string | undefined;
    facts?: Facts;
  },
  call: StaffCall,
): Promise<{ batchId: string }> {
  await Promise.all([
    saveBatch(tx, call.district, { ...batch, ...change, step }),
    insertRecord(tx, call, { batchId: batch.id, act, step, note: note?.trim() || null }),
  ]);
  append(tx, call, {
    subject: { kind: 'devolution', id: batch.id },
    act: `devolution.${act}`,
    facts: { step, ...facts },
  });
  return { batchId: batch.id };
}
