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
  hasPart,
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

/** What a case waits for beside its tasks, as far as it bears on them. */
interface Beside {
  /** A special procedure runs: the limits stand still, the units go on, nobody decides. */
  readonly standsStill: boolean;
  /** 转报: not yet, with the upper organ, or come back with its decision. */
  readonly above: 'no' | 'up' | 'down';
  /** 退件: the acceptance was taken back; once. */
  readonly returned: 'never' | 'now' | 'before';
  readonly isEnded: boolean;
}

/** A case in hand: its run, what it waits for beside it, and the ledger that its acts wrote. */
interface Model extends Beside {
  readonly outline: Process;
  readonly reportsUp: boolean;
  readonly run: Run;
  readonly rows: readonly RunRow[];
}

/** An acceptance, the first or one after the file had gone back; the ids of its tasks are new ones each time. */
function acceptance(outline: Process, time: string): { run: Run; row: RunRow } {
  let made = 0;
  const newId = () => {
    made += 1;
    return `t${time}${made}`;
  };
  const run = openRun(outline, { newId, organOf: ({ organId }) => organId ?? lead });
  const facts = { tasks: run.tasks.map(({ id }) => id), organs: run.tasks.map(({ organisationId }) => organisationId) };
  return { run, row: { act: 'case.accepted', actorId: 'clerk', place: null, facts } };
}

function accepted(outline: Process, reportsUp: boolean): Model {
  const { run, row } = acceptance(outline, '');
  const beside: Beside = { standsStill: false, above: 'no', returned: 'never', isEnded: false };
  return { outline, reportsUp, run, rows: [row], ...beside };
}

/** What is done to the whole case, or comes about by itself. */
const besideActs = [
  ...(['silence', 'withdraw', 'terminate', 'recuse', 'returnToFront', 'acceptAnew'] as const),
  ...(['startProcedure', 'endProcedure', 'extend', 'reportUp', 'upperDecides', 'renewByLaw'] as const),
] as const;

/** Somebody presses something: whoever he is, whatever it is, on whichever task. */
interface Press {
  readonly act: TaskAct | (typeof besideActs)[number];
  readonly organ: string;
  /** None where the file went back to the window. */
  readonly task: RunTask | undefined;
  readonly other: string;
  readonly chance: number;
}

const acts: readonly Press['act'][] = [...(Object.keys(taskActs) as TaskAct[]), ...besideActs];
const ofTheLead: readonly Press['act'][] = ['reopenTask', 'reassignTask', 'decide'];

/** Whether it is this organ's to press; whether it can be pressed at all the rules say. */
function isHis({ act, organ, task }: Press): boolean {
  if (ofTheLead.includes(act)) return organ === lead;
  return task?.organisationId === organ && !(act === 'returnTask' && organ === lead);
}

/** What comes of it: the run, the row that the act writes, and what else changed. */
interface Pressed extends Partial<Beside> {
  readonly run: Run;
  readonly row: RunRow;
}

