import { describe, expect, test } from 'vitest';
import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import { taskStates } from '../../../contract/words.ts';
import {
  addSigner,
  advance,
  changesBetween,
  endAfterDenial,
  fallSilent,
  finish,
  giveBack,
  hasPart,
  isDecided,
  isOpinion,
  joinsOf,
  metFor,
  openRun,
  ownersOf,
  type Run,
  type RunTask,
  reassign,
  reopen,
  signFor,
  stagesRun,
  startedBetween,
  stateOfRun,
  stoppedBetween,
  type TaskAct,
  type TaskKind,
  type TaskState,
  taskActs,
  taskObjectionTo,
  vetoesOf,
} from './run.rules.ts';

const said = (zh: string) => ({ zh, en: zh });
const outlined = (key: string, kind: ProcessTask['kind'] = 'REVIEW'): ProcessTask => ({
  ...{ key, name: said(key), kind, organ: 'NAMED', post: said('岗') },
});
/** A process of stages, each written as the keys of its tasks; `join` by stage where not all are waited for. */
const processOf = (
  stages: readonly (readonly ProcessTask[])[],
  joins: Readonly<Record<number, number>> = {},
): Process => ({
  stages: stages.map((tasks, at) => ({
    ...{ key: `stage${at + 1}`, name: said('阶段'), tasks: [...tasks] },
    ...(joins[at + 1] !== undefined && { join: joins[at + 1] }),
  })),
});
const decision = outlined('decision', 'DECISION');
const certificate = outlined('certificate', 'CERTIFICATION');

/** The run of a process; each task has its key for an id and for the organ that does it. */
function opened(stages: readonly (readonly ProcessTask[])[], joins?: Readonly<Record<number, number>>): Run {
  const keys = stages
    .flat()
    .map(({ key }) => key)
    [Symbol.iterator]();
  return openRun(processOf(stages, joins), { organOf: ({ key }) => key, newId: () => keys.next().value ?? '' });
}
const states = ({ tasks }: Run) => Object.fromEntries(tasks.map(({ id, state }) => [id, state]));
const agreed = (run: Run, ...ids: string[]) =>
  ids.reduce(
    (each, id) => finish(signFor(each, id, `officer of ${id}`), id, { opinion: 'agree', by: `officer of ${id}` }),
    run,
  );
const taskOf = (run: Run, id: string): RunTask => {
  const task = run.tasks.find((each) => each.id === id);
  if (task === undefined) throw new Error(`The run has no task ${id}.`);
  return task;
};

const threeOrgans = [['land', 'water', 'fire'].map((key) => outlined(key)), [decision]];

describe('a process becomes a run', () => {
  const whole = processOf(
    [
      [outlined('intake', 'INTAKE')],
      [outlined('acceptance', 'ACCEPTANCE')],
      [outlined('land'), outlined('water')],
      [decision],
      [certificate],
      [outlined('delivery', 'DELIVERY')],
    ],
    { 3: 1 },
  );

  test('intake, acceptance and delivery are no tasks of it, and its stages are counted without them', () => {
    expect(stagesRun(whole).map(({ number, join, tasks }) => [number, join, tasks.map(({ key }) => key)])).toEqual([
      [1, 1, ['land', 'water']],
      [2, null, ['decision']],
      [3, null, ['certificate']],
    ]);
    expect([...joinsOf(whole)]).toEqual([[1, 1]]);
  });

  test('all tasks of the first stage open at once, all others wait', () => {
    expect(states(opened(threeOrgans))).toEqual({ land: 'open', water: 'open', fire: 'open', decision: 'waiting' });
  });

  test('who takes part beside the unit whose task it is stands on the task', () => {
    const joint = { ...outlined('visit', 'JOINT_SITE_VISIT'), participants: ['police'] };
    expect(opened([[joint], [decision]]).tasks.map(({ participantIds }) => participantIds)).toEqual([['police'], []]);
  });

  test('a matter without review is before its decider at once', () => {
    expect(stateOfRun(opened([[decision]]).tasks)).toBe('DECIDING');
  });
});

