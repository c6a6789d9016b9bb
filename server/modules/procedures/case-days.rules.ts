import type { Case } from '../cases/index.ts';
import type { Clock } from '../deadlines/index.ts';

/** The clocks that a case and its live tasks have: what a procedure stops, and what goes on after it. */
export function subjectsOf({ id, tasks }: Pick<Case, 'id' | 'tasks'>): { kind: string; id: string }[] {
  const live = tasks.filter(({ state }) => state === 'open' || state === 'signedFor' || state === 'returned');
  return [{ kind: 'case', id }, ...live.map((task) => ({ kind: 'task', id: task.id }))];
}

/** The clock of a case's decision among clocks that an act changed. */
export function decisionAmong(clocks: readonly Clock[]): Clock | undefined {
  return clocks.find(({ subject, purpose }) => subject.kind === 'case' && purpose === 'decision');
}

/** The case with the days of its decision clock as its own. */
export function withDays(
  theCase: Case,
  clock: Pick<Clock, 'dueDay' | 'provisional' | 'statutoryDueDay' | 'promisedDueDay'>,
): Case {
  return {
    ...theCase,
    duePurpose: 'decision',
    dueDay: clock.dueDay,
    dueProvisional: clock.provisional,
    statutoryDueDay: clock.statutoryDueDay ?? null,
    promisedDueDay: clock.promisedDueDay ?? null,
  };
}

/** The days of tasks among clocks that an act changed. */
export function taskDaysAmong(clocks: readonly Clock[]): { taskId: string; clock: Clock }[] {
  return clocks.flatMap((clock) => (clock.subject.kind === 'task' ? [{ taskId: clock.subject.id, clock }] : []));
}
