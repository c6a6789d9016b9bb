import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { noteExaminers } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { judgeOutcome } from './meeting.rules.ts';
import { clearSignatures, saveMeeting } from './meeting.store.ts';
import { examinerAt } from './meeting-facts.rules.ts';
import { recordMeeting } from './record-meeting.ts';

/** The one merged opinion, told once (domain §4.1). Refuses third_visit: after the one re-check there is no other. */
export async function writeConclusion(
  tx: Tx,
  { meetingId, outcome, text }: Inputs['POST /meetings/:meetingId/write-conclusion'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'writeConclusion', meetingId, call);
  const { theCase, meeting } = admitted;
  const objection = judgeOutcome(meeting.kind, meeting.visit, outcome);
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  noteExaminers(tx, call.district, admitted.theCase.id, [
    examinerAt(admitted.meeting, call.staff.id, 'wroteConclusion'),
  ]);
  await saveMeeting(tx, call.district, { ...meeting, outcome, sealedText: seal(theCase.key, text) });
  await clearSignatures(tx, call.district, meetingId);
  return recordMeeting(tx, { admitted, act: 'case.meetingConclusionWritten', facts: { outcome } }, call);
}
