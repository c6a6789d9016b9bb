import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { holdStaff } from './absence.store.ts';
import { appointStaff } from './appoint-staff.ts';
import type { StaffCall } from './caller.store.ts';
import { getAppointments, lockPost } from './substitute.store.ts';

/**
 * AB岗: makes somebody the substitute (B) of a post. He acts in it only while nobody who holds it is there. Refuses:
 * not_found, substitute_oneself, substitute_known.
 */
export async function appointSubstitute(
  tx: Tx,
  { postId, staffId }: { postId: string; staffId: string },
  call: StaffCall,
): Promise<{ postId: string }> {
  if (!(await lockPost(tx, call.district, postId))) throw new Refusal('not_found');
  if (!(await holdStaff(tx, call.district, { staffId, today: call.today }))) throw new Refusal('not_found');
  const known = await getAppointments(tx, call.district, { postIds: [postId], today: call.today });
  const own = known.find((each) => each.staffId === staffId);
  if (own !== undefined) throw new Refusal(own.kind === 'regular' ? 'substitute_oneself' : 'substitute_known');
  await appointStaff(tx, { staffId, postId, kind: 'substitute' }, call);
  return { postId };
}