/** The acts around the run; nothing where they are refused. */
function pressedBeside(model: Model, press: Press): Pressed | undefined {
  const { outline, run, rows, standsStill, above, returned, reportsUp } = model;
  const { act, chance, organ } = press;
  const by = `officer of ${organ}`;
  const wrote = (after: Run, name: string, change: Partial<Beside> = {}, facts: RunRow['facts'] = {}): Pressed => ({
    ...{ run: after, ...change, row: { act: name, actorId: by, place: organ, facts } },
  });
  const ended = { isEnded: true, standsStill: false };
  const isRarely = chance % 16 === 0;
  const isReady = run.tasks.some(({ kind, state }) => kind === 'DECISION' && state === 'open');
  if (act === 'acceptAnew') {
    if (returned !== 'now') return undefined;
    const again = acceptance(outline, `${rows.length}.`);
    return { ...again, returned: 'before' };
  }
  if (isDecided(run)) return undefined;
  switch (act) {
    case 'withdraw':
      return isRarely ? wrote(endAfterDenial(run), 'case.withdrawn', ended) : undefined;
    case 'terminate':
      return isRarely ? wrote(endAfterDenial(run), 'case.terminated', ended) : undefined;
    case 'renewByLaw':
      return isRarely && returned !== 'now' ? wrote(endAfterDenial(run), 'case.deemedRenewed', ended) : undefined;
    case 'returnToFront': {
      const isOpen = returned === 'never' && !standsStill && above === 'no' && !isReady;
      const gone = { tasks: [], joins: run.joins };
      return isOpen && isRarely ? wrote(gone, 'case.acceptanceTakenBack', { returned: 'now' }) : undefined;
    }
    case 'startProcedure':
      return standsStill || returned === 'now' ? undefined : wrote(run, 'case.procedureStarted', { standsStill: true });
    case 'endProcedure':
      return standsStill ? wrote(run, 'case.procedureEnded', { standsStill: false }) : undefined;
    case 'extend':
      return returned === 'now' ? undefined : wrote(run, 'case.extended');
    case 'reportUp': {
      const isHeld = vetoesOf(run).length > 0 && chance % 2 === 0;
      const may = reportsUp && above === 'no' && isReady && !standsStill && !isHeld;
      return may ? wrote(run, 'case.reportedUp', { above: 'up' }) : undefined;
    }
    case 'upperDecides':
      return above === 'up' && !standsStill ? wrote(run, 'case.upperDecided', { above: 'down' }) : undefined;
    case 'recuse': {
      // A colleague takes over what he had in hand, or it is the lead's to give to somebody.
      const inHand = run.tasks.filter(({ state, signedForBy }) => state === 'signedFor' && signedForBy === by);
      const ids = inHand.map(({ id }) => id);
      const hasColleague = chance % 2 === 0;
      const after = inHand.reduce(
        (each, { id, organisationId }) => (hasColleague ? reassign(each, id, organisationId) : giveBack(each, id)),
        run,
      );
      const facts = { freedTasks: hasColleague ? ids : [], returnedTasks: hasColleague ? [] : ids };
      return wrote(after, 'case.recused', {}, facts);
    }
    default:
      return undefined;
  }
}

/** The acts on tasks, and silence; nothing where they are refused. */
function pressed(model: Model, press: Press): Pressed | undefined {
  const { outline, run, rows, standsStill, above, reportsUp } = model;
  const { act, task, other, chance, organ } = press;
  const by = `officer of ${organ}`;
  const taskId = task?.id ?? '';
  const wrote = (after: Run, name: string, facts: RunRow['facts'] = {}, place: string | null = organ): Pressed => ({
    run: after,
    row: { act: name, actorId: by, place, facts: { taskId, ...facts } },
  });
  if (isBeside(act) && act !== 'silence') return pressedBeside(model, press);
  if (task === undefined) return undefined;
  if (act === 'silence') {
    // What stands still, or lies with the upper organ, is not late.
    if (standsStill || above === 'up') return undefined;
    const outlined = new Map(outline.stages.flatMap(({ tasks }) => tasks.map((each) => [each.key, each] as const)));
    // Some of the late tasks agree, the others are only reported.
    const late = run.tasks.filter(({ state }, at) => ['open', 'signedFor'].includes(state) && (chance >> at) % 2 === 0);
    const silent = late.filter(
      ({ key, kind, originId, opinion }) =>
        outlined.get(key)?.silence !== undefined && isOpinion(kind) && originId === null && opinion !== 'veto',
    );
    const ids = silent.map(({ id }) => id);
    return wrote(fallSilent(run, ids), 'case.tasksLate', { silentTasks: ids });
  }
  if (act === 'decide' && (standsStill || above === 'up' || (reportsUp && above === 'no'))) return undefined;
  if (act === 'reopenTask' && above !== 'no') return undefined;
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
      if (hasPart(run, { stage: task.stage, organId: other, except: taskId })) return undefined;
      if (task.opinion === 'veto' && other !== task.organisationId) return undefined;
      return wrote(reassign(run, taskId, other), 'case.taskReassigned', {}, other);
    case 'addSigner': {
      if (hasPart(run, { stage: task.stage, organId: other })) return undefined;
      const id = `s${rows.length}`;
      const facts = { taskId: id, originId: taskId };
      return wrote(addSigner(run, task, { id, organisationId: other }), 'case.signerAdded', facts, other);
    }
    case 'decide': {
      const isGranted = (vetoesOf(run).length === 0 || above === 'down') && chance % 3 > 0;
      const ended = finish(run, taskId, { opinion: isGranted ? 'agree' : 'disagree', by });
      return wrote(isGranted ? ended : endAfterDenial(ended), isGranted ? 'case.granted' : 'case.denied');
    }
    case 'certify':
      return wrote(finish(run, taskId, { opinion: null, by }), 'case.certified');
    case 'postNotice':
      return wrote(run, 'case.noticePosted');
    case 'closeNotice':
      return wrote(finish(run, taskId, { opinion: null, by }), 'case.noticeClosed');
    default:
      return undefined;
  }
}

