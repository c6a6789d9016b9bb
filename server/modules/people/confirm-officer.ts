import type { Role } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from './caller.store.ts';
import { staffCall } from './caller.store.ts';
import { checkPassword } from './check-password.ts';
import { noScope } from './scope.rules.ts';
import { findStaffByUsername, getHeldPosts } from './staff.store.ts';

/**
 * A second officer confirms at another's desk with his own sign-in: no session is opened, the returned call acts as
 * his post of that role and organ. Refuses: sign_in_failed, second_officer_needed.
 */
export async function confirmOfficer(
  tx: Tx,
  { username, password, role, organId }: { username: string; password: string; role: Role; organId: string },
  call: StaffCall,
): Promise<StaffCall> {
  const account = await findStaffByUsername(tx, call.district, call.today, username);
  if (!(await checkPassword(password, account?.passwordHash)) || account === undefined)
    throw new Refusal('sign_in_failed');
  const held = (await getHeldPosts(tx, call.district, call.today, [account.id])).find(
    (post) => post.role === role && post.organisationId === organId,
  );
  if (held === undefined || account.id === call.staff.id) throw new Refusal('second_officer_needed');
  return staffCall(call, {
    id: account.id,
    name: account.name,
    sessionId: call.staff.sessionId,
    scope: noScope,
    post: {
      id: held.postId,
      appointmentId: held.appointmentId,
      role: held.role,
      title: { zh: held.titleZh, en: held.titleEn },
      organId: held.organisationId,
      centerId: held.centerId,
      areaRegionId: held.areaRegionId,
      phone: held.phone,
      itemIds: [],
    },
  });
}
