import type { Tx } from '../../platform/database/index.ts';
import { noteExaminers } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { concludeMeeting } from './conclude-meeting.ts';
import { isSignedByAll } from './meeting.rules.ts';
import { saveSignature } from './meeting.store.ts';
import { examinerAt } from './meeting-facts.rules.ts';
import { recordMeeting } from './record-meeting.ts';

/**
 * An officer signs the merged opinion for his organ. The last signature concludes: two organs that sign at once come one
 * after the other under the lock of the case, so that it is concluded once.
 */
export async function signMeeting(
  tx: Tx,
  { meetingId }: { meetingId: string },
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'sign', meetingId, call);
  const { meeting, organId } = admitted;
  await noteExaminers(tx, call.district, admitted.theCase.id, [examinerAt(admitted.meeting, call.staff.id, 'signed')]);
  await saveSignature(tx, call.district, { meetingId, organId, by: call.staff.id, at: call.now });
  recordMeeting(tx, { admitted, act: 'case.meetingSigned' }, call);
  const parts = meeting.organs.map((organ) => ({ ...organ, hasOpinion: organ.opinion !== null }));
  if (isSignedByAll(parts, organId)) await concludeMeeting(tx, admitted, call);
  return { meetingId };
}