const isBeside = (act: Press['act']): act is (typeof besideActs)[number] =>
  (besideActs as readonly string[]).includes(act);
const isLive = ({ state }: RunTask) => state === 'open' || state === 'signedFor' || state === 'returned';

/** By the law's words alone: as many done as suffice, and whoever was asked to sign too, or was asked once more. */
function isJoined({ tasks, joins }: Run, stage: number): boolean {
  const counted = tasks.filter((task) => task.stage === stage && task.state !== 'cancelled');
  const own = counted.filter(({ originId }) => originId === null);
  const needed = Math.min(joins.get(stage) ?? own.length, own.length);
  const isDone = ({ state }: RunTask) => state === 'done';
  return (
    own.filter(isDone).length >= needed &&
    counted.every((task) => (task.originId === null && task.round === 1) || isDone(task))
  );
}

const isEnding = (act: Press['act']) => act === 'withdraw' || act === 'terminate' || act === 'renewByLaw';

/** What an act may do to tasks that it was not about. */
function isUndisturbed(was: RunTask, is: RunTask, after: Run, press: Press): boolean {
  const { state: _, signedForBy: signer, ...before } = was;
  const { state, signedForBy, ...now } = is;
  if (JSON.stringify(before) !== JSON.stringify(now)) return false;
  // Whom a join cut off may speak again once the stage is joined no longer, and nobody has signed for it.
  if (was.state === 'cancelled' && state === 'open')
    return press.act === 'reopenTask' && signedForBy === null && !isJoined(after, was.stage);
  if (signer !== signedForBy) return false;
  if (was.state === state) return true;
  const reached = after.tasks.every(({ stage }) => stage >= was.stage || isJoined(after, stage));
  // A stage opens when all before it are joined, and no earlier.
  if (was.state === 'waiting' && state === 'open') return reached;
  // The others end where so many suffice, but for a signer who was asked for; and all after a denial or a withdrawal.
  if (state === 'cancelled' && (isLive(was) || was.state === 'waiting'))
    return press.act === 'decide' || isEnding(press.act) || (was.originId === null && isJoined(after, was.stage));
  // A decision that was open waits again for what is done once more.
  return was.kind === 'DECISION' && was.state === 'open' && state === 'waiting' && press.act === 'reopenTask';
}

/** What is wrong after an act; nothing, one hopes. Plain conditions, as millions of them are asked. */
function wrongs(before: Model, after: Model, press: Press): string[] {
  const wrong: string[] = [];
  const now = new Map(after.run.tasks.map((task) => [task.id, task]));
  const told = after.rows.at(-1)?.facts ?? {};
  const list = (name: string) => (told[name] ?? []) as string[];
  const touched =
    press.act === 'silence'
      ? list('silentTasks')
      : press.act === 'recuse'
        ? [...list('freedTasks'), ...list('returnedTasks')]
        : [press.task?.id];
  // Another acceptance, other tasks.
  if (after.returned === 'now') return after.run.tasks.length > 0 ? ['tasks of an acceptance taken back'] : [];
  if (press.act === 'acceptAnew') return [];
  for (const was of before.run.tasks) {
    const is = now.get(was.id);
    if (is === undefined) {
      wrong.push(`lost: ${was.id}`);
      continue;
    }
    if (is.key !== was.key || is.stage !== was.stage || is.kind !== was.kind) wrong.push(`became another: ${was.id}`);
    const isIts = press.task?.id === was.id;
    if (was.state === 'done' && is.state !== 'done' && !(press.act === 'reopenTask' && isIts))
      wrong.push(`what was said is gone: ${was.id}`);
    // 一票否决: whoever vetoed must himself say something else.
    if (
      was.opinion === 'veto' &&
      is.opinion !== 'veto' &&
      !(press.act === 'review' && isIts && press.organ === was.organisationId)
    )
      wrong.push(`a veto is gone: ${was.id}`);
    if (is.round > was.round && is.state !== 'open') wrong.push(`asked once more, and not waited for: ${was.id}`);
    const isAbout =
      touched.includes(was.id) &&
      press.act !== 'addSigner' &&
      (!isBeside(press.act) || press.act === 'silence' || press.act === 'recuse');
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
  const state = stateOfRun(after.run.tasks);
  if (state === 'ACCEPTED' && stateOfRun(before.run.tasks) !== 'ACCEPTED' && !after.isEnded)
    wrong.push('as if nobody had looked at it');
  const isOver = after.isEnded || stateOfRun(after.run.tasks) === 'DELIVERING';
  if (!isOver && after.run.tasks.every((task) => !isLive(task))) wrong.push('nobody’s');
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
  reportsUp: fc.nat(2).map((chance) => chance === 0),
  presses: fc.array(fc.nat(), { minLength: 5, maxLength: 60, size: 'max' }),
});

