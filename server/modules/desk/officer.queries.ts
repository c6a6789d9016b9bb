import type { Role } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import { getCase, mustKeepAway, visibleTo } from '../cases/index.ts';
import { getOfficers, type StaffCall } from '../people/index.ts';

/** The officers of the caller's organ, once each, and who of them keeps away from the case; for its head to order one to. */
export async function getOfficersOfCase(read: Read, { caseId }: { caseId: string }, call: StaffCall) {
  const organId = call.staff.post?.organId ?? '';
  const [theCase, officers] = await Promise.all([
    getCase(read, call.district, caseId, visibleTo(call.staff.scope)),
    getOfficers(read, call.district, { organIds: [organId], today: call.today }),
  ]);
  const handling: readonly Role[] = ['reviewer', 'decider', 'organHead', 'windowClerk'];
  const once = new Map(
    officers.filter(({ role }) => handling.includes(role)).map((officer) => [officer.staffId, officer]),
  );
  return {
    officers: [...once.values()].map(({ staffId, name, role, titleZh, titleEn }) => ({
      staffId,
      name,
      role,
      title: { zh: titleZh, en: titleEn },
      keepsAway: mustKeepAway(theCase, staffId),
    })),
  };
}
