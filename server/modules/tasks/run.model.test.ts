import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import { type RunRow, replay } from './replay.rules.ts';
import {
  addSigner,
  advance,
  endAfterDenial,
  fallSilent,
  finish,
  giveBack,
  isDecided,
  isOpinion,
  openRun,
  ownersOf,
  type Run,
  type RunTask,
  reassign,
  reopen,
  signFor,
  stateOfRun,
  type TaskAct,
  taskActs,
  taskObjectionTo,
  vetoesOf,
} from './run.rules.ts';

// Random processes, and everything that anybody may do with them in any order, right and wrong.

const organs = ['land', 'water', 'fire', 'police', 'health', 'lead'];
const lead = 'lead';
const kinds = ['REVIEW', 'REVIEW', 'REVIEW', 'JOINT_REVIEW', 'SITE_VISIT', 'EXPERT_PANEL', 'PUBLIC_NOTICE'] as const;
const said = { zh: '样例', en: 'sample' };
const local = { law: '样例规定', mark: 'sample' } as const;

interface OutlinedTask {
  kind: number;
  organ: number;
  silence: boolean;
  veto: boolean;
  participants: boolean;
}

const outlinedStage = fc.record({
  join: fc.nat(6),
  tasks: fc.array(
    fc.record({
      kind: fc.nat(kinds.length - 1),
      organ: fc.nat(organs.length - 1),
      silence: fc.boolean(),
      veto: fc.boolean(),
      participants: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

const outlinedTask = (key: string, task: Pick<ProcessTask, 'kind' | 'organ'> & Partial<ProcessTask>): ProcessTask => ({
  ...{ key, name: said, post: said, ...task },
});

/** Up to four stages of up to six tasks before the decision; sometimes a certification after it. */
function outlineOf(stages: readonly { join: number; tasks: OutlinedTask[] }[], hasCertificate: boolean): Process {
  const single = (key: string, kind: 'DECISION' | 'CERTIFICATION') => ({
    ...{ key, name: said, tasks: [outlinedTask(key, { kind, organ: 'DECIDING' })] },
  });
  return {
    stages: [
      ...stages.map(({ join, tasks }, at) => ({
        ...{ key: `stage${at}`, name: said },
        ...(join > 0 && join < tasks.length && { join }),
        tasks: tasks.map(({ kind, organ, silence, veto, participants }, index) =>
          outlinedTask(`task${at}${index}`, {
            kind: kinds[kind] ?? 'REVIEW',
            organ: 'NAMED',
            organId: organs[organ] ?? lead,
            veto,
            ...(silence && { silence: local }),
            ...(participants && { participants: [organs[(organ + 1) % organs.length] ?? lead] }),
          }),
        ),
      })),
      single('decision', 'DECISION'),
      ...(hasCertificate ? [single('certificate', 'CERTIFICATION')] : []),
    ],
  };
}

/** A case in hand: its run, and the ledger that its acts wrote. */
interface Model {
  readonly outline: Process;
  readonly run: Run;
  readonly rows: readonly RunRow[];
  readonly isEnded: boolean;
}

function accepted(outline: Process): Model {
  let made = 0;
  const newId = () => {
    made += 1;
    return `t${made}`;
  };
  const run = openRun(outline, { newId, organOf: ({ organId }) => organId ?? lead });
  const facts = { tasks: run.tasks.map(({ id }) => id), organs: run.tasks.map(({ organisationId }) => organisationId) };
  const row = { act: 'case.accepted', actorId: 'clerk', place: null, facts };
  return { outline, run, rows: [row], isEnded: false };
}

/** Somebody presses something: whoever he is, whatever it is, on whichever task. */
interface Press {
  readonly act: TaskAct | 'silence' | 'withdraw';
  readonly organ: string;
  readonly task: RunTask;
  readonly other: string;
  readonly chance: number;
}

const acts: readonly Press['act'][] = [...(Object.keys(taskActs) as TaskAct[]), 'silence', 'withdraw'];
const ofTheLead: readonly Press['act'][] = ['reopenTask', 'reassignTask', 'decide'];

/** Whether it is this organ's to press; whether it can be pressed at all the rules say. */
function isHis({ act, organ, task }: Press): boolean {
  if (ofTheLead.includes(act)) return organ === lead;
  return task.organisationId === organ && !(act === 'returnTask' && organ === lead);
}

/** What comes of it: the run, and the row that the act writes; nothing where it is refused. */
function pressed({ outline, run, rows }: Model, press: Press): { run: Run; row: RunRow } | undefined {
  const { act, task, other, chance, organ } = press;
  const by = `officer of ${organ}`;
  const taskId = task.id;
  const wrote = (after: Run, name: string, facts: RunRow['facts'] = {}, place: string | null = organ) => ({
    run: after,
    row: { act: name, actorId: by, place, facts: { taskId, ...facts } },
  });
  if (act === 'withdraw')
    return isDecided(run) || chance % 16 > 0 ? undefined : wrote(endAfterDenial(run), 'case.withdrawn');
  if (act === 'silence') {
    const outlined = new Map(outline.stages.flatMap(({ tasks }) => tasks.map((each) => [each.key, each] as const)));
    // Some of the late tasks agree, the others are only reported.
    const late = run.tasks.filter(({ state }, at) => ['open', 'signedFor'].includes(state) && (chance >> at) % 2 === 0);
    const silent = late.filter(
      ({ key, kind, originId }) => outlined.get(key)?.silence !== undefined && isOpinion(kind) && originId === null,
    );
    const ids = silent.map(({ id }) => id);
    return wrote(fallSilent(run, ids), 'case.tasksLate', { silentTasks: ids });
  }
  if (!isHis(press) || taskObjectionTo(act, run, task) !== undefined) return undefined;
  switch (act) {
    case 'signFor':
      return wrote(signFor(run, taskId, by), 'case.signedFor');
    case 'review': {
      const mayVeto = outline.stages.some(({ tasks }) => tasks.some(({ key, veto }) => key === task.key && veto));
      const opinion = chance % 5 === 0 ? 'disagree' : chance % 7 === 0 && mayVeto ? 'veto' : 'agree';
      return wrote(finish(run, taskId, { opinion, by }), 'case.reviewed', { opinion });
    }
    case 'arrange': {
      const outcome = chance % 4 === 0 ? 'recheck' : chance % 5 === 0 ? 'disagree' : 'agree';
      const after = outcome === 'recheck' ? run : finish(run, taskId, { opinion: outcome, by });
      return wrote(after, 'case.meetingConcluded', { outcome });
    }
    case 'returnTask':
      return wrote(giveBack(run, taskId), 'case.taskReturned');
    case 'reopenTask':
      return wrote(reopen(run, taskId), 'case.taskReopened');
    case 'reassignTask':
      return wrote(reassign(run, taskId, other), 'case.taskReassigned', {}, other);
    case 'addSigner': {
      const hasPart = run.tasks.some(
        ({ stage, state, organisationId }) => stage === task.stage && state !== 'cancelled' && organisationId === other,
      );
      if (hasPart) return undefined;
      const id = `s${rows.length}`;
      const facts = { taskId: id, originId: taskId };
      return wrote(addSigner(run, task, { id, organisationId: other }), 'case.signerAdded', facts, other);
    }
    case 'decide': {
      const isGranted = vetoesOf(run).length === 0 && chance % 3 > 0;
      const ended = finish(run, taskId, { opinion: isGranted ? 'agree' : 'disagree', by });
      return wrote(isGranted ? ended : endAfterDenial(ended), isGranted ? 'case.granted' : 'case.denied');
    }
    case 'certify':
      return wrote(finish(run, taskId, { opinion: null, by }), 'case.certified');
    case 'postNotice':
      return wrote(run, 'case.noticePosted');
    case 'closeNotice':
      return wrote(finish(run, taskId, { opinion: null, by }), 'case.noticeClosed');
  }
}

const isLive = ({ state }: RunTask) => state === 'open' || state === 'signedFor' || state === 'returned';

/** By the law's words alone: as many done as suffice, and whoever was asked to sign too. */
function isJoined({ tasks, joins }: Run, stage: number): boolean {
  const counted = tasks.filter((task) => task.stage === stage && task.state !== 'cancelled');
  const own = counted.filter(({ originId }) => originId === null);
  const needed = Math.min(joins.get(stage) ?? own.length, own.length);
  const isDone = ({ state }: RunTask) => state === 'done';
  return own.filter(isDone).length >= needed && counted.every((task) => task.originId === null || isDone(task));
}

/** What an act may do to tasks that it was not about. */
function isUndisturbed(was: RunTask, is: RunTask, after: Run, press: Press): boolean {
  const { state: _, ...before } = was;
  const { state, ...now } = is;
  if (JSON.stringify(before) !== JSON.stringify(now)) return false;
  if (was.state === state) return true;
  const reached = after.tasks.every(({ stage }) => stage >= was.stage || isJoined(after, stage));
  // A stage opens when all before it are joined, and no earlier.
  if (was.state === 'waiting' && state === 'open') return reached;
  // The others end where so many suffice, but for a signer who was asked for; and all after a denial or a withdrawal.
  if (state === 'cancelled' && (isLive(was) || was.state === 'waiting'))
    return press.act === 'decide' || press.act === 'withdraw' || (was.originId === null && isJoined(after, was.stage));
  // A decision that was open waits again for what is done once more.
  return was.kind === 'DECISION' && was.state === 'open' && state === 'waiting' && press.act === 'reopenTask';
}

/** What is wrong after an act; nothing, one hopes. Plain conditions, as millions of them are asked. */
function wrongs(before: Model, after: Model, press: Press): string[] {
  const wrong: string[] = [];
  const now = new Map(after.run.tasks.map((task) => [task.id, task]));
  const touched = press.act === 'silence' ? (after.rows.at(-1)?.facts['silentTasks'] as string[]) : [press.task.id];
  for (const was of before.run.tasks) {
    const is = now.get(was.id);
    if (is === undefined) {
      wrong.push(`lost: ${was.id}`);
      continue;
    }
    if (is.key !== was.key || is.stage !== was.stage || is.kind !== was.kind) wrong.push(`became another: ${was.id}`);
    if (was.state === 'done' && is.state !== 'done' && !(press.act === 'reopenTask' && press.task.id === was.id))
      wrong.push(`what was said is gone: ${was.id}`);
    const isAbout = touched.includes(was.id) && press.act !== 'addSigner' && press.act !== 'withdraw';
    if (!isAbout && !isUndisturbed(was, is, after.run, press)) wrong.push(`disturbed: ${was.id}`);
  }
  const added = after.run.tasks.length - before.run.tasks.length;
  if (added !== (press.act === 'addSigner' ? 1 : 0)) wrong.push(`${added} more tasks`);
  const decisions = after.run.tasks.filter(({ kind }) => kind === 'DECISION');
  if (decisions.length !== 1) wrong.push(`${decisions.length} decisions`);
  const [decision] = decisions;
  if (isDecided(before.run) && (decision?.doneBy === null || decision?.state !== 'done')) wrong.push('undecided again');
  if (decision?.state === 'done' && decision.silent) wrong.push('decided by silence');
  if (
    decision?.state === 'open' &&
    !after.run.tasks.every(({ stage }) => stage >= decision.stage || isJoined(after.run, stage))
  )
    wrong.push('decides before its time');
  const isOver = after.isEnded || stateOfRun(after.run.tasks) === 'DELIVERING';
  if (!isOver && ownersOf(after.run.tasks, lead).length === 0) wrong.push('nobody’s');
  if (isOver && ownersOf(after.run.tasks, lead).length > 0) wrong.push('somebody owes something after the end');
  return wrong;
}

/** Everybody does what lies before him, however long it takes: whatever was done before, there is always an end. */
function carriedThrough(run: Run): Run {
  let on = run;
  for (let left = 200; left > 0 && stateOfRun(on.tasks) !== 'DELIVERING'; left -= 1) {
    const task = on.tasks.find(isLive);
    if (task === undefined) break;
    const ready = task.state === 'returned' ? reassign(on, task.id, 'police') : on;
    on = finish(isOpinion(task.kind) ? signFor(ready, task.id, 'x') : ready, task.id, { opinion: 'agree', by: 'x' });
  }
  return on;
}

/** A run in words, whatever the order of its tasks. */
const told = ({ tasks }: Run) => JSON.stringify(tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1)));

const story = fc.record({
  stages: fc.array(outlinedStage, { minLength: 0, maxLength: 4 }),
  hasCertificate: fc.boolean(),
  presses: fc.array(fc.nat(), { minLength: 5, maxLength: 60, size: 'max' }),
});

/** Every third press is anybody's guess; the others are of somebody who has something to do. */
function pressOf({ run }: Model, number: number): Press {
  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
  const chance = number >> 8;
  const live = run.tasks.filter(isLive);
  const isGuess = number % 3 === 0 || live.length === 0;
  const task = pick(isGuess || number % 5 === 0 ? run.tasks : live, chance);
  const other = pick(organs, chance >> 4);
  if (isGuess) return { act: pick(acts, number >> 4), organ: pick(organs, chance >> 2), task, other, chance };
  const fitting = acts.filter((act) => act in taskActs && taskObjectionTo(act as TaskAct, run, task) === undefined);
  const act = fitting.length === 0 ? 'silence' : pick(fitting, number >> 4);
  return { act, organ: ofTheLead.includes(act) ? lead : task.organisationId, task, other, chance };
}

const sequences = 30_000;

test(`${sequences} random matters: no task lost, one decision, always an owner, sisters undisturbed, and the ledger replays to the same`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(story, ({ stages, hasCertificate, presses }) => {
      let model = accepted(outlineOf(stages, hasCertificate));
      for (const number of presses) {
        if (model.isEnded) break;
        const press = pressOf(model, number);
        const done = pressed(model, press);
        if (done === undefined) continue;
        seen.set(done.row.act, (seen.get(done.row.act) ?? 0) + 1);
        const after = { ...model, run: done.run, rows: [...model.rows, done.row], isEnded: press.act === 'withdraw' };
        const wrong = wrongs(model, after, press);
        if (wrong.length > 0)
          throw new Error(`${press.act} of ${press.organ} on ${press.task.id}: ${wrong.join('; ')}`);
        model = after;
      }
      const { outline, rows, run } = model;
      if (told(replay(outline, rows)) !== told(run)) throw new Error('the ledger tells otherwise');
      if (!model.isEnded) {
        if (told(advance(run)) !== told(run)) throw new Error('it had not gone on as far as it could');
        if (stateOfRun(carriedThrough(run).tasks) !== 'DELIVERING') throw new Error('it comes to no end');
      }
    }),
    { numRuns: sequences, seed: 20_260_302 },
  );
  // None of the acts was left out by chance.
  expect([...seen].filter(([, times]) => times < sequences / 50)).toEqual([]);
  expect([...seen.keys()].toSorted()).toEqual([
    ...[
      'case.certified',
      'case.denied',
      'case.granted',
      'case.meetingConcluded',
      'case.noticeClosed',
      'case.noticePosted',
    ],
    ...[
      'case.reviewed',
      'case.signedFor',
      'case.signerAdded',
      'case.taskReassigned',
      'case.taskReopened',
      'case.taskReturned',
    ],
    ...['case.tasksLate', 'case.withdrawn'],
  ]);
}, 120_000);