describe('a stage is joined', () => {
  test('when all are done, and not before', () => {
    const two = agreed(opened(threeOrgans), 'fire', 'land');
    expect(states(two)).toMatchObject({ water: 'open', decision: 'waiting' });
    expect(states(agreed(two, 'water'))).toMatchObject({ decision: 'open' });
  });

  test('when two of three are done, where two suffice; the third ends without a word', () => {
    const two = agreed(opened(threeOrgans, { 1: 2 }), 'fire', 'land');
    expect(states(two)).toEqual({ land: 'done', water: 'cancelled', fire: 'done', decision: 'open' });
  });

  test('a signer who was asked for is waited for even where two of three suffice', () => {
    const run = opened(threeOrgans, { 1: 2 });
    const asked = addSigner(run, taskOf(run, 'land'), { id: 'police', organisationId: 'police' });
    const two = agreed(asked, 'land', 'water');
    expect(states(two)).toMatchObject({ fire: 'open', police: 'open', decision: 'waiting' });
    expect(states(agreed(two, 'police'))).toMatchObject({ fire: 'cancelled', decision: 'open' });
  });

  test('a signer does not count among those who suffice', () => {
    const run = opened(threeOrgans, { 1: 2 });
    const asked = addSigner(run, taskOf(run, 'land'), { id: 'police', organisationId: 'police' });
    expect(states(agreed(asked, 'land', 'police'))).toMatchObject({ water: 'open', decision: 'waiting' });
  });

  test('a later stage opens when every stage before it is joined', () => {
    const run = opened([[outlined('land')], [outlined('water'), outlined('fire')], [decision], [certificate]]);
    expect(states(run)).toEqual({
      ...{ land: 'open', water: 'waiting', fire: 'waiting', decision: 'waiting', certificate: 'waiting' },
    });
    expect(states(agreed(run, 'land'))).toMatchObject({ water: 'open', fire: 'open', decision: 'waiting' });
    expect(states(agreed(run, 'land', 'fire', 'water'))).toMatchObject({ decision: 'open', certificate: 'waiting' });
    expect(states(agreed(run, 'land', 'fire', 'water', 'decision'))).toMatchObject({ certificate: 'open' });
  });

  test('to let a run go on twice is to let it go on once', () => {
    const run = agreed(opened(threeOrgans, { 1: 2 }), 'fire', 'land');
    expect(advance(run)).toEqual(run);
  });
});

describe('what is done to one task leaves its sisters as they are', () => {
  const run = agreed(opened(threeOrgans), 'land');
  const sisters = (after: Run, id: string) => after.tasks.filter((task) => task.id !== id);

  test('退回: given back, it is the lead’s, and nobody has signed for it', () => {
    const after = giveBack(signFor(run, 'water', 'officer'), 'water');
    expect(taskOf(after, 'water')).toMatchObject({ state: 'returned', signedForBy: null });
    expect(sisters(after, 'water')).toEqual(sisters(run, 'water'));
    expect(ownersOf(after.tasks, 'lead')).toEqual(['lead', 'fire']);
  });

  test('改派: another organ signs for it; that of the first is forgotten', () => {
    const after = reassign(giveBack(run, 'water'), 'water', 'police');
    expect(taskOf(after, 'water')).toMatchObject({ state: 'open', organisationId: 'police', signedForBy: null });
    expect(sisters(after, 'water')).toEqual(sisters(run, 'water'));
  });

  test('加签: another organ signs beside it, in the same stage', () => {
    const after = addSigner(run, taskOf(run, 'water'), { id: 'added', organisationId: 'police' });
    expect(taskOf(after, 'added')).toMatchObject({
      ...{ stage: 1, key: 'water', kind: 'REVIEW', originId: 'water', state: 'open', round: 1 },
    });
    expect(sisters(after, 'added')).toEqual(run.tasks);
  });

  test('重办: a finished task is open again in its next round, without opinion or officer', () => {
    const after = reopen(run, 'land');
    expect(taskOf(after, 'land')).toMatchObject({
      ...{ state: 'open', round: 2, opinion: null, silent: false, signedForBy: null, doneBy: null },
    });
    expect(sisters(after, 'land')).toEqual(sisters(run, 'land'));
  });

  test('超时默认: silence agrees, is said to be silence, and joins like a word; several at once end together', () => {
    const after = fallSilent(run, ['water', 'fire']);
    expect(taskOf(after, 'water')).toMatchObject({ state: 'done', opinion: 'agree', silent: true, doneBy: null });
    expect(states(after)).toMatchObject({ fire: 'done', decision: 'open' });
    expect(
      fallSilent(opened(threeOrgans, { 1: 2 }), ['land', 'water', 'fire']).tasks.map(({ silent }) => silent),
    ).toEqual([...[true, true, true, false]]);
  });

  test('一票否决: a veto stands until its own unit says something else, even while it is asked once more', () => {
    const vetoed = finish(run, 'water', { opinion: 'veto', by: 'officer' });
    expect(vetoesOf(vetoed).map(({ id }) => id)).toEqual(['water']);
    expect(vetoesOf(finish(run, 'water', { opinion: 'disagree', by: 'officer' }))).toEqual([]);
    const again = reopen(vetoed, 'water');
    expect(vetoesOf(again).map(({ state, round }) => [state, round])).toEqual([['open', 2]]);
    expect(vetoesOf(giveBack(signFor(again, 'water', 'officer'), 'water'))).toHaveLength(1);
    expect(vetoesOf(finish(again, 'water', { opinion: 'agree', by: 'officer' }))).toEqual([]);
  });
});

