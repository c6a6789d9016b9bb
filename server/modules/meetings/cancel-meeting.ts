import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { callOffMeeting } from './call-off-meeting.ts';
import { lostSigners } from './meeting.rules.ts';

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
  const { theCase, task, meeting, facts, organId } = await admitMeeting(tx, 'cancel', meetingId, call);
  const officerIds = lostSigners(facts);
  await callOffMeeting(
    tx,
    {
      ...{ meeting, key: theCase.key, reason, staffId: call.staff.id, place: organId },
      facts: { task: task.key, ...(officerIds.length > 0 && { ground: 'signerBarred', officerIds }) },
    },
    call,
  );
  return { meetingId };
}
