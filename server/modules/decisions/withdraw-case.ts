import type { Tx } from '../../platform/database/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { actingOf, admitAct } from '../cases/index.ts';
import type { ResidentCall } from '../people/index.ts';
import { endByWithdrawal } from './end-by-withdrawal.ts';

/** The applicant, or who acts for him by a mandate, takes the application back before the decision; what runs stops. */
export async function withdrawCase(tx: Tx, { caseId }: { caseId: string }, call: ResidentCall): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'withdraw', caseId, call);
  const isAgent = actingOf(theCase)?.agentId === call.resident.id;
  const signedAt = call.now.toString();
  return endByWithdrawal(tx, theCase, { signer: isAgent ? 'agent' : 'applicant', returned: [], signedAt }, call);
}
