import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { seal } from '../../platform/vault/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { lostSigners } from './meeting.rules.ts';
import { insertMove, saveMeeting } from './meeting.store.ts';
import { recordMeeting } from './record-meeting.ts';

/**
 * Calls a meeting off, with its reason; its task stays open, and a visit that was not made is not counted. One that was
 * held is called off only where an officer who must sign it has to keep away since (回避): what was written stays its
 * history, and others do it anew. Refuses meeting_held.
 */
export async function cancelMeeting(
  tx: Tx,
  { meetingId, reason }: Inputs['POST /meetings/:meetingId/cancel'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'cancel', meetingId, call);
  const { theCase, meeting, facts } = admitted;
  const officerIds = lostSigners(facts);
  await saveMeeting(tx, call.district, { ...meeting, state: 'CANCELLED' });
  await insertMove(tx, call.district, meetingId, {
    act: 'cancel',
    sealedReason: seal(theCase.key, reason),
    staffId: call.staff.id,
    movedAt: call.now.toString(),
    fromDay: meeting.day,
    toDay: null,
  });
  return recordMeeting(
    tx,
    {
      admitted,
      act: 'case.meetingCancelled',
      facts: { day: meeting.day, ...(officerIds.length > 0 && { ground: 'signerBarred', officerIds }) },
    },
    call,
  );
}
