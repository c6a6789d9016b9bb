import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import type { opinions, processTaskKinds, RefusalCode, taskStates } from '../../../contract/words.ts';
import { meetingKinds } from '../../../contract/words.ts';

export type TaskState = (typeof taskStates)[number];
export type Opinion = (typeof opinions)[number];
/** What a task of a running process may be: intake and acceptance lie before it, delivery after it. */
export type TaskKind = Exclude<(typeof processTaskKinds)[number], 'INTAKE' | 'ACCEPTANCE' | 'DELIVERY'>;

/** One task of a case's process, as far as the rules read it. */
export interface RunTask {
  readonly id: string;
  /** Of the process's task; a signer added later has the key of the task that asked for him. */
  readonly key: string;
  /** 1 for the first stage after acceptance. */
  readonly stage: number;
  readonly kind: TaskKind;
  readonly organisationId: string;
  readonly participantIds: readonly string[];
  readonly state: TaskState;
  /** 加签: who asked for this signer. */
  readonly originId: string | null;
  readonly opinion: Opinion | null;
  /** How often it was opened. */
  readonly round: number;
  /** Agreed by silence, under the item's rule. */
  readonly silent: boolean;
  readonly signedForBy: string | null;
  readonly doneBy: string | null;
  /** Something was once done about it, even if nothing of that is left: it was signed for, given back, given to somebody. */
  readonly touched: boolean;
}

/** A process under way: its tasks, and of each stage by number how many suffice. */
export interface Run {
  readonly tasks: readonly RunTask[];
  readonly joins: ReadonlyMap<number, number>;
}

