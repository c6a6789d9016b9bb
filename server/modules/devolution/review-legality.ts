import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { insertReview } from './devolution.store.ts';
import { recordStep } from './record-step.ts';
import { refuseUnlawful } from './refuse-unlawful.ts';

/**
 * 合法性审查 of one department's items after three rounds of comments. When every department's items were found lawful
 * the batch goes on; what was found unlawful waits for other items. Nobody can call lawful what the rules refuse
 * (`devolution_unlawful`). Refuses `not_found` where the department has nothing in the batch.
 */
export async function reviewLegality(
  tx: Tx,
  { batchId, lawful, opinion }: Inputs['POST /devolution-batches/:batchId/review-legality'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch, organId } = await admitBatch(tx, 'reviewLegality', batchId, call);
  const own = batch.items.filter((item) => item.organId === organId);
  if (own.length === 0) throw new Refusal('not_found');
  const statement = opinion.trim();
  if (statement === '') throw new Refusal('reason_missing', {}, [{ field: 'opinion', code: 'required' }]);
  if (lawful) await refuseUnlawful(tx, own, call);
  const review = { organId, lawful, statement, staffId: call.staff.id, reviewedAt: call.now.toString() };
  await insertReview(tx, call.district, batchId, review);
  const standing = new Map(
    batch.reviews.filter(({ outdated }) => !outdated).map((each) => [each.organId, each.lawful]),
  );
  standing.set(organId, lawful);
  const isDone = batch.items.every((item) => standing.get(item.organId) === true);
  return recordStep(
    tx,
    {
      batch,
      act: 'reviewLegality',
      step: isDone ? 'LEGALITY_REVIEW' : batch.step,
      note: statement,
      facts: { organId, lawful },
    },
    call,
  );
}
