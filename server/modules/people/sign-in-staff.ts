import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { startSession } from '../../platform/sessions/index.ts';
import { checkPassword } from './check-password.ts';
import { getStaffMe } from './staff.queries.ts';
import { findStaffByUsername, getHeldPosts } from './staff.store.ts';

/** Signs in with name and password. Who holds one post acts in it at once; who holds several chooses. Refuses: sign_in_failed. */
export async function signInStaff(tx: Tx, input: { username: string; password: string }, call: Call) {
  const account = await findStaffByUsername(tx, call.district, call.today, input.username);
  if (!(await checkPassword(input.password, account?.passwordHash)) || account === undefined)
    throw new Refusal('sign_in_failed');
  const posts = await getHeldPosts(tx, call.district, call.today, [account.id]);
  const acting = posts.length === 1 ? posts[0] : undefined;
  await startSession(tx, call, 'staff', account.id, acting?.appointmentId);
  return getStaffMe(tx, call, account.id, acting?.appointmentId);
}
