import type { Role } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type StaffCall, staffCall } from './caller.store.ts';
import { noScope } from './scope.rules.ts';
import { getHeldPosts, getStaffNames } from './staff.store.ts';

/**
 * A second officer, who has proved his password at another's desk (`proveStaff`): no session is opened, the returned
 * call acts as his post of that role and organ. Refuses: second_officer_needed.
 */
export async function confirmOfficer(
  tx: Tx,
  { staffId, role, organId }: { staffId: string; role: Role; organId: string },
  call: StaffCall,
): Promise<StaffCall> {
  const [posts, names] = await Promise.all([
    getHeldPosts(tx, call.district, call.today, [staffId]),
    getStaffNames(tx, call.district, [staffId]),
  ]);
  const held = posts.find((post) => post.role === role && post.organisationId === organId);
  if (held === undefined || staffId === call.staff.id) throw new Refusal('second_officer_needed');
  call.effects.log.push({ kind: 'signIn', subjectId: staffId, code: 'atDesk' });
  return staffCall(call, {
    id: staffId,
    name: names.get(staffId) ?? '',
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
      finishingItemIds: [],
      actsForId: held.actsForId,
    },
  });
}
