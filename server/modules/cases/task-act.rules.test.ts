import { describe, expect, test } from 'vitest';
import type { RunTask, TaskAct } from '../tasks/index.ts';
import type { Viewer } from './case.data.ts';
import { tasksFor } from './task-act.rules.ts';

const task = (id: string, organisationId: string, given: Partial<RunTask> = {}): RunTask => ({
  ...{ id, key: id, stage: 1, kind: 'REVIEW', organisationId, participantIds: [], state: 'open', originId: null },
  ...{ opinion: null, round: 1, silent: false, signedForBy: null, doneBy: null, touched: false },
  ...given,
});
const of = (organId: string | null) => ({ organId }) as Viewer;
/** Two tasks of one organ, one of another, and the decision of the organ that leads. */
const facts = {
  leadOrganId: 'lead',
  run: {
    tasks: [
      task('plan', 'land'),
      task('soil', 'land', { state: 'signedFor' }),
      task('wells', 'water', { state: 'done' }),
      task('decision', 'lead', { kind: 'DECISION', state: 'waiting' }),
    ],
    joins: new Map<number, number>(),
  },
};
const found = (act: TaskAct, organId: string | null) => {
  const answer = tasksFor(act, facts, of(organId));
  return 'tasks' in answer ? answer.tasks.map(({ id }) => id) : answer.code;
};

describe('which tasks an act can be done on, for whom', () => {
  test.each<[TaskAct, string | null, string[] | string]>([
    ['signFor', 'land', ['plan']],
    ['review', 'land', ['soil']],
    ['returnTask', 'land', ['plan', 'soil']],
    ['addSigner', 'land', ['plan', 'soil']],
    // What was done already is said to be over, not missing.
    ['review', 'water', 'task_moved_on'],
    // Nobody sees what is another organ’s.
    ['signFor', 'police', 'not_found'],
    ['signFor', null, 'not_found'],
    // The organ that leads has another organ’s task done once more or given to somebody else, and nobody but it.
    ['reopenTask', 'lead', ['wells']],
    ['reopenTask', 'water', 'not_found'],
    ['reassignTask', 'lead', ['plan', 'soil']],
    ['reassignTask', 'land', 'not_found'],
    // It has nobody to give a task back to.
    ['returnTask', 'lead', 'not_found'],
    ['decide', 'lead', 'task_moved_on'],
    ['decide', 'land', 'not_found'],
    ['certify', 'land', 'task_of_other_kind'],
  ])('%s by the organ %s: %j', (act, organId, answer) => {
    expect(found(act, organId)).toEqual(answer);
  });
});