/** Every third press is anybody's guess; the others are of somebody who has something to do. */
function pressOf({ run, returned, above }: Model, number: number): Press {
  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
  const chance = number >> 8;
  const live = run.tasks.filter(isLive);
  const isGuess = number % 3 === 0 || live.length === 0;
  const task = run.tasks.length === 0 ? undefined : pick(isGuess || number % 5 === 0 ? run.tasks : live, chance);
  const other = pick(organs, chance >> 4);
  // What went back to the window, or up, comes again before long.
  if (number % 4 === 0 && returned === 'now') return { act: 'acceptAnew', organ: lead, task, other, chance };
  if (number % 4 === 0 && above === 'up') return { act: 'upperDecides', organ: lead, task, other, chance };
  if (isGuess || task === undefined)
    return { act: pick(acts, number >> 4), organ: pick(organs, chance >> 2), task, other, chance };
  const fitting = acts.filter((act) => act in taskActs && taskObjectionTo(act as TaskAct, run, task) === undefined);
  const act = fitting.length === 0 ? 'silence' : pick(fitting, number >> 4);
  return { act, organ: ofTheLead.includes(act) ? lead : task.organisationId, task, other, chance };
}

const sequences = 30_000;

test(`${sequences} random matters: no task lost, one decision, always an owner, sisters undisturbed, and the ledger replays to the same`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(story, ({ stages, hasCertificate, reportsUp, presses }) => {
      let model = accepted(outlineOf(stages, hasCertificate), reportsUp);
      for (const number of presses) {
        if (model.isEnded) break;
        const press = pressOf(model, number);
        const done = pressed(model, press);
        if (done === undefined) continue;
        seen.set(done.row.act, (seen.get(done.row.act) ?? 0) + 1);
        const { row, ...changed } = done;
        const after = { ...model, ...changed, rows: [...model.rows, row] };
        const wrong = wrongs(model, after, press);
        if (wrong.length > 0)
          throw new Error(`${press.act} of ${press.organ} on ${press.task?.id}: ${wrong.join('; ')}`);
        model = after;
      }
      const { outline, rows, run } = model;
      if (told(replay(outline, rows)) !== told(run)) throw new Error('the ledger tells otherwise');
      const decisions = rows.filter(({ act }) => act === 'case.granted' || act === 'case.denied');
      if (decisions.length > 1) throw new Error('decided twice');
      if (!model.isEnded && model.returned !== 'now') {
        if (told(advance(run)) !== told(run)) throw new Error('it had not gone on as far as it could');
        if (stateOfRun(carriedThrough(run).tasks) !== 'DELIVERING') throw new Error('it comes to no end');
      }
    }),
    { numRuns: sequences, seed: 20_260_302 },
  );
  // None of the acts was left out by chance.
  expect([...seen].filter(([, times]) => times < sequences / 100)).toEqual([]);
  expect([...seen.keys()].toSorted()).toEqual(
    [
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
      ...['case.tasksLate', 'case.withdrawn', 'case.terminated', 'case.deemedRenewed', 'case.recused', 'case.extended'],
      ...['case.acceptanceTakenBack', 'case.accepted', 'case.procedureStarted', 'case.procedureEnded'],
      ...['case.reportedUp', 'case.upperDecided'],
    ].toSorted(),
  );
}, 120_000);
