import type { ProcessTask } from '../../../contract/catalogue.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { type ItemVersion, processOf } from '../catalogue/index.ts';
import {
  addFactToClocks,
  addWorkingDays,
  type Clock,
  getClocks,
  type Limit,
  loadCalendar,
  type Subject,
  startClocks,
} from '../deadlines/index.ts';
import { signForLimit } from '../people/index.ts';
import {
  changesBetween,
  insertTaskNote,
  type Run,
  type RunTask,
  saveTasks,
  startedBetween,
  stoppedBetween,
  type Task,
  type TaskNote,
} from '../tasks/index.ts';
import { stateOfCase } from './case.rules.ts';
import { type Case, saveCase } from './case.store.ts';

export interface Advance {
  /** The case as it was locked, with whatever else the act changes of it. */
  readonly theCase: Case;
  readonly version: ItemVersion;
  /** The run as the act leaves it. */
  readonly run: Run;
  /** Purposes of the case's own clocks that end with the act. */
  readonly ends?: readonly string[];
  /** What somebody wrote about one of its tasks. */
  readonly note?: Pick<TaskNote, 'taskId' | 'what' | 'text' | 'staffId'>;
  /** Tasks whose silence is reported now. */
  readonly reported?: readonly string[];
  /** Tasks of which it is reported now that nobody signed for the file in time. */
  readonly signReported?: readonly string[];
}

/**
 * Writes what an act leaves of a case's run, however many tasks it moved: each that begins gets its clock and the days to
 * sign for the file, each that ends loses them, the state of the case follows. One flight, whatever the number;
 * one more where a task begins anew.
 */
export async function advanceCase(
  tx: Tx,
  { theCase, version, run, ends = [], note, reported = [], signReported = [] }: Advance,
  call: Call,
): Promise<Case> {
  const before = theCase.tasks;
  const changed = new Set([...changesBetween(before, run.tasks).map(({ id }) => id), ...reported, ...signReported]);
  const started = startedBetween(before, run.tasks);
  const begun = new Set(started.map(({ id }) => id));
  const stopped = stoppedBetween(before, run.tasks);
  const known = new Map(before.map((task) => [task.id, task]));
  const left = run.tasks.filter(({ id, state }) => {
    return (state === 'signedFor' || state === 'returned') && known.get(id)?.state === 'open';
  });
  // A task's days are those of its clocks: one without any has none to stop.
  const counted = new Set(
    before.flatMap(({ id, dueDay, signDueDay }) => ((dueDay ?? signDueDay) === null ? [] : [id])),
  );
  const clocksOf = (tasks: readonly RunTask[]) => tasks.flatMap(({ id }) => (counted.has(id) ? [subjectOf(id)] : []));
  const ending = ends.length === 0 ? [] : [{ kind: 'case', id: theCase.id }];
  const stopping = Promise.all([
    stopClocks(tx, [...ending, ...clocksOf(stopped)], [...ends, 'task', 'signFor'], call),
    stopClocks(tx, clocksOf(left), ['signFor'], call),
  ]);
  const opening = async () => {
    // The clocks of a task that begins anew end before its new ones begin.
    if (stopped.some(({ id }) => begun.has(id))) await stopping;
    const days = await startTaskClocks(tx, { theCase, version, started }, call);
    const tasks = run.tasks.map((task) => {
      const kept = stored(
        task,
        { was: known.get(task.id), days: begun.has(task.id) ? (days.get(task.id) ?? {}) : undefined },
        call,
      );
      return {
        ...kept,
        ...(reported.includes(task.id) && { escalatedAt: call.now.toString() }),
        ...(signReported.includes(task.id) && { signReportedAt: call.now.toString() }),
      };
    });
    const moved = tasks.filter(({ id }) => changed.has(id));
    const about = tasks.find(({ id }) => id === note?.taskId);
    saveTasks(tx, call.district, theCase.id, moved);
    if (note !== undefined && about !== undefined && note.text !== '')
      insertTaskNote(tx, call.district, theCase, {
        ...note,
        round: about.round,
        // Who gave it back, or said why, speaks for the unit that had it.
        organisationId: known.get(about.id)?.organisationId ?? about.organisationId,
        writtenAt: call.now.toString(),
      });
    return tasks;
  };
  const after = { ...theCase, state: stateOfCase({ ...theCase, run }) };
  saveCase(tx, call.district, after);
  const [tasks] = await Promise.all([opening(), stopping]);
  return { ...after, tasks };
}

/** What a run's new tasks are called in the clocks. */
const subjectOf = (taskId: string) => ({ kind: 'task', id: taskId });

interface TaskDays {
  readonly dueDay?: string;
  readonly signDueDay?: string;
}

/**
 * Starts the clocks of tasks that begin today, all in one statement, and says where they end. While the case stands still
 * they stand still with it.
 */
