import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { startSession } from '../../platform/sessions/index.ts';
import { getStaffMe } from './staff.queries.ts';
import { getHeldPosts } from './staff.store.ts';

/**
 * Opens a session for who proved his password (`proveStaff`). Who holds one post acts in it at once; who holds several
 * chooses. Refuses: sign_in_failed.
 */
export async function signInStaff(tx: Tx, _: unknown, call: Call, staffId: string | undefined) {
  if (staffId === undefined) throw new Refusal('sign_in_failed');
  const posts = await getHeldPosts(tx, call.district, call.today, [staffId]);
  const acting = posts.length === 1 ? posts[0] : undefined;
  await startSession(tx, call, 'staff', staffId, acting?.appointmentId);
  return getStaffMe(tx, call, staffId, acting?.appointmentId);
}
