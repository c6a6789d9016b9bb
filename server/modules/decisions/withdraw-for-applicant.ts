import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { actingOf, admitAct } from '../cases/index.ts';
import { findMandateForAct, type StaffCall } from '../people/index.ts';
import { endByWithdrawal } from './end-by-withdrawal.ts';
import type { WithdrawalSigner } from './ending-paper.rules.ts';

export interface WithdrawForApplicant {
  readonly caseId: string;
  readonly signer: WithdrawalSigner;
  readonly reason?: string;
  readonly returned: readonly string[];
}

/**
 * 窗口撤回: the applicant stands at the window, or his agent within a mandate that still stands, and signs the request on
 * paper; his originals go back. Only before the decision. Refuses: decision_made, mandate_missing, mandate_ended,
 * material_unknown.
 */
export async function withdrawForApplicant(
  tx: Tx,
  { caseId, signer, reason, returned }: WithdrawForApplicant,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'withdrawForApplicant', caseId, call);
  if (signer === 'agent') {
    const acting = actingOf(theCase);
    if (acting === undefined) throw new Refusal('mandate_missing', {}, [{ field: 'signer', code: 'mandate_missing' }]);
    const mandate = await findMandateForAct(tx, call.district, { ...acting, today: call.today });
    if (mandate === undefined) throw new Refusal('mandate_ended', {}, [{ field: 'signer', code: 'mandate_ended' }]);
  }
  return endByWithdrawal(tx, theCase, { signer, returned, signedAt: null, ...(reason && { reason }) }, call);
}
