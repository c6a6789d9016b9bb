import { type RunTask, type TaskAct, taskObjectionTo } from '../tasks/index.ts';
import type { CaseFacts, Objection, Viewer } from './case.data.ts';

/** Acts of the unit that leads, on anybody's task; all others are of the unit whose task it is. */
const ofTheLead: readonly TaskAct[] = ['reopenTask', 'reassignTask'];

/** Whether an act on a task is this viewer's organ's to do. */
function isWithin(act: TaskAct, task: RunTask, facts: Pick<CaseFacts, 'leadOrganId'>, viewer: Viewer): boolean {
  if (viewer.organId === null) return false;
  const leads = viewer.organId === facts.leadOrganId;
  if (ofTheLead.includes(act)) return leads;
  // The lead has nobody to give a task back to.
  if (act === 'returnTask' && leads) return false;
  // Whose the decision is not, he is told of none.
  if (act === 'decide' && task.kind !== 'DECISION') return false;
  return task.organisationId === viewer.organId;
}

/**
 * The tasks of a case on which this viewer may do an act now; else why he may not: what stands against the act on a task
 * of his organ, or `not_found` where it has none.
 */
export function tasksFor(
  act: TaskAct,
  facts: Pick<CaseFacts, 'leadOrganId' | 'run'>,
  viewer: Viewer,
): { readonly tasks: readonly RunTask[] } | Objection {
  const own = facts.run.tasks.filter((task) => isWithin(act, task, facts, viewer));
  const judged = own.map((task) => ({ task, objection: taskObjectionTo(act, facts.run, task) }));
  const tasks = judged.flatMap(({ task, objection }) => (objection === undefined ? [task] : []));
  if (tasks.length > 0) return { tasks };
  const [first] = judged;
  return (
    judged.find(({ objection }) => objection?.code === 'task_moved_on')?.objection ??
    first?.objection ?? { code: 'not_found', facts: {} }
  );
}
