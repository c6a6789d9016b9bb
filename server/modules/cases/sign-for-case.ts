import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { signFor } from '../tasks/index.ts';
import { admitTaskAct } from './admit-task-act.ts';
import { advanceCase } from './advance-case.ts';
import type { CaseReference } from './case.queries.ts';

/** 签收: a unit signs for the file and begins its part. */
export async function signForCase(
  tx: Tx,
  { caseId, taskId }: { caseId: string; taskId?: string },
  call: StaffCall,
): Promise<CaseReference> {
  const { theCase, version, run, task } = await admitTaskAct(tx, 'signFor', { caseId, taskId }, call);
  await advanceCase(tx, { theCase, version, run: signFor(run, task.id, call.staff.id) }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.signedFor',
    place: task.organisationId,
    facts: { taskId: task.id, task: task.key },
  });
  return { caseId };
}
