import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct, getDeliveryAgents, planTelling, saveCase } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';

/** Hands the result to a village agent of the applicant's village or its neighbours in the township; he alone may then carry it. */
export async function assignDelivery(
  tx: Tx,
  { caseId, postId }: { caseId: string; postId: string },
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'assignDelivery', caseId, call);
  const agent = (await getDeliveryAgents(tx, call, theCase)).find((candidate) => candidate.postId === postId);
  if (agent === undefined) throw new Refusal('agent_missing');
  saveCase(tx, call.district, { ...theCase, deliveryPostId: postId });
  append(tx, call, { subject: { kind: 'case', id: caseId }, act: 'case.deliveryAssigned', facts: { postId } });
  planTelling(tx, call, caseId, { template: 'deliveryAssigned', facts: { agent: agent.title.zh } });
  return { caseId };
}
