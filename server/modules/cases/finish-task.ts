import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { finish, type Opinion } from '../tasks/index.ts';
import type { AdmittedTask } from './admit-task-act.ts';
import { advanceCase } from './advance-case.ts';
import type { Case } from './case.store.ts';

export interface FinishTask extends AdmittedTask {
  readonly opinion: Opinion | null;
  readonly text: string;
}

/** Ends a unit's part of a case and lets the process go on; the act that calls it writes the ledger row. */
export function finishTask(
  tx: Tx,
  { theCase, version, run, task, opinion, text }: FinishTask,
  call: StaffCall,
): Promise<Case> {
  const after = finish(run, task.id, { opinion, by: call.staff.id });
  return advanceCase(
    tx,
    { theCase, version, run: after, note: { taskId: task.id, what: 'opinion', text, staffId: call.staff.id } },
    call,
  );
}
