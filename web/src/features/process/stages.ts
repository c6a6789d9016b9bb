import type { Process, ProcessStage, ProcessTask } from '../../../../contract/catalogue.ts';
import { freeKey, inserted, moved, replaced, without } from '../editing/list.ts';

const blank = { zh: '', en: '' };

/** A new task after those that are there: a review by whoever decides, until somebody says otherwise. */
export function newTask({ stages }: Process): ProcessTask {
  const taken = stages.flatMap(({ tasks }) => tasks.map(({ key }) => key));
  return { key: freeKey('task', taken), name: blank, kind: 'REVIEW', organ: 'DECIDING', post: blank };
}

export function withStage(process: Process): Process {
  return { ...process, stages: [...process.stages, aStage(process, newTask(process))] };
}

function aStage({ stages }: Process, task: ProcessTask): ProcessStage {
  return {
    key: freeKey(
      'stage',
      stages.map(({ key }) => key),
    ),
    name: task.name,
    tasks: [task],
  };
}

export function movedStage(process: Process, at: number, by: number): Process {
  return { ...process, stages: moved(process.stages, at, by) };
}

/**
 * A task one place on: within its stage, and from its end into the next stage. It never leaves a stage empty: what
 * stood alone takes its stage along.
 */
export function movedTask(process: Process, at: number, index: number, by: 1 | -1): Process {
  const { stages } = process;
  const stage = stages[at];
  if (stage === undefined) return process;
  const to = index + by;
  if (to >= 0 && to < stage.tasks.length)
    return { ...process, stages: replaced(stages, at, { ...stage, tasks: moved(stage.tasks, index, by) }) };
  if (stage.tasks.length === 1) return movedStage(process, at, by);
  return taskTo(process, at, index, at + by);
}

/** A task put into another stage; past the last stage it becomes a stage of its own. */
export function taskTo(process: Process, at: number, index: number, to: number): Process {
  const { stages } = process;
  const from = stages[at];
  const task = from?.tasks[index];
  if (from === undefined || task === undefined || to === at || to < 0) return process;
  const target = stages[to];
  const received =
    target === undefined
      ? inserted(stages, stages.length, aStage(process, task))
      : replaced(stages, to, {
          ...target,
          tasks: to < at ? [...target.tasks, task] : [task, ...target.tasks],
        });
  const left = without(from.tasks, index);
  return {
    ...process,
    stages: left.length === 0 ? without(received, at) : replaced(received, at, { ...from, tasks: left }),
  };
}

export function withoutTask(process: Process, at: number, index: number): Process {
  const stage = process.stages[at];
  if (stage === undefined) return process;
  const tasks = without(stage.tasks, index);
  if (tasks.length > 0) return { ...process, stages: replaced(process.stages, at, { ...stage, tasks }) };
  return withoutStage(process, at);
}

/** The last stage stays: a process without one is none. */
export function withoutStage(process: Process, at: number): Process {
  return process.stages.length === 1 ? process : { ...process, stages: without(process.stages, at) };
}
