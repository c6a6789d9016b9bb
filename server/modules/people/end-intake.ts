import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { endIntakeRows } from './intake.store.ts';

/** Takes 收件授权 back from a day on: nothing new is taken in, and what was taken in before is still finished there. */
export async function endIntake(
  tx: Tx,
  { pairs, fromDay }: { pairs: readonly { postId: string; itemId: string }[]; fromDay: Temporal.PlainDate },
  call: Call,
): Promise<void> {
  if (pairs.length === 0) return;
  await endIntakeRows(tx, call.district, { pairs, fromDay });
  for (const [postId, own] of Map.groupBy(pairs, (pair) => pair.postId))
    append(tx, call, {
      subject: { kind: 'post', id: postId },
      act: 'post.intakeEnded',
      facts: { items: own.map(({ itemId }) => itemId), fromDay: fromDay.toString() },
    });
}
