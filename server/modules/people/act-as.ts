import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from './caller.store.ts';
import { getHeldPosts, setActingAs } from './staff.store.ts';

/** Acts as another of one's own posts from now on; a session is exactly one post at a time. Refuses: not_allowed. */
export async function actAs(tx: Tx, { appointmentId }: { appointmentId: string }, call: StaffCall) {
  const held = await getHeldPosts(tx, call.district, call.today, [call.staff.id]);
  if (!held.some((post) => post.appointmentId === appointmentId)) throw new Refusal('not_allowed');
  await setActingAs(tx, call.district, call.staff.sessionId, appointmentId);
  append(tx, call, { subject: { kind: 'staff', id: call.staff.id }, act: 'staff.actedAs', facts: { appointmentId } });
  return { appointmentId };
}
