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
  for (const postId of await insertIntake(tx, call.district, { postIds, itemIds, fromDay: call.today }))
    append(tx, call, {
      subject: { kind: 'post', id: postId },
      act: 'post.intakeAuthorised',
      facts: { items: [...itemIds], fromDay: call.today.toString() },
    });
}
