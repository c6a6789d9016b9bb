import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { judgeChair } from './hearing.rules.ts';
import { knowOfficers } from './know-officers.ts';
import { insertMove, saveMeeting } from './meeting.store.ts';
import { reviewersOf } from './meeting-paper.rules.ts';
import { pickOfficers } from './pick-officers.ts';
import { recordMeeting } from './record-meeting.ts';

/** 申请回避 (ALL 48(3)): who thinks the chair an interested party says so; upheld, another chairs who did not examine. */
export async function ruleOnChallenge(
  tx: Tx,
  { meetingId, ruling, reason, chairId }: Inputs['POST /meetings/:meetingId/rule-on-challenge'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'ruleOnChallenge', meetingId, call);
  const { theCase, meeting } = admitted;
  if (ruling === 'UPHELD') {
    const objection = judgeChair(chairId, reviewersOf(theCase));
    if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
    if (chairId === meeting.chairId)
      throw new Refusal('invalid_input', {}, [{ field: 'chairId', code: 'not_an_option' }]);
    const organIds = meeting.organs.map(({ organId }) => organId);
    const { officers } = await knowOfficers(tx, { theCase, organIds, kind: meeting.kind }, call);
    const [chair] = pickOfficers([chairId ?? ''], officers, 'chairId');
    await saveMeeting(tx, call.district, { ...meeting, chairId: chair?.staffId ?? null });
  }
  await insertMove(tx, call.district, meetingId, {
    act: ruling === 'UPHELD' ? 'challengeUpheld' : 'challengeRejected',
    sealedReason: seal(theCase.key, reason),
    staffId: call.staff.id,
    movedAt: call.now.toString(),
    fromDay: null,
    toDay: null,
  });
  return recordMeeting(tx, { admitted, act: 'case.chairChallenged', facts: { ruling } }, call);
}
