import type { CaseState } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { addFactToClocks } from '../deadlines/index.ts';
import { endMandatesOfCase } from '../people/index.ts';
import { endAfterDenial, saveTasks } from '../tasks/index.ts';
import { type Case, saveCase } from './case.store.ts';
import { planCaseEnded } from './plan-case-ended.ts';
import { runOf } from './viewer.rules.ts';

/** Ends a case before any decision: every clock stops, nobody owes anything any more, mandates for it end. */
export async function endCase(
  tx: Tx,
  theCase: Case,
  { state }: { state: Extract<CaseState, 'WITHDRAWN' | 'WITHDRAWN_DEEMED' | 'TERMINATED'> },
  call: Call,
): Promise<Case> {
  const version = await getItemVersion(tx, call.district, theCase.itemVersionId);
  const ended = new Set(
    theCase.tasks.filter(({ state }) => state !== 'done' && state !== 'cancelled').map(({ id }) => id),
  );
  const run = endAfterDenial(runOf(theCase, version));
  const tasks = theCase.tasks.map((task, at) => ({ ...task, ...run.tasks[at], signDueDay: null }));
  const subjects = [{ kind: 'case', id: theCase.id }, ...[...ended].map((id) => ({ kind: 'task', id }))];
  const after: Case = {
    ...theCase,
    state,
    tasks,
    completedAt: call.now.toString(),
    procedureId: null,
    owedMaterials: 0,
    supplyDueDay: null,
    duePurpose: null,
    dueDay: null,
    dueProvisional: false,
    statutoryDueDay: null,
    promisedDueDay: null,
  };
  await Promise.all([
    addFactToClocks(tx, call.district, { subjects }, { kind: 'stop', day: call.today, at: call.now }),
    endMandatesOfCase(tx, { caseId: theCase.id }, call),
  ]);
  saveTasks(
    tx,
    call.district,
    theCase.id,
    tasks.filter(({ id }) => ended.has(id)),
  );
  saveCase(tx, call.district, after);
  planCaseEnded(tx, call, theCase.id);
  return after;
}
