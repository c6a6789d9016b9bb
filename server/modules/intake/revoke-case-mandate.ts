import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { actingOf, admitAct } from '../cases/index.ts';
import { revokeMandatesForAct, type StaffCall } from '../people/index.ts';

/**
 * The principal stands at the window and takes back every mandate by which the agent may act in this case (CC 173): he
 * needs no account for it. The reason stays sealed in the access log. Refuses: reason_missing, mandate_ended.
 */
export async function revokeCaseMandate(
  tx: Tx,
  { caseId, reason }: { caseId: string; reason: string },
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'revokeMandate', caseId, call);
  if (reason.trim() === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  const acting = actingOf(theCase);
  const revoked = acting === undefined ? [] : await revokeMandatesForAct(tx, acting, call);
  if (revoked.length === 0) throw new Refusal('mandate_ended');
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.mandateRevoked',
    ...(theCase.intakeCenterId && { place: theCase.intakeCenterId }),
    facts: { mandates: revoked },
  });
  call.effects.log.push({
    kind: 'read',
    subjectId: caseId,
    code: 'case.mandateRevoked',
    sealedNote: seal(theCase.key, reason.trim()),
  });
  return { caseId };
}
