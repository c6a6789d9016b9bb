import { describe, expect, test } from 'vitest';
import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import type { CaseState } from '../../../contract/values.ts';
import type { RunTask, TaskState } from '../tasks/index.ts';
import { progressOf } from './progress.rules.ts';

const said = (zh: string) => ({ zh, en: zh });
const outlined = (key: string, kind: ProcessTask['kind']): ProcessTask => ({
  ...{ key, name: said(key), kind, organ: 'DECIDING', post: said('岗') },
});
const stage = (key: string, ...tasks: ProcessTask[]) => ({ key, name: said(key), tasks });
const outline: Process = {
  stages: [
    stage('intake', outlined('intake', 'INTAKE')),
    stage('acceptance', outlined('acceptance', 'ACCEPTANCE')),
    stage('review', outlined('land', 'REVIEW'), outlined('water', 'REVIEW')),
    stage('decision', outlined('decision', 'DECISION')),
    stage('delivery', outlined('delivery', 'DELIVERY')),
  ],
};
const task = (key: string, state: TaskState, given: Partial<RunTask> = {}) => ({
  ...{ id: key, key, stage: 1, kind: 'REVIEW' as const, organisationId: `organ of ${key}`, participantIds: [], state },
  ...{
    originId: null,
    opinion: null,
    round: 1,
    silent: false,
    signedForBy: null,
    doneBy: null,
    touched: false,
    dueDay: '2026-03-04',
  },
  ...given,
});
const at = (state: CaseState, ...tasks: ReturnType<typeof task>[]) =>
  progressOf(outline, { state, tasks }, ({ key }, organId) => said(organId ?? key));
const steps = (state: CaseState, ...tasks: ReturnType<typeof task>[]) =>
  at(state, ...tasks)
    .map((stage) => stage.state)
    .join(' ');

describe('how far a matter has come along its process', () => {
  test.each<[CaseState, ReturnType<typeof task>[], string]>([
    ['DRAFT', [], 'now later later later later'],
    ['RECEIVED', [], 'done now later later later'],
    ['CORRECTION_REQUIRED', [], 'done now later later later'],
    [
      'ACCEPTED',
      [task('land', 'open'), task('water', 'open'), task('decision', 'waiting')],
      'done done now later later',
    ],
    [
      'IN_REVIEW',
      [task('land', 'done'), task('water', 'returned'), task('decision', 'waiting')],
      'done done now later later',
    ],
    [
      'DECIDING',
      [task('land', 'done'), task('water', 'cancelled'), task('decision', 'open')],
      'done done done now later',
    ],
    ['DELIVERING', [task('land', 'done'), task('water', 'done'), task('decision', 'done')], 'done done done done now'],
    ['COMPLETED', [task('land', 'done'), task('water', 'done'), task('decision', 'done')], 'done done done done done'],
    ['ACCEPTANCE_REFUSED', [], 'done skipped skipped skipped skipped'],
    [
      'WITHDRAWN',
      [task('land', 'done'), task('water', 'cancelled'), task('decision', 'cancelled')],
      'done done done skipped skipped',
    ],
  ])('in %s its stages are %#', (state, tasks, expected) => {
    expect([state, steps(state, ...tasks)]).toEqual([state, expected]);
  });

  test('a task is not done while a signer who was asked for has not signed', () => {
    const added = task('water', 'open', { id: 'added', originId: 'water', organisationId: 'organ of police' });
    expect(steps('IN_REVIEW', task('land', 'done'), task('water', 'done'), added, task('decision', 'waiting'))).toBe(
      'done done now later later',
    );
  });

  test('each step says whose it is, and what is under way until when', () => {
    const [, , review] = at('IN_REVIEW', task('land', 'signedFor'), task('water', 'done'), task('decision', 'waiting'));
    expect(review?.tasks).toEqual([
      {
        key: 'land',
        name: said('land'),
        kind: 'REVIEW',
        organ: said('organ of land'),
        state: 'now',
        dueDay: '2026-03-04',
      },
      { key: 'water', name: said('water'), kind: 'REVIEW', organ: said('organ of water'), state: 'done' },
    ]);
  });

  test('what a unit thought of it is not told', () => {
    expect(JSON.stringify(at('DECIDING', task('land', 'done', { opinion: 'disagree' })))).not.toContain('disagree');
  });
});
