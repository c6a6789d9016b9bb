import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lockCase, recusalObjection, visibleTo } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { answerHearing } from './answer-hearing.ts';
import { answersFor } from './hearing.queries.ts';
import { findHearingOfCase } from './hearing.store.ts';

/**
 * What a party said at the window that took the case in, or wrote to the unit, recorded for him. To others the hearing does
 * not exist; who must keep away records nothing.
 */
export async function recordHearingAnswer(
  tx: Tx,
  { caseId, taskId, partyId, answer }: Inputs['POST /cases/:caseId/tasks/:taskId/record-hearing-answer'],
  call: StaffCall,
): Promise<{ caseId: string }> {
  const theCase = await lockCase(tx, call.district, caseId, visibleTo(call.staff.scope));
  const recusal = recusalObjection('arrange', theCase, { id: call.staff.id, role: call.staff.post?.role ?? null });
  if (recusal !== undefined) throw new Refusal(recusal.code, recusal.facts);
  const hearing = await findHearingOfCase(tx, call.district, caseId);
  const task = theCase.tasks.find(({ id }) => id === taskId);
  if (hearing === undefined || task === undefined || hearing.taskId !== taskId) throw new Refusal('not_found');
  if (!answersFor(call, theCase, task)) throw new Refusal('not_found');
  await answerHearing(tx, { theCase, hearing, partyId, answer }, call);
  return { caseId };
}
