import type { Process } from '../../../contract/catalogue.ts';
import {
  addSigner,
  endAfterDenial,
  fallSilent,
  finish,
  giveBack,
  joinsOf,
  type Opinion,
  openRun,
  type Run,
  reassign,
  reopen,
  signFor,
} from './run.rules.ts';

/** One row of a case's chain, as far as it moves the run. */
export interface RunRow {
  readonly act: string;
  readonly actorId: string | null;
  readonly place: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

const text = ({ facts }: RunRow, name: string): string => String(facts[name] ?? '');
const list = ({ facts }: RunRow, name: string): string[] => (facts[name] ?? []) as string[];

const done = (run: Run, row: RunRow, opinion: Opinion | null) =>
  finish(run, text(row, 'taskId'), { opinion, by: row.actorId });

/** What each act of the ledger did to the run; every other act left it as it was. */
const movedBy: Readonly<Record<string, (run: Run, row: RunRow, outline: Process) => Run>> = {
  'case.accepted': begun,
  'case.acceptedTolerated': begun,
  'case.deemedAccepted': begun,
  'case.acceptanceTakenBack': (run) => ({ ...run, tasks: [] }),
  'case.signedFor': (run, row) => signFor(run, text(row, 'taskId'), row.actorId ?? ''),
  'case.reviewed': (run, row) => done(run, row, text(row, 'opinion') as Opinion),
  'case.taskReturned': (run, row) => giveBack(run, text(row, 'taskId')),
  'case.taskReopened': (run, row) => reopen(run, text(row, 'taskId')),
  'case.taskReassigned': (run, row) => reassign(run, text(row, 'taskId'), row.place ?? ''),
  'case.signerAdded': (run, row) => {
    const origin = run.tasks.find(({ id }) => id === text(row, 'originId'));
    if (origin === undefined) throw new Error('A signer is added beside a task of the case.');
    return addSigner(run, origin, { id: text(row, 'taskId'), organisationId: row.place ?? '' });
  },
  'case.recused': (run, row) => {
    const organOf = new Map(run.tasks.map(({ id, organisationId }) => [id, organisationId]));
    const freed = list(row, 'freedTasks').reduce((each, id) => reassign(each, id, organOf.get(id) ?? ''), run);
    return list(row, 'returnedTasks').reduce(giveBack, freed);
  },
  'case.tasksLate': (run, row) => fallSilent(run, list(row, 'silentTasks')),
  // A visit that asks for a re-check leaves its task open.
  'case.meetingConcluded': (run, row) =>
    text(row, 'outcome') === 'recheck' ? run : done(run, row, text(row, 'outcome') as Opinion),
  // Nobody asked to be heard: the task is done by nobody.
  'case.hearingNotRequested': (run, row) => finish(run, text(row, 'taskId'), { opinion: null, by: null }),
  'case.noticeClosed': (run, row) => done(run, row, (row.facts['opinion'] ?? null) as Opinion | null),
  'case.granted': (run, row) => done(run, row, 'agree'),
  'case.denied': (run, row) => endAfterDenial(done(run, row, 'disagree')),
  'case.certified': (run, row) => done(run, row, null),
  // The law renewed: what was still to be examined or decided falls away.
  'case.deemedRenewed': endAfterDenial,
  'case.withdrawn': endAfterDenial,
  'case.deemedWithdrawn': endAfterDenial,
  'case.terminated': endAfterDenial,
};

/** An acceptance says which tasks it opened and whose they are, in the order of the process. */
function begun(_: Run, row: RunRow, outline: Process): Run {
  const ids = list(row, 'tasks')[Symbol.iterator]();
  const organs = list(row, 'organs')[Symbol.iterator]();
  return openRun(outline, { newId: () => ids.next().value ?? '', organOf: () => organs.next().value ?? '' });
}

/** The run that the rows of a case's chain lead to, from nothing but them and the process of its version. */
export function replay(outline: Process, rows: readonly RunRow[]): Run {
  const unopened: Run = { tasks: [], joins: joinsOf(outline) };
  return rows.reduce((run, row) => movedBy[row.act]?.(run, row, outline) ?? run, unopened);
}
