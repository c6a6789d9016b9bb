import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { insertIntake } from './intake.store.ts';

/** Opens 收件授权: each of the posts may take in each of the items from today on. What is open already stays as it is. */
export async function authoriseIntake(
  tx: Tx,
  { postIds, itemIds }: { postIds: readonly string[]; itemIds: readonly string[] },
  call: Call,
): Promise<void> {
  const opened = await insertIntake(tx, call.district, { postIds, itemIds, fromDay: call.today });
  for (const [postId, own] of Map.groupBy(opened, (pair) => pair.postId))
    append(tx, call, {
      subject: { kind: 'post', id: postId },
      act: 'post.intakeAuthorised',
      facts: { items: own.map(({ itemId }) => itemId), fromDay: call.today.toString() },
    });
}