/** Why an act on a task cannot be. */
export interface TaskObjection {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Tasks in which somebody still has something to do. */
const live: readonly TaskState[] = ['open', 'signedFor', 'returned'];
/** Whether a unit has it in hand, or has yet to take it. */
export const isLive = ({ state }: Pick<RunTask, 'state'>) => live.includes(state);

/** What is done in one act, without signing for the file first. */
const direct: readonly TaskKind[] = ['DECISION', 'CERTIFICATION', 'PUBLIC_NOTICE'];

/** Whether a unit, or a meeting, says in it what it thinks of the matter. */
export function isOpinion(kind: TaskKind): boolean {
  return !direct.includes(kind);
}

/** What several people do together: it ends with the conclusion of their meeting, not with one person's opinion. */
export const metFor: readonly TaskKind[] = meetingKinds;

/** The stages of a process that become tasks, numbered as they run. */
export function stagesRun({ stages }: Process): { number: number; join: number | null; tasks: ProcessTask[] }[] {
  return stages
    .map(({ tasks, join }) => ({ join: join ?? null, tasks: tasks.filter(({ kind }) => isRun(kind)) }))
    .filter(({ tasks }) => tasks.length > 0)
    .map((stage, at) => ({ number: at + 1, ...stage }));
}

function isRun(kind: ProcessTask['kind']): kind is TaskKind {
  return kind !== 'INTAKE' && kind !== 'ACCEPTANCE' && kind !== 'DELIVERY';
}

/** Of each stage by number how many of its tasks suffice; absent: all. */
export function joinsOf(outline: Process): Map<number, number> {
  return new Map(stagesRun(outline).flatMap(({ number, join }) => (join === null ? [] : [[number, join] as const])));
}

/** The run as it begins: the tasks of the first stage open, all others waiting. `organOf` says whose a task is here. */
export function openRun(
  outline: Process,
  { organOf, newId }: { organOf: (task: ProcessTask) => string; newId: () => string },
): Run {
  const tasks = stagesRun(outline).flatMap(({ number, tasks }) =>
    tasks.map(
      (task): RunTask => ({
        id: newId(),
        key: task.key,
        stage: number,
        kind: task.kind as TaskKind,
        organisationId: organOf(task),
        participantIds: task.participants ?? [],
        state: 'waiting',
        originId: null,
        opinion: null,
        round: 1,
        silent: false,
        signedForBy: null,
        doneBy: null,
        touched: false,
      }),
    ),
  );
  return advance({ tasks, joins: joinsOf(outline) });
}

/**
 * Lets the run go on as far as it can: a stage opens when every stage before it is joined. A decision that waits again
 * for something reopened closes until then; nothing else that is open is touched. Where m of n suffice, the others end,
 * and may speak again as soon as their stage is joined no longer.
 */
export function advance(run: Run): Run {
  const numbers = [...new Set(run.tasks.map(({ stage }) => stage))].toSorted((a, b) => a - b);
  const isOver = isDecided(run);
  let reached = true;
  const tasks = numbers.flatMap((number) => {
    const stage = run.tasks.filter((task) => task.stage === number);
    const suffices = isJoined(stage, run.joins.get(number));
    const joined = reached && suffices;
    const after = stage.map((task): RunTask => {
      // Before the decision nothing but a join cancels single tasks.
      if (task.state === 'cancelled' && !suffices && !isOver) return { ...task, state: 'open', signedForBy: null };
      if (!reached) return task.kind === 'DECISION' && task.state === 'open' ? { ...task, state: 'waiting' } : task;
      if (joined && (isLive(task) || task.state === 'waiting')) return { ...task, state: 'cancelled' };
      return task.state === 'waiting' ? { ...task, state: 'open' } : task;
    });
    reached = joined;
    return after;
  });
  return { ...run, tasks };
}

/**
 * All are done, or so many as suffice. Who was added as a signer, or is asked once more, is always waited for: what he
 * said is gone, and nobody else's word stands for it.
 */
function isJoined(stage: readonly RunTask[], suffices: number | undefined): boolean {
  const counted = stage.filter(({ state }) => state !== 'cancelled');
  const isDone = ({ state }: RunTask) => state === 'done';
  if (counted.every(isDone)) return true;
  if (suffices === undefined) return false;
  const isAwaited = ({ originId, round }: RunTask) => originId !== null || round > 1;
  return (
    counted.filter((task) => task.originId === null && isDone(task)).length >= suffices &&
    counted.every((task) => isDone(task) || !isAwaited(task))
  );
}

/** What may be done to one task; the words are those of the acts on a case. */
export const taskActs = {
  signFor: ['open'],
  review: ['signedFor'],
  arrange: ['signedFor'],
  returnTask: ['open', 'signedFor'],
  reopenTask: ['done'],
  reassignTask: ['open', 'signedFor', 'returned'],
  addSigner: ['open', 'signedFor'],
  decide: ['open'],
  certify: ['open'],
  postNotice: ['open'],
  closeNotice: ['open'],
} as const satisfies Record<string, readonly TaskState[]>;
export type TaskAct = keyof typeof taskActs;

/**
 * Of which tasks each act can be. A visit that is done once more may be judged from its records: the site is visited
 * once and re-checked once, and no third time (domain §4.1).
 */
function fits(act: TaskAct, { kind, round }: Pick<RunTask, 'kind' | 'round'>): boolean {
  switch (act) {
    case 'signFor':
      return isOpinion(kind);
    case 'review':
      return kind === 'REVIEW' || (round > 1 && (kind === 'SITE_VISIT' || kind === 'JOINT_SITE_VISIT'));
    case 'arrange':
      return metFor.includes(kind);
    case 'decide':
      return kind === 'DECISION';
    case 'certify':
      return kind === 'CERTIFICATION';
    case 'postNotice':
    case 'closeNotice':
      return kind === 'PUBLIC_NOTICE';
    default:
      return kind !== 'DECISION' && kind !== 'CERTIFICATION';
  }
}

/** Whether an act can be done on a task as the run stands; whose it is, the caller asks elsewhere. */
export function taskObjectionTo(act: TaskAct, run: Run, task: RunTask): TaskObjection | undefined {
  if (!fits(act, task)) return { code: 'task_of_other_kind', facts: { kind: task.kind } };
  if (!(taskActs[act] as readonly TaskState[]).includes(task.state))
    return { code: 'task_moved_on', facts: { state: task.state } };
  // What was decided stays decided: nothing that led to it opens again.
  if (act === 'reopenTask' && isDecided(run)) return { code: 'task_moved_on', facts: { state: 'decided' } };
  return undefined;
}

export function isDecided({ tasks }: Run): boolean {
  return tasks.some(({ kind, state }) => kind === 'DECISION' && state === 'done');
}

/** 签收: the unit signs for the file. */
export function signFor(run: Run, taskId: string, by: string): Run {
  return changed(run, taskId, { state: 'signedFor', signedForBy: by });
}

/** A unit, or its meeting, is done with its part; by nobody where there was nothing to say. */
export function finish(run: Run, taskId: string, { opinion, by }: { opinion: Opinion | null; by: string | null }): Run {
  return advance(changed(run, taskId, { state: 'done', opinion, doneBy: by }));
}

/** 超时默认: units let their limits pass, and the item's rule says that silence agrees; all of them at once. */
export function fallSilent(run: Run, taskIds: readonly string[]): Run {
  const silence = { state: 'done', opinion: 'agree', silent: true } as const;
  return advance({
    ...run,
    tasks: run.tasks.map((task) => (taskIds.includes(task.id) ? { ...task, ...silence, touched: true } : task)),
  });
}

/** 退回: the unit gives the task back; the lead says whose it is. */
export function giveBack(run: Run, taskId: string): Run {
  return changed(run, taskId, { state: 'returned', signedForBy: null });
}

/**
 * 重办: a finished task is done once more; its sisters keep what they said, a decision that was open waits again, and where
 * m of n had sufficed the others may speak again. A veto stands until the unit itself says something else.
 */
export function reopen(run: Run, taskId: string): Run {
  const tasks = run.tasks.map((task): RunTask => {
    if (task.id !== taskId) return task;
    const opinion = task.opinion === 'veto' ? 'veto' : null;
    const again = { state: 'open', opinion, silent: false, signedForBy: null, doneBy: null, touched: true } as const;
    return { ...task, ...again, round: task.round + 1 };
  });
  return advance({ ...run, tasks });
}

/** 改派: another organ's task from now on, to be signed for by it. */
export function reassign(run: Run, taskId: string, organisationId: string): Run {
  return changed(run, taskId, { state: 'open', organisationId, signedForBy: null });
}

/** 加签: another organ signs too, beside the unit that asked for it. */
export function addSigner(
  run: Run,
  origin: RunTask,
  { id, organisationId }: { id: string; organisationId: string },
): Run {
  const added: RunTask = {
    id,
    key: origin.key,
    stage: origin.stage,
    kind: 'REVIEW',
    organisationId,
    participantIds: [],
    state: 'open',
    originId: origin.id,
    opinion: null,
    round: 1,
    silent: false,
    signedForBy: null,
    doneBy: null,
    touched: false,
  };
  return { ...run, tasks: [...run.tasks, added] };
}

/** After a denial there is nothing to certify or to announce. */
export function endAfterDenial(run: Run): Run {
  return {
    ...run,
    tasks: run.tasks.map((task) => (isLive(task) || task.state === 'waiting' ? { ...task, state: 'cancelled' } : task)),
  };
}

/** Whether an organ has a part in a stage, alone or as a partner, beside what it does as the unit of `except`. */
export function hasPart(
  { tasks }: Run,
  { stage, organId, except }: { stage: number; organId: string; except?: string | undefined },
): boolean {
  return tasks.some(
    (task) =>
      task.stage === stage &&
      ((task.organisationId === organId && task.id !== except) || task.participantIds.includes(organId)),
  );
}

function changed(run: Run, taskId: string, change: Partial<RunTask>): Run {
  return {
    ...run,
    tasks: run.tasks.map((task) => (task.id === taskId ? { ...task, ...change, touched: true } : task)),
  };
}

/** The tasks of `after` that are new or not as they were. */
export function changesBetween(before: readonly RunTask[], after: readonly RunTask[]): RunTask[] {
  const known = new Map(before.map((task) => [task.id, task]));
  return after.filter((task) => {
    const was = known.get(task.id);
    return was === undefined || (Object.keys(task) as (keyof RunTask)[]).some((key) => task[key] !== was[key]);
  });
}

/** Tasks that began to run, or to run anew, between two moments: their clocks start. */
export function startedBetween(before: readonly RunTask[], after: readonly RunTask[]): RunTask[] {
  const known = new Map(before.map((task) => [task.id, task]));
  return after.filter((task) => beginsAnew(known.get(task.id), task));
}

/** Tasks whose clocks stop: they ended, wait again, or begin anew. */
export function stoppedBetween(before: readonly RunTask[], after: readonly RunTask[]): RunTask[] {
  const now = new Map(after.map((task) => [task.id, task]));
  return before.filter((was) => {
    const task = now.get(was.id);
    return isLive(was) && (task === undefined || !isLive(task) || beginsAnew(was, task));
  });
}

/** Opened just now: for the first time, once more, or for somebody else. */
function beginsAnew(was: RunTask | undefined, task: RunTask): boolean {
  if (task.state !== 'open') return false;
  return was?.state !== 'open' || was.round !== task.round || was.organisationId !== task.organisationId;
}

/** The state of an accepted case whose limit runs, derived from its tasks (design §6). */
export function stateOfRun(
  tasks: readonly Pick<RunTask, 'kind' | 'state' | 'touched'>[],
): 'ACCEPTED' | 'IN_REVIEW' | 'DECIDING' | 'CERTIFYING' | 'DELIVERING' {
  const here = tasks.filter(({ state }) => live.includes(state));
  const decision = tasks.find(({ kind }) => kind === 'DECISION');
  if (decision === undefined || decision.state === 'done') return here.length > 0 ? 'CERTIFYING' : 'DELIVERING';
  if (decision.state === 'open') return 'DECIDING';
  // Accepted, until the first unit has taken the file; never again after that.
  return tasks.some(({ touched }) => touched) ? 'IN_REVIEW' : 'ACCEPTED';
}

/** The units that owe something now; nobody's task is ever nobody's. A task that was given back is the lead's. */
export function ownersOf(tasks: readonly RunTask[], leadId: string): string[] {
  return [
    ...new Set(
      tasks.filter(isLive).map(({ state, organisationId }) => (state === 'returned' ? leadId : organisationId)),
    ),
  ];
}

/** Units whose disagreement binds the decision, those among them who are asked once more. */
export function vetoesOf({ tasks }: Run): RunTask[] {
  return tasks.filter(({ state, opinion }) => state !== 'cancelled' && opinion === 'veto');
}
