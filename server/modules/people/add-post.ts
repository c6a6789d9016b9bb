import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { insertPost, type NewPost } from './staff.store.ts';

/** A new post with its role, organ, area and intake authorisations. */
export async function addPost(tx: Tx, input: Omit<NewPost, 'id'>, call: Call): Promise<{ postId: string }> {
  const postId = newId();
  await insertPost(tx, call.district, call.today, { id: postId, ...input });
  append(tx, call, {
    subject: { kind: 'post', id: postId },
    act: 'post.added',
    facts: { role: input.role, organId: input.organId },
  });
  return { postId };
}
