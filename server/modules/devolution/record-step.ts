import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/database/index.ts';
import { append, type Facts } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Act, Step } from './devolution.rules.ts';
import { type Batch, insertRecord, saveBatch } from './devolution.store.ts';

/**
 * What every act on a batch leaves: the batch as it now stands, a line of its story, a row of the ledger. What was said
 * stands in the story; the ledger holds its SHA-256 digest, so that nobody changes it unseen.
 */
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
  const words = note?.trim() || null;
  await Promise.all([
    saveBatch(tx, call.district, { ...batch, ...change, step }),
    insertRecord(tx, call, { batchId: batch.id, act, step, note: words }),
  ]);
  append(tx, call, {
    subject: { kind: 'devolution', id: batch.id },
    act: `devolution.${act}`,
    facts: { step, ...facts, ...(words !== null && { noteDigest: createHash('sha256').update(words).digest('hex') }) },
  });
  return { batchId: batch.id };
}
