import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { hasPart, reassign } from '../tasks/index.ts';
import { admitTaskAct } from './admit-task-act.ts';
import { advanceCase } from './advance-case.ts';
import { assertOfficers } from './assert-officers.ts';
import type { CaseReference } from './case.queries.ts';

/**
 * 改派: the organ that leads gives a task to another organ, or back to the same. Its own limit begins anew, the case's does
 * not. Refuses: organ_has_task where that organ has another part in this stage, so that nobody counts twice;
 * veto_stands where the unit vetoed, which it alone can take back; organ_without_officer.
 */
export async function reassignTask(
  tx: Tx,
  { caseId, taskId, organId, reason }: { caseId: string; taskId: string; organId: string; reason: string },
  call: StaffCall,
): Promise<CaseReference> {
  const { theCase, version, run, task } = await admitTaskAct(tx, 'reassignTask', { caseId, taskId }, call);
  if (hasPart(run, { stage: task.stage, organId, except: task.id }))
    throw new Refusal('organ_has_task', {}, [{ field: 'organId', code: 'not_an_option' }]);
  if (task.opinion === 'veto' && organId !== task.organisationId)
    throw new Refusal('veto_stands', {}, [{ field: 'organId', code: 'not_an_option' }]);
  await assertOfficers(tx, organId, call);
  const after = reassign(run, task.id, organId);
  await advanceCase(
    tx,
    { theCase, version, run: after, note: { taskId, what: 'reassigned', text: reason, staffId: call.staff.id } },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.taskReassigned',
    place: organId,
    facts: { taskId, task: task.key, fromOrganId: task.organisationId },
  });
  return { caseId };
}
