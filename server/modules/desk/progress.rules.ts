import type { ProgressStage } from '../../../contract/cases.ts';
import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import type { CaseState, LocalText } from '../../../contract/values.ts';
import type { RunTask } from '../tasks/index.ts';

type Step = ProgressStage['state'];

/** Which part of the process lies before acceptance, and which after the last task. */
const before: readonly CaseState[] = ['DRAFT', 'RECEIVED', 'CORRECTION_REQUIRED'];
const over: readonly CaseState[] = ['COMPLETED', 'ARCHIVED'];
const broken: readonly CaseState[] = [
  'ACCEPTANCE_REFUSED',
  'NOT_REQUIRED',
  'WITHDRAWN',
  'WITHDRAWN_DEEMED',
  'TERMINATED',
];

/**
 * How far a matter has come along its process: every stage with its tasks, done, now, later, or skipped because the matter
 * ended before, was denied, or did not need it. Opinions are not told.
 */
export function progressOf(
  { stages }: Process,
  { state, tasks }: { readonly state: CaseState; readonly tasks: readonly (RunTask & { dueDay: string | null })[] },
  organName: (task: ProcessTask, organId: string | undefined) => LocalText,
): ProgressStage[] {
  return stages.map((stage) => {
    const steps = stage.tasks.map((outlined) => {
      const mine = tasks.filter(({ key }) => key === outlined.key);
      const task = mine.find(({ originId }) => originId === null);
      const step = task === undefined ? stepOutside(outlined.kind, state) : stepOf(mine);
      return {
        key: outlined.key,
        name: outlined.name,
        kind: outlined.kind,
        organ: organName(outlined, task?.organisationId),
        state: step,
        ...(step === 'now' && task?.dueDay != null && { dueDay: task.dueDay }),
      };
    });
    return { key: stage.key, name: stage.name, state: together(steps.map((each) => each.state)), tasks: steps };
  });
}

/** Intake and acceptance lie before the tasks, delivery after them. */
function stepOutside(kind: ProcessTask['kind'], state: CaseState): Step {
  if (kind === 'INTAKE') return state === 'DRAFT' ? 'now' : 'done';
  if (kind === 'ACCEPTANCE') {
    if (state === 'DRAFT') return 'later';
    if (before.includes(state)) return 'now';
    return state === 'ACCEPTANCE_REFUSED' || state === 'NOT_REQUIRED' ? 'skipped' : 'done';
  }
  if (kind === 'DELIVERY') {
    if (over.includes(state)) return 'done';
    if (state === 'DELIVERING') return 'now';
  }
  return broken.includes(state) ? 'skipped' : 'later';
}

function stepOf(tasks: readonly RunTask[]): Step {
  const counted = tasks.filter(({ state }) => state !== 'cancelled');
  if (counted.length === 0) return 'skipped';
  if (counted.every(({ state }) => state === 'done')) return 'done';
  return counted.some(({ state }) => state !== 'waiting' && state !== 'done') ? 'now' : 'later';
}

function together(steps: readonly Step[]): Step {
  if (steps.includes('now')) return 'now';
  const counted = steps.filter((step) => step !== 'skipped');
  if (counted.length === 0) return 'skipped';
  if (counted.every((step) => step === 'done')) return 'done';
  return counted.includes('done') ? 'now' : 'later';
}
