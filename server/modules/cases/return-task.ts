import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { giveBack } from '../tasks/index.ts';
import { admitTaskAct } from './admit-task-act.ts';
import { advanceCase } from './advance-case.ts';
import type { CaseReference } from './case.queries.ts';

/** 退回: a unit says that the task is not its own, and why; the organ that leads then says whose it is. Its sisters go on. */
export async function returnTask(
  tx: Tx,
  { caseId, taskId, reason }: { caseId: string; taskId: string; reason: string },
  call: StaffCall,
): Promise<CaseReference> {
  const { theCase, version, run, task } = await admitTaskAct(tx, 'returnTask', { caseId, taskId }, call);
  await advanceCase(
    tx,
    {
      theCase,
      version,
      run: giveBack(run, task.id),
      note: { taskId, what: 'returned', text: reason, staffId: call.staff.id },
    },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.taskReturned',
    place: task.organisationId,
    facts: { taskId, task: task.key },
  });
  return { caseId };
}
