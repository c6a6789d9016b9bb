import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { authoriseIntake, type StaffCall } from '../people/index.ts';
import { admitBatch } from './admit-batch.ts';
import { insertPermissions } from './devolution.store.ts';
import { takesIn, trainedBy, withoutIntake } from './office.rules.ts';
import { recordStep } from './record-step.ts';

/**
 * Opens 收件授权 of the batch's items for posts of its receiving offices, and notes seal and network. The route decides
 * from which day something is in fact received there. Refuses `training_missing` for a post that somebody untrained
 * holds, `permission_missing` while an office has no post at all, or villages no window of their township that accepts.
 */
export async function permitPosts(
  tx: Tx,
  { batchId, postIds, sealNote, networkNote, note }: Inputs['POST /devolution-batches/:batchId/permit'],
  call: StaffCall,
): Promise<{ batchId: string }> {
  const { batch, offices, places } = await admitBatch(tx, 'permit', batchId, call);
  const trained = trainedBy(batch);
  const byPost = new Map(offices.flatMap((office) => office.posts.filter(takesIn).map((post) => [post.postId, post])));
  const strangers = postIds.flatMap((id, index) =>
    byPost.has(id) ? [] : [{ field: `postIds.${index}`, code: 'not_an_option' }],
  );
  if (strangers.length > 0) throw new Refusal('invalid_input', {}, strangers);
  const empty = withoutIntake(offices, new Set([...postIds, ...batch.postIds]), places);
  if (empty.length > 0)
    throw new Refusal(
      'permission_missing',
      { count: empty.length },
      empty.map(({ regionId, level }) => ({ field: `offices.${regionId}.${level}`, code: 'required' })),
    );
  const untrained = postIds.flatMap((id, index) => {
    const handing = offices
      .filter(({ posts }) => posts.some(({ postId }) => postId === id))
      .flatMap((each) => each.handing);
    const holders = byPost.get(id)?.holders ?? [];
    const isTrained =
      holders.length > 0 &&
      handing.every((organId) => holders.every(({ staffId }) => trained.get(organId)?.has(staffId) === true));
    return isTrained ? [] : [{ field: `postIds.${index}`, code: 'untrained' }];
  });
  if (untrained.length > 0) throw new Refusal('training_missing', { count: untrained.length }, untrained);
  for (const office of offices) {
    const own = office.posts.filter(({ postId }) => postIds.includes(postId)).map(({ postId }) => postId);
    if (own.length > 0) await authoriseIntake(tx, { postIds: own, itemIds: office.itemIds }, call);
  }
  await insertPermissions(tx, call, batchId, [...new Set(postIds)]);
  return recordStep(
    tx,
    {
      batch,
      act: 'permit',
      step: batch.step === 'TRAINED' ? 'PERMITTED' : batch.step,
      change: {
        sealNote: sealNote?.trim() || batch.sealNote,
        networkNote: networkNote?.trim() || batch.networkNote,
        permittedBy: batch.permittedBy ?? call.staff.id,
        permittedAt: batch.permittedAt ?? call.now.toString(),
      },
      note,
      facts: { posts: [...new Set(postIds)] },
    },
    call,
  );
}
