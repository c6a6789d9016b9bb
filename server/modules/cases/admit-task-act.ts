import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion, type ItemVersion } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type Run, type TaskAct, taskObjectionTo } from '../tasks/index.ts';
import { admitAct } from './admit-act.ts';
import type { Case } from './case.store.ts';
import { tasksFor } from './task-act.rules.ts';
import { factsOf, runOf, viewerOf } from './viewer.rules.ts';

/** A case under lock, with the task of it that an act is about. */
export interface AdmittedTask {
  readonly theCase: Case;
  readonly version: ItemVersion;
  readonly run: Run;
  readonly task: Case['tasks'][number];
}

/**
 * Locks a case for an act on one of its tasks. Without a task id it is the one that the caller's organ has to do; where
 * it has several, the first in the order of the process. Refuses what `admitAct` refuses, and task_moved_on,
 * task_of_other_kind, not_found for another organ's task.
 */
export async function admitTaskAct(
  tx: Tx,
  act: TaskAct,
  { caseId, taskId }: { caseId: string; taskId?: string | undefined },
  call: StaffCall,
): Promise<AdmittedTask> {
  const theCase = await admitAct(tx, act, caseId, call);
  const version = await getItemVersion(tx, call.district, theCase.itemVersionId);
  const run = runOf(theCase, version);
  const found = tasksFor(act, factsOf(theCase, version), viewerOf(call));
  const admitted = 'tasks' in found ? found.tasks : [];
  const chosen = taskId === undefined ? admitted[0]?.id : admitted.find(({ id }) => id === taskId)?.id;
  const task = theCase.tasks.find(({ id }) => id === chosen);
  if (task !== undefined) return { theCase, version, run, task };
  const named = theCase.tasks.find(({ id }) => id === taskId);
  const objection =
    named?.organisationId === call.staff.post?.organId ? named && taskObjectionTo(act, run, named) : undefined;
  throw new Refusal(objection?.code ?? 'not_found', objection?.facts ?? {});
}
