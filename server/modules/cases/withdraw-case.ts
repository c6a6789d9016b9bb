import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { ResidentCall } from '../people/index.ts';
import { admitAct } from './admit-act.ts';
import type { CaseReference } from './case.queries.ts';
import { endCase } from './end-case.ts';

/** The applicant takes the application back before the decision; what runs stops. */
export async function withdrawCase(tx: Tx, { caseId }: { caseId: string }, call: ResidentCall): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'withdraw', caseId, call);
  await endCase(tx, theCase, { state: 'WITHDRAWN' }, call);
  append(tx, call, { subject: { kind: 'case', id: caseId }, act: 'case.withdrawn' });
  return { caseId };
}
