import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lockCase, visibleTo } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { answerHearing } from './answer-hearing.ts';
import { findHearingOfCase } from './hearing.store.ts';

/** What a party said at the window or wrote, recorded for him. */
export async function recordHearingAnswer(
  tx: Tx,
  { caseId, taskId, partyId, answer }: Inputs['POST /cases/:caseId/tasks/:taskId/record-hearing-answer'],
  call: StaffCall,
): Promise<{ caseId: string }> {
  const theCase = await lockCase(tx, call.district, caseId, visibleTo(call.staff.scope));
  const hearing = await findHearingOfCase(tx, call.district, caseId);
  if (hearing === undefined || hearing.taskId !== taskId) throw new Refusal('not_found');
  await answerHearing(tx, { theCase, hearing, partyId, answer }, call);
  return { caseId };
}
