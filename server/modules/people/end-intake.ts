import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { endIntakeRows, type Intake } from './intake.store.ts';

/** Takes 收件授权 back from a day on: nothing new is taken in, and what was taken in before is still finished there. */
export async function endIntake(
  tx: Tx,
  { pairs, fromDay }: { pairs: readonly Intake[]; fromDay: Temporal.PlainDate },
  call: Call,
): Promise<void> {
  if (pairs.length === 0) return;
  const ended = await endIntakeRows(tx, call.district, { pairs, fromDay });
  for (const [postId, own] of Map.groupBy(ended, (pair) => pair.postId))
    append(tx, call, {
      subject: { kind: 'post', id: postId },
      act: 'post.intakeEnded',
      facts: { items: own.map(({ itemId }) => itemId), fromDay: fromDay.toString() },
    });
}
