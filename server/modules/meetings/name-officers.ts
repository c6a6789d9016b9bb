import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { knowOfficers } from './know-officers.ts';
import { judgeAttendance } from './meeting.rules.ts';
import { replaceOfficers } from './meeting.store.ts';
import { pickOfficers } from './pick-officers.ts';
import { recordMeeting } from './record-meeting.ts';
import { refuseNaming } from './refuse-naming.ts';

/** An organ says whom it sends. Refuses officers_too_few (ALL 34, 55), officer_barred. */
export async function nameOfficers(
  tx: Tx,
  { meetingId, staffIds }: Inputs['POST /meetings/:meetingId/name-officers'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'nameOfficers', meetingId, call);
  const { theCase, meeting, organId } = admitted;
  const { officers, places } = await knowOfficers(tx, { theCase, organIds: [organId], kind: meeting.kind }, call);
  const named = pickOfficers(staffIds, officers, 'staffIds');
  refuseNaming(judgeAttendance(meeting.kind, [organId], named), places);
  await replaceOfficers(tx, call.district, { meetingId, organId, staffIds: named.map(({ staffId }) => staffId) });
  return recordMeeting(tx, { admitted, act: 'case.officersNamed', facts: { count: named.length } }, call);
}
