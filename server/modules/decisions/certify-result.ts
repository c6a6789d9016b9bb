import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitTaskAct, finishTask } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';

/** 制证: what was granted is made and checked, and goes to the exit window. */
export async function certifyResult(
  tx: Tx,
  { caseId, taskId }: { caseId: string; taskId?: string },
  call: StaffCall,
): Promise<CaseReference> {
  const admitted = await admitTaskAct(tx, 'certify', { caseId, taskId }, call);
  await finishTask(tx, { ...admitted, opinion: null, text: '' }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.certified',
    place: admitted.task.organisationId,
    facts: { taskId: admitted.task.id, task: admitted.task.key },
  });
  return { caseId };
}
