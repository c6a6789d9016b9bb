import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { addSigner as added, hasPart } from '../tasks/index.ts';
import { admitTaskAct } from './admit-task-act.ts';
import { advanceCase } from './advance-case.ts';
import { assertOfficers } from './assert-officers.ts';
import type { CaseReference } from './case.queries.ts';

/**
 * 加签: a unit asks another organ to sign beside it; the stage then waits for both. Refuses: organ_has_task where that
 * organ has a part in this stage already, organ_without_officer.
 */
export async function addSigner(
  tx: Tx,
  { caseId, taskId, organId, reason }: { caseId: string; taskId: string; organId: string; reason: string },
  call: StaffCall,
): Promise<CaseReference> {
  const { theCase, version, run, task } = await admitTaskAct(tx, 'addSigner', { caseId, taskId }, call);
  if (hasPart(run, { stage: task.stage, organId }))
    throw new Refusal('organ_has_task', {}, [{ field: 'organId', code: 'not_an_option' }]);
  await assertOfficers(tx, organId, call);
  const signerId = newId();
  const after = added(run, task, { id: signerId, organisationId: organId });
  await advanceCase(
    tx,
    { theCase, version, run: after, note: { taskId: signerId, what: 'added', text: reason, staffId: call.staff.id } },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.signerAdded',
    place: organId,
    facts: { taskId: signerId, task: task.key, originId: task.id },
  });
  return { caseId };
}