describe('重办 beyond the first stage', () => {
  test('with the decision open: it waits again until the task is done', () => {
    const before = agreed(opened(threeOrgans), 'land', 'water', 'fire');
    const after = reopen(before, 'water');
    expect(states(after)).toEqual({ land: 'done', water: 'open', fire: 'done', decision: 'waiting' });
    expect(stateOfRun(after.tasks)).toBe('IN_REVIEW');
    expect(states(agreed(after, 'water'))).toMatchObject({ decision: 'open' });
  });

  test('with a later stage open: what is open there goes on, what waits goes on waiting', () => {
    const before = agreed(
      opened([[outlined('land')], [outlined('water'), outlined('fire')], [decision]]),
      'land',
      'water',
    );
    const after = reopen(before, 'land');
    expect(states(after)).toEqual({ land: 'open', water: 'done', fire: 'open', decision: 'waiting' });
    const ahead = agreed(after, 'fire');
    expect(states(ahead)).toMatchObject({ fire: 'done', decision: 'waiting' });
    expect(states(agreed(ahead, 'land'))).toMatchObject({ decision: 'open' });
  });

  test('where two of three sufficed: the third, whom the join cut off, may speak again, and ends anew with the join', () => {
    const begun = signFor(opened(threeOrgans, { 1: 2 }), 'fire', 'officer');
    const before = agreed(begun, 'land', 'water');
    const after = reopen(before, 'land');
    expect(states(after)).toEqual({ land: 'open', water: 'done', fire: 'open', decision: 'waiting' });
    // It begins anew: whoever does it signs for the file once more, and its limit is a new one.
    expect(taskOf(after, 'fire')).toMatchObject({ round: 1, signedForBy: null });
    expect(startedBetween(before.tasks, after.tasks).map(({ id }) => id)).toEqual(['land', 'fire']);
    expect(states(agreed(after, 'land'))).toMatchObject({ fire: 'cancelled', decision: 'open' });
  });

  test('who is asked once more is waited for, however many others spoke: no veto is lost with its task', () => {
    const run = opened([['land', 'water', 'fire', 'police'].map((key) => outlined(key)), [decision]], { 1: 2 });
    const vetoed = finish(signFor(run, 'water', 'officer'), 'water', { opinion: 'veto', by: 'officer' });
    // Three words at once by silence, where two would do.
    const surplus = fallSilent(vetoed, ['land', 'fire']);
    const again = reopen(surplus, 'water');
    expect(states(again)).toEqual({
      ...{ land: 'done', water: 'open', fire: 'done', police: 'open', decision: 'waiting' },
    });
    expect(states(agreed(again, 'police'))).toMatchObject({ water: 'open', decision: 'waiting' });
    expect(vetoesOf(agreed(again, 'police'))).toHaveLength(1);
    expect(states(agreed(again, 'water'))).toMatchObject({ police: 'cancelled', decision: 'open' });
  });

  test('in a later stage: whom its join cut off may speak at once, not only when the stage before is joined again', () => {
    const run = opened([[outlined('land')], ['water', 'fire'].map((key) => outlined(key)), [decision]], { 2: 1 });
    const before = agreed(run, 'land', 'water');
    expect(states(before)).toMatchObject({ fire: 'cancelled', decision: 'open' });
    expect(states(reopen(before, 'land'))).toMatchObject({ land: 'open', fire: 'cancelled', decision: 'waiting' });
    expect(states(reopen(reopen(before, 'land'), 'water'))).toMatchObject({
      land: 'open',
      water: 'open',
      fire: 'open',
    });
  });

  test('改派 and 加签: an organ has a part in a stage once, as a unit or as a partner', () => {
    const joint = { ...outlined('visit', 'JOINT_SITE_VISIT'), participants: ['police'] };
    const run = opened([[outlined('land'), joint], [outlined('fire')], [decision]]);
    const has = (organId: string, except?: string) => hasPart(run, { stage: 1, organId, except });
    expect(['land', 'visit', 'police', 'fire'].map((organId) => has(organId))).toEqual([true, true, true, false]);
    expect([has('land', 'land'), has('land', 'visit'), has('police', 'visit')]).toEqual([false, true, true]);
  });
});

