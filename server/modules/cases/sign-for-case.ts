import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitAct } from './admit-act.ts';
import type { CaseReference } from './case.queries.ts';
import { stateOfTasks } from './case.rules.ts';
import { getTasks, saveCase, saveTask } from './case.store.ts';

/** 签收: the department signs for the file and begins its review. */
export async function signForCase(tx: Tx, { caseId }: { caseId: string }, call: StaffCall): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'signFor', caseId, call);
  const tasks = await getTasks(tx, call.district, caseId, theCase.key);
  const task = tasks.find(
    ({ kind, state, organisationId }) =>
      kind === 'review' && state === 'open' && organisationId === call.staff.post?.organId,
  );
  if (task === undefined) throw new Refusal('not_found');
  const after = tasks.map((each) => (each.id === task.id ? { ...each, state: 'signedFor' as const } : each));
  await Promise.all([
    saveTask(tx, call.district, theCase.key, {
      id: task.id,
      state: 'signedFor',
      signedForBy: call.staff.id,
      at: call.now,
    }),
    saveCase(tx, call.district, { ...theCase, state: stateOfTasks(after) }),
  ]);
  append(tx, call, { subject: { kind: 'case', id: caseId }, act: 'case.signedFor', place: task.organisationId });
  return { caseId };
}
