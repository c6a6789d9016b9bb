import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { seal } from '../../platform/vault/index.ts';
import { noteExaminers } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { clearSignatures, saveOpinion } from './meeting.store.ts';
import { examinerAt } from './meeting-facts.rules.ts';
import { recordMeeting } from './record-meeting.ts';

/** What an organ that takes part says. Whoever signed before signs again: it is no longer what he signed. */
export async function writeOpinion(
  tx: Tx,
  { meetingId, opinion, text }: Inputs['POST /meetings/:meetingId/write-opinion'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'writeOpinion', meetingId, call);
  const { theCase, organId } = admitted;
  noteExaminers(tx, call.district, admitted.theCase.id, [examinerAt(admitted.meeting, call.staff.id, 'wroteOpinion')]);
  await saveOpinion(tx, call.district, meetingId, {
    organId,
    opinion,
    sealedText: seal(theCase.key, text),
    writtenBy: call.staff.id,
  });
  await clearSignatures(tx, call.district, meetingId);
  return recordMeeting(tx, { admitted, act: 'case.meetingOpinionWritten', facts: { opinion } }, call);
}
