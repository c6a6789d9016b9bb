import { describe, expect, test } from 'vitest';
import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import { type RunRow, replay } from './replay.rules.ts';

const said = { zh: '样例', en: 'sample' };
const stage = (key: string, ...tasks: Pick<ProcessTask, 'key' | 'kind'>[]) => ({
  ...{ key, name: said, tasks: tasks.map((task) => ({ ...task, name: said, organ: 'DECIDING' as const, post: said })) },
});
const outline: Process = {
  stages: [
    stage('review', { key: 'land', kind: 'REVIEW' }, { key: 'visit', kind: 'SITE_VISIT' }),
    stage('decision', { key: 'decision', kind: 'DECISION' }),
    stage('certificate', { key: 'certificate', kind: 'CERTIFICATION' }),
  ],
};
const row = (act: string, facts: RunRow['facts'] = {}, place: string | null = null): RunRow => ({
  ...{ act, actorId: 'officer', place, facts },
});
const accepted = row('case.accepted', { tasks: ['t1', 't2', 't3', 't4'], organs: ['a', 'b', 'c', 'c'] });
const states = (...rows: RunRow[]) =>
  replay(outline, rows)
    .tasks.map(({ id, state }) => `${id} ${state}`)
    .join(', ');
const bothDone = [
  row('case.reviewed', { taskId: 't1', opinion: 'agree' }),
  row('case.meetingConcluded', { taskId: 't2', outcome: 'agree' }),
];

describe('the ledger of a case tells how its tasks came to stand as they do', () => {
  test.each<[string, RunRow[], string]>([
    ['nothing before acceptance', [row('case.takenIn')], ''],
    ['an acceptance, by whom ever', [accepted], 't1 open, t2 open, t3 waiting, t4 waiting'],
    [
      'signing for the file',
      [accepted, row('case.signedFor', { taskId: 't1' })],
      't1 signedFor, t2 open, t3 waiting, t4 waiting',
    ],
    [
      'a unit that gives it back',
      [accepted, row('case.taskReturned', { taskId: 't1' })],
      't1 returned, t2 open, t3 waiting, t4 waiting',
    ],
    ['opinion and meeting', [accepted, ...bothDone], 't1 done, t2 done, t3 open, t4 waiting'],
    [
      'a visit that asks for a re-check',
      [accepted, row('case.meetingConcluded', { taskId: 't2', outcome: 'recheck' })],
      't1 open, t2 open, t3 waiting, t4 waiting',
    ],
    [
      'a hearing that nobody asked for',
      [accepted, row('case.hearingNotRequested', { taskId: 't2' })],
      't1 open, t2 done, t3 waiting, t4 waiting',
    ],
    [
      'silence',
      [accepted, row('case.tasksLate', { silentTasks: ['t1', 't2'] })],
      't1 done, t2 done, t3 open, t4 waiting',
    ],
    [
      'once more',
      [accepted, ...bothDone, row('case.taskReopened', { taskId: 't1' })],
      't1 open, t2 done, t3 waiting, t4 waiting',
    ],
    [
      'another signer',
      [accepted, row('case.signerAdded', { taskId: 't5', originId: 't1' }, 'd'), ...bothDone],
      't1 done, t2 done, t5 open, t3 waiting, t4 waiting',
    ],
    [
      'an officer who withdraws',
      [
        accepted,
        row('case.signedFor', { taskId: 't1' }),
        row('case.recused', { freedTasks: ['t1'], returnedTasks: ['t2'] }),
      ],
      't1 open, t2 returned, t3 waiting, t4 waiting',
    ],
    ['a grant', [accepted, ...bothDone, row('case.granted', { taskId: 't3' })], 't1 done, t2 done, t3 done, t4 open'],
    [
      'a certificate',
      [accepted, ...bothDone, row('case.granted', { taskId: 't3' }), row('case.certified', { taskId: 't4' })],
      't1 done, t2 done, t3 done, t4 done',
    ],
    [
      'a denial',
      [accepted, ...bothDone, row('case.denied', { taskId: 't3' })],
      't1 done, t2 done, t3 done, t4 cancelled',
    ],
    ['a withdrawal', [accepted, row('case.withdrawn')], 't1 cancelled, t2 cancelled, t3 cancelled, t4 cancelled'],
    [
      'a renewal by law',
      [accepted, row('case.deemedRenewed')],
      't1 cancelled, t2 cancelled, t3 cancelled, t4 cancelled',
    ],
    [
      'a file that went back to the window, and was accepted anew',
      [accepted, row('case.returnedToFront'), row('case.acceptanceTakenBack'), accepted],
      't1 open, t2 open, t3 waiting, t4 waiting',
    ],
    ['an acceptance that was taken back', [accepted, row('case.acceptanceTakenBack')], ''],
  ])('%s', (_, rows, told) => {
    expect(states(...rows)).toBe(told);
  });

  test('whose a task is, and who did it', () => {
    const [land] = replay(outline, [accepted, row('case.taskReassigned', { taskId: 't1' }, 'd'), ...bothDone]).tasks;
    expect(land).toMatchObject({ organisationId: 'd', opinion: 'agree', doneBy: 'officer' });
    // What the product itself decided nobody did.
    const atOnce = { ...row('case.granted', { taskId: 't1' }), actorId: null };
    expect(replay(outline, [accepted, atOnce]).tasks[0]?.doneBy).toBeNull();
  });
});
