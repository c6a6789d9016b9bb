import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { recordStep } from './record-step.ts';
import { refuseUnlawful } from './refuse-unlawful.ts';

/** Publishes the list 赋权事项目录 with its announcement, which entrusting must have (ALL 24). */
export async function publishBatch(
  tx: Tx,
  { batchId, announcement, note }: Inputs['POST /devolution-batches/:batchId/publish'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch } = await admitBatch(tx, 'publish', batchId, call);
  const words = announcement.trim();
  if (words === '') throw new Refusal('invalid_input', {}, [{ field: 'announcement', code: 'required' }]);
  await refuseUnlawful(tx, batch.items, call);
  const publishedDay = call.today.toString();
  return recordStep(
    tx,
    {
      batch,
      act: 'publish',
      step: 'PUBLISHED',
      change: { announcement: words, publishedDay },
      note,
      facts: { publishedDay },
    },
    call,
  );
}
