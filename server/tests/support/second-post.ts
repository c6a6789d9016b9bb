import type { Role } from '../../../contract/values.ts';
import { addPost, appointStaff } from '../../modules/people/index.ts';
import { transact } from '../../platform/database/index.ts';
import { organOf } from './filing.ts';
import type { Client, Town } from './town.ts';

/** A second post of a member of staff at the health bureau; he goes on acting as the first until he says so. */
export async function appointToBureau(town: Town, who: Client, role: Role): Promise<{ appointmentId: string }> {
  const organId = await organOf(town, '区卫生健康局');
  return transact(town.db, async (tx) => {
    const call = town.systemCall();
    const title = { zh: `${role}兼岗`, en: role };
    const place = { organId, centerId: null, areaRegionId: town.regions.town };
    const { postId } = await addPost(tx, { role, title, ...place, phone: '0738-0000003', itemIds: [] }, call);
    return appointStaff(tx, { staffId: who.staffId, postId, kind: 'substitute' }, call);
  });
}

/** Does something as a second post at the health bureau, and is back in the first afterwards. */
export async function asSecondPost(town: Town, who: Client, role: Role, act: () => Promise<unknown>): Promise<void> {
  const { me } = await who.call('GET /staff/self', {});
  await who.call('POST /staff/act-as', await appointToBureau(town, who, role));
  await act();
  await who.call('POST /staff/act-as', { appointmentId: me?.post?.appointmentId ?? '' });
}
