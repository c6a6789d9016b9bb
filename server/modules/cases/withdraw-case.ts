import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { getClocks, stopClock } from '../deadlines/index.ts';
import { endMandatesOfCase, type ResidentCall } from '../people/index.ts';
import { admitAct } from './admit-act.ts';
import type { CaseReference } from './case.queries.ts';
import { cancelTasks, saveCase } from './case.store.ts';

/** The applicant takes the application back before the decision; what runs stops. */
export async function withdrawCase(tx: Tx, { caseId }: { caseId: string }, call: ResidentCall): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'withdraw', caseId, call);
  const clocks = await getClocks(tx, call.district, { kind: 'case', id: caseId });
  for (const clock of clocks.filter(({ state }) => state !== 'stopped'))
    await stopClock(tx, { district: call.district, clock: { clockId: clock.clockId }, day: call.today, at: call.now });
  await Promise.all([
    cancelTasks(tx, call.district, caseId),
    endMandatesOfCase(tx, { caseId }, call),
    saveCase(tx, call.district, {
      ...theCase,
      state: 'WITHDRAWN',
      completedAt: call.now.toString(),
      duePurpose: null,
      dueDay: null,
      dueProvisional: false,
      statutoryDueDay: null,
      promisedDueDay: null,
    }),
  ]);
  append(tx, call, { subject: { kind: 'case', id: caseId }, act: 'case.withdrawn' });
  return { caseId };
}