describe('which act can be done on which task', () => {
  const kinds: readonly TaskKind[] = ['REVIEW', ...metFor, 'PUBLIC_NOTICE', 'DECISION', 'CERTIFICATION'];
  const acts = Object.keys(taskActs) as TaskAct[];
  /** The law's own picture: acts on a task of each kind, whatever its state. */
  const ofKind = (kind: TaskKind): readonly TaskAct[] => {
    if (kind === 'DECISION') return ['decide'];
    if (kind === 'CERTIFICATION') return ['certify'];
    const common: TaskAct[] = ['returnTask', 'reopenTask', 'reassignTask', 'addSigner'];
    if (kind === 'PUBLIC_NOTICE') return ['postNotice', 'closeNotice', ...common];
    return kind === 'REVIEW' ? ['signFor', 'review', ...common] : ['signFor', 'arrange', ...common];
  };
  /** In each state, whatever the kind. */
  const inState: Record<TaskState, readonly TaskAct[]> = {
    waiting: [],
    open: ['signFor', 'returnTask', 'reassignTask', 'addSigner', 'decide', 'certify', 'postNotice', 'closeNotice'],
    signedFor: ['review', 'arrange', 'returnTask', 'reassignTask', 'addSigner'],
    returned: ['reassignTask'],
    done: ['reopenTask'],
    cancelled: [],
  };

  test.each(kinds.flatMap((kind) => taskStates.flatMap((state) => acts.map((act) => [kind, state, act] as const))))(
    'a %s that is %s: %s',
    (kind, state, act) => {
      const [open] = opened([[outlined('task', kind)]]).tasks;
      const task = { ...(open as RunTask), state };
      const run: Run = { tasks: [task, { ...task, id: 'other', kind: 'REVIEW', state: 'open' }], joins: new Map() };
      const isDecision = kind === 'DECISION' && state === 'done';
      const expected = !ofKind(kind).includes(act)
        ? 'task_of_other_kind'
        : inState[state].includes(act) && !isDecision
          ? undefined
          : 'task_moved_on';
      expect([kind, state, act, taskObjectionTo(act, run, task)?.code]).toEqual([kind, state, act, expected]);
    },
  );

  test.each(kinds)(
    'domain §4.1: a %s that is done once more is judged from its records only where it was a visit',
    (kind) => {
      const [open] = opened([[outlined('task', kind)]]).tasks;
      const again = { ...(open as RunTask), state: 'signedFor', round: 2 } as const;
      const may = ['REVIEW', 'SITE_VISIT', 'JOINT_SITE_VISIT'].includes(kind);
      expect(taskObjectionTo('review', { tasks: [again], joins: new Map() }, again)?.code).toBe(
        may ? undefined : 'task_of_other_kind',
      );
    },
  );

  test('what was decided stays decided: nothing that led to it is done once more', () => {
    const decided = agreed(opened([...threeOrgans, [certificate]]), 'land', 'water', 'fire', 'decision');
    expect(isDecided(decided)).toBe(true);
    expect(taskObjectionTo('reopenTask', decided, taskOf(decided, 'land'))).toEqual({
      ...{ code: 'task_moved_on', facts: { state: 'decided' } },
    });
  });

  test('what a unit or a meeting thinks of it is said in all but decision, certification and public notice', () => {
    expect(kinds.filter((kind) => !isOpinion(kind))).toEqual(['PUBLIC_NOTICE', 'DECISION', 'CERTIFICATION']);
  });
});

