import type { Tx } from '../../platform/database/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { endByTermination, type Termination } from './end-by-termination.ts';

/**
 * 终止办理: the deciding organ ends a matter that cannot be decided, on a ground of the closed list and before the decision,
 * with reasons and remedies. Refuses: decision_made, ground_missing, reason_missing, material_unknown.
 */
export async function terminateCase(
  tx: Tx,
  { caseId, ...termination }: Termination & { readonly caseId: string },
  call: StaffCall,
): Promise<CaseReference> {
  return endByTermination(tx, await admitAct(tx, 'terminate', caseId, call), termination, call);
}