async function startTaskClocks(
  tx: Tx,
  { theCase, version, started }: Pick<Advance, 'theCase' | 'version'> & { started: readonly RunTask[] },
  call: Call,
): Promise<Map<string, TaskDays>> {
  if (started.length === 0) return new Map();
  const process = processOf(version);
  const byKey = new Map(process.stages.flatMap(({ tasks }) => tasks.map((task) => [task.key, task] as const)));
  const signing = started.some(isSignedFor) ? await signForLimit(tx, call.district) : undefined;
  const clocks = started.flatMap((task) => {
    const limit = limitOf(byKey.get(task.key), version);
    return [
      ...(limit === undefined ? [] : [{ task, purpose: 'task', limit }]),
      ...(signing !== undefined && isSignedFor(task) ? [{ task, purpose: 'signFor', limit: signing }] : []),
    ];
  });
  const views = await startClocks(
    tx,
    call.district,
    clocks.map(({ task, purpose, limit }) => ({
      subject: subjectOf(task.id),
      purpose,
      limits: { promised: limit },
      startDay: call.today,
      at: call.now,
    })),
  );
  const standing = theCase.procedureId === null ? [] : await standStill(tx, theCase, started, call);
  const days = new Map<string, TaskDays>();
  const note = (taskId: string, purpose: string, due: string) =>
    days.set(taskId, { ...days.get(taskId), ...(purpose === 'task' ? { dueDay: due } : { signDueDay: due }) });
  for (const [at, { task, purpose }] of clocks.entries()) {
    const due = views[at]?.dueDay;
    if (due !== undefined) note(task.id, purpose, due);
  }
  for (const { subject, purpose, dueDay } of standing) note(subject.id, purpose, dueDay);
  return days;
}

/** The clocks of tasks that begin during a special procedure stand still for its ground, to the day that the applicant was told. */
async function standStill(
  tx: Tx,
  theCase: Pick<Case, 'id'>,
  started: readonly RunTask[],
  call: Call,
): Promise<Clock[]> {
  const [clocks, calendar] = await Promise.all([
    getClocks(tx, call.district, { kind: 'case', id: theCase.id }),
    loadCalendar(tx, call.district),
  ]);
  const clock = clocks.findLast(({ purpose }) => purpose === 'decision');
  const pause = clock?.facts.findLast((fact) => fact.kind === 'pause');
  if (pause === undefined) throw new Error('A case in a special procedure has a clock that stands still.');
  const { ground, basis, neededDays = 0 } = pause;
  const expected = addWorkingDays(pause.day, neededDays, calendar);
  const isReached = (days: number) =>
    Temporal.PlainDate.compare(addWorkingDays(call.today, days, calendar), expected) >= 0;
  let left = 0;
  while (left < neededDays && !isReached(left)) left += 1;
  return addFactToClocks(
    tx,
    call.district,
    { subjects: started.map(({ id }) => subjectOf(id)) },
    { kind: 'pause', day: call.today, at: call.now, ground, neededDays: left, ...(basis && { basis }) },
  );
}

/** A task's own limit stands in the guide like the promise that it is a part of. */
function limitOf(task: ProcessTask | undefined, version: ItemVersion): Limit | undefined {
  if (task?.limit === undefined) return undefined;
  return { ...task.limit, basis: { guide: version.content.name.zh } };
}

/** 签收: whether the file of such a task goes to a unit that signs for it. */
function isSignedFor({ kind }: RunTask): boolean {
  return kind !== 'DECISION' && kind !== 'CERTIFICATION' && kind !== 'PUBLIC_NOTICE';
}

function stopClocks(tx: Tx, subjects: readonly Subject[], purposes: readonly string[], call: Call) {
  const fact = { kind: 'stop', day: call.today, at: call.now } as const;
  return addFactToClocks(tx, call.district, { subjects, purposes }, fact);
}

/** A task as it is kept: what the run says, with the days and instants of this act. */
function stored(task: RunTask, { was, days }: { was: Task | undefined; days: TaskDays | undefined }, call: Call): Task {
  const at = call.now.toString();
  const isNew = days !== undefined || was === undefined;
  return {
    ...task,
    openedAt: days !== undefined ? (was?.openedAt ?? at) : (was?.openedAt ?? null),
    signedForAt: task.signedForBy === null ? null : was?.signedForBy === task.signedForBy ? was.signedForAt : at,
    doneAt: task.state !== 'done' ? null : was?.state === 'done' ? was.doneAt : at,
    dueDay: isNew ? (days?.dueDay ?? null) : was.dueDay,
    signDueDay: task.state !== 'open' ? null : isNew ? (days?.signDueDay ?? null) : was.signDueDay,
    escalatedAt: isNew ? null : was.escalatedAt,
    signReportedAt: isNew ? null : was.signReportedAt,
  };
}
