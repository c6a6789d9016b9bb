import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ResidentCall } from './caller.store.ts';
import { mandateState } from './mandate.rules.ts';
import { lockMandate } from './mandate.store.ts';
import { writeRevocation } from './write-revocation.ts';

/**
 * The principal revokes a mandate, or the agent lays it down (CC 173): the next act by it is refused, what was done by
 * it stays. A second time changes nothing. Refuses: not_found, mandate_ended (it ran out by itself).
 */
export async function revokeMandate(
  tx: Tx,
  { mandateId }: { mandateId: string },
  call: ResidentCall,
): Promise<{ mandateId: string }> {
  const mandate = await lockMandate(tx, call.district, mandateId);
  const by = mandate?.principalId === call.resident.id ? 'principal' : 'agent';
  if (mandate === undefined || (by === 'agent' && mandate.agentId !== call.resident.id)) throw new Refusal('not_found');
  const state = mandateState(mandate, call.today);
  if (state === 'revoked') return { mandateId };
  if (state === 'ended') throw new Refusal('mandate_ended');
  await writeRevocation(tx, { mandateId, by }, call);
  return { mandateId };
}