describe('the state of a case from acceptance on', () => {
  const untouched: readonly TaskState[] = ['waiting', 'open'];
  const only = (...given: (readonly [TaskKind, TaskState])[]) =>
    given.map(([kind, state]) => ({ kind, state, touched: !untouched.includes(state) }));

  test.each([
    [only(['REVIEW', 'open'], ['DECISION', 'waiting']), 'ACCEPTED'],
    [only(['REVIEW', 'signedFor'], ['DECISION', 'waiting']), 'IN_REVIEW'],
    [only(['REVIEW', 'signedFor'], ['REVIEW', 'open'], ['DECISION', 'waiting']), 'IN_REVIEW'],
    [only(['REVIEW', 'returned'], ['DECISION', 'waiting']), 'IN_REVIEW'],
    [only(['REVIEW', 'done'], ['SITE_VISIT', 'open'], ['DECISION', 'waiting']), 'IN_REVIEW'],
    [only(['REVIEW', 'done'], ['DECISION', 'open']), 'DECIDING'],
    [only(['REVIEW', 'cancelled'], ['DECISION', 'open']), 'DECIDING'],
    [only(['DECISION', 'open']), 'DECIDING'],
    [only(['REVIEW', 'done'], ['DECISION', 'done']), 'DELIVERING'],
    [only(['DECISION', 'done'], ['CERTIFICATION', 'open']), 'CERTIFYING'],
    [only(['DECISION', 'done'], ['PUBLIC_NOTICE', 'open'], ['CERTIFICATION', 'waiting']), 'CERTIFYING'],
    [only(['DECISION', 'done'], ['CERTIFICATION', 'done']), 'DELIVERING'],
    [only(['DECISION', 'done'], ['CERTIFICATION', 'cancelled']), 'DELIVERING'],
  ])('the tasks %j make the state %s', (tasks, state) => {
    expect(stateOfRun(tasks)).toBe(state);
  });

  test('once somebody had a task in hand the case is examined, and never merely accepted again', () => {
    const run = opened([[outlined('land')], [decision]]);
    const ways: Record<string, Run> = {
      reopened: reopen(agreed(run, 'land'), 'land'),
      reassigned: reassign(run, 'land', 'water'),
      'given back and given to the same again': reassign(giveBack(run, 'land'), 'land', 'land'),
      'freed by an officer who withdrew': reassign(signFor(run, 'land', 'officer'), 'land', 'land'),
    };
    for (const [way, { tasks }] of Object.entries(ways))
      expect([way, stateOfRun(tasks), tasks[0]?.state]).toEqual([way, 'IN_REVIEW', 'open']);
    expect(stateOfRun(run.tasks)).toBe('ACCEPTED');
  });

  test('after a denial there is nothing to certify', () => {
    const run = agreed(opened([[outlined('land')], [decision], [certificate]]), 'land');
    const denied = endAfterDenial(finish(run, 'decision', { opinion: 'disagree', by: 'decider' }));
    expect(states(denied)).toEqual({ land: 'done', decision: 'done', certificate: 'cancelled' });
    expect(stateOfRun(denied.tasks)).toBe('DELIVERING');
  });
});

describe('which tasks an act moved', () => {
  const run = opened(threeOrgans);
  const between = (after: Run, before = run) => ({
    changed: changesBetween(before.tasks, after.tasks).map(({ id }) => id),
    started: startedBetween(before.tasks, after.tasks).map(({ id }) => id),
    stopped: stoppedBetween(before.tasks, after.tasks).map(({ id }) => id),
  });
  const signed = signFor(run, 'land', 'officer');
  const reviewed = agreed(run, 'land', 'water', 'fire');

  test.each<[string, Run, Run, ReturnType<typeof between>]>([
    ['nothing', run, run, { changed: [], started: [], stopped: [] }],
    ['signing for the file', run, signed, { changed: ['land'], started: [], stopped: [] }],
    ['an opinion', signed, agreed(signed, 'land'), { changed: ['land'], started: [], stopped: ['land'] }],
    [
      'the last opinion',
      agreed(run, 'land', 'water'),
      reviewed,
      { changed: ['fire', 'decision'], started: ['decision'], stopped: ['fire'] },
    ],
    ['giving a task back', signed, giveBack(signed, 'land'), { changed: ['land'], started: [], stopped: [] }],
    [
      'giving it to another organ',
      giveBack(signed, 'land'),
      reassign(giveBack(signed, 'land'), 'land', 'police'),
      { changed: ['land'], started: ['land'], stopped: ['land'] },
    ],
    [
      'giving it to the same organ once more',
      giveBack(signed, 'land'),
      reassign(giveBack(signed, 'land'), 'land', 'land'),
      { changed: ['land'], started: ['land'], stopped: ['land'] },
    ],
    [
      'having it done once more',
      reviewed,
      reopen(reviewed, 'water'),
      { changed: ['water', 'decision'], started: ['water'], stopped: ['decision'] },
    ],
    [
      'another signer',
      signed,
      addSigner(signed, taskOf(signed, 'land'), { id: 'police', organisationId: 'police' }),
      { changed: ['police'], started: ['police'], stopped: [] },
    ],
  ])('%s', (_, before, after, moved) => {
    expect(between(after, before)).toEqual(moved);
  });
});
