import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitAct } from './admit-act.ts';
import type { CaseReference } from './case.queries.ts';
import { stateOfTasks } from './case.rules.ts';
import { getTasks, saveCase, saveTask, type Task } from './case.store.ts';

export interface ReviewCase {
  readonly caseId: string;
  readonly opinion: 'agree' | 'disagree';
  readonly text: string;
}

/** The reviewer writes an opinion, once; the decision is then another person's. Refuses: same_person. */
export async function reviewCase(
  tx: Tx,
  { caseId, opinion, text }: ReviewCase,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'review', caseId, call);
  const tasks = await getTasks(tx, call.district, caseId, theCase.key);
  const task = tasks.find(
    ({ kind, state, organisationId }) =>
      kind === 'review' && state === 'signedFor' && organisationId === call.staff.post?.organId,
  );
  if (task === undefined) throw new Refusal('not_found');
  const done = { id: task.id, state: 'done', doneBy: call.staff.id, at: call.now, opinion, text } as const;
  const reviewed: Task[] = tasks.map((each) => (each.id === task.id ? { ...each, state: 'done' } : each));
  const isOver = reviewed.every(({ kind, state }) => kind !== 'review' || state === 'done' || state === 'cancelled');
  const next = isOver ? reviewed.find(({ kind, state }) => kind === 'decision' && state === 'waiting') : undefined;
  const after: Task[] = reviewed.map((each) => (each === next ? { ...each, state: 'open' } : each));
  await Promise.all([
    saveTask(tx, call.district, theCase.key, done),
    ...(next === undefined
      ? []
      : [saveTask(tx, call.district, theCase.key, { id: next.id, state: 'open', at: call.now })]),
    saveCase(tx, call.district, { ...theCase, state: stateOfTasks(after), reviewedBy: call.staff.id }),
  ]);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.reviewed',
    place: task.organisationId,
    facts: { opinion },
  });
  return { caseId };
}
