import type { Tx } from '../../platform/database/index.ts';
import { noteExaminers } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { examinerAt } from './meeting-facts.rules.ts';
import { recordMeeting } from './record-meeting.ts';
import { takeSignature } from './take-signature.ts';

/** An officer signs the merged opinion for his organ: on site each who was there (ALL 34, 55), elsewhere one. */
export async function signMeeting(
  tx: Tx,
  { meetingId }: { meetingId: string },
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'sign', meetingId, call);
  const signer = { staffId: call.staff.id, organId: admitted.organId, sealedNote: null };
  noteExaminers(tx, call.district, admitted.theCase.id, [examinerAt(admitted.meeting, signer.staffId, 'signed')]);
  recordMeeting(tx, { admitted, act: 'case.meetingSigned' }, call);
  await takeSignature(tx, { admitted, signer }, call);
  return { meetingId };
}
