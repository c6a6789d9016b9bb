import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { reopen } from '../tasks/index.ts';
import { admitTaskAct } from './admit-task-act.ts';
import { advanceCase } from './advance-case.ts';
import type { CaseReference } from './case.queries.ts';

/**
 * 重办: before the decision, the organ that leads has a finished task done once more and says why. Its sisters keep what
 * they said; a decision that was open waits again. Refuses: task_moved_on.
 */
export async function reopenTask(
  tx: Tx,
  { caseId, taskId, reason }: { caseId: string; taskId: string; reason: string },
  call: StaffCall,
): Promise<CaseReference> {
  const { theCase, version, run, task } = await admitTaskAct(tx, 'reopenTask', { caseId, taskId }, call);
  await advanceCase(
    tx,
    {
      theCase,
      version,
      run: reopen(run, task.id),
      note: { taskId, what: 'reopened', text: reason, staffId: call.staff.id },
    },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.taskReopened',
    place: task.organisationId,
    facts: { taskId, task: task.key, round: task.round + 1 },
  });
  return { caseId };
}
