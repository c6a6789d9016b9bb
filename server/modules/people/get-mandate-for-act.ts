import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { actRefusal } from './mandate.rules.ts';
import { holdMandate, type Mandate } from './mandate.store.ts';

/**
 * The mandate by which an agent begins something now, held until the act is over: a revocation at the same moment comes
 * wholly before it or wholly after it. A paper that a window saw for one case begins no other. Refuses: mandate_missing, mandate_ended, mandate_not_for_this.
 */
export async function getMandateForAct(
  tx: Tx,
  district: string,
  mandateId: string,
  { agentId, itemId, today }: { agentId: string; itemId: string; today: Temporal.PlainDate },
): Promise<Mandate> {
  const mandate = await holdMandate(tx, district, mandateId);
  if (mandate === undefined || mandate.agentId !== agentId) throw new Refusal('mandate_missing');
  const refusal = actRefusal(mandate, itemId, today);
  if (refusal !== undefined) throw new Refusal(refusal);
  if (mandate.caseId !== null) throw new Refusal('mandate_not_for_this');
  return mandate;
}
