import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { processOf } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Opinion } from '../tasks/index.ts';
import { admitTaskAct } from './admit-task-act.ts';
import type { CaseReference } from './case.queries.ts';
import { finishTask } from './finish-task.ts';
import { noteExaminers } from './recusal.store.ts';

export interface ReviewCase {
  readonly caseId: string;
  readonly taskId?: string;
  readonly opinion: Opinion;
  readonly text: string;
}

/**
 * A unit writes its opinion on its part, once; the decision is then another person's. Refuses: same_person,
 * veto_not_given where the item gives this unit no veto.
 */
export async function reviewCase(
  tx: Tx,
  { caseId, taskId, opinion, text }: ReviewCase,
  call: StaffCall,
): Promise<CaseReference> {
  const admitted = await admitTaskAct(tx, 'review', { caseId, taskId }, call);
  const { task, version } = admitted;
  const outlined = processOf(version)
    .stages.flatMap(({ tasks }) => tasks)
    .find(({ key }) => key === task.key);
  if (opinion === 'veto' && (outlined?.veto !== true || task.originId !== null))
    throw new Refusal('veto_not_given', {}, [{ field: 'opinion', code: 'not_an_option' }]);
  noteExaminers(tx, call.district, caseId, [{ staffId: call.staff.id, how: 'reviewed' }]);
  await finishTask(tx, { ...admitted, opinion, text }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.reviewed',
    place: task.organisationId,
    facts: { taskId: task.id, task: task.key, round: task.round, opinion },
  });
  return { caseId };
}
