import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ResidentCall } from './caller.store.ts';
import { readIdentity, sameName, tidyNumber } from './identity.rules.ts';
import { termFaults } from './mandate.rules.ts';
import { findVerifiedResident } from './resident.store.ts';
import { writeMandate } from './write-mandate.ts';

/**
 * A resident entrusts another with his matters: agent, matters and period are named, and the verified account is the
 * signature (CC 165). One sentence answers both for a person who is not verified here and for one whose name does not
 * agree, so that it tells nobody who is registered. Refuses: verified_needed, mandate_to_oneself.
 */
export async function giveMandate(
  tx: Tx,
  input: { name: string; residentNumber: string; itemIds?: readonly string[]; fromDay?: string; untilDay: string },
  call: ResidentCall,
): Promise<{ mandateId: string }> {
  if (call.resident.assurance !== 'verified') throw new Refusal('verified_needed');
  const named = readIdentity({ name: input.name, residentNumber: tidyNumber(input.residentNumber) }, call.today);
  const { fromDay = call.today.toString(), untilDay } = input;
  const faults = termFaults({ fromDay, untilDay }, call.today);
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  const agent = await findVerifiedResident(tx, call.district, named.residentNumber);
  if (agent?.id === call.resident.id) throw new Refusal('mandate_to_oneself');
  if (agent?.identity === undefined || !sameName(agent.identity.name, named.name))
    throw new Refusal('invalid_input', {}, [{ field: 'residentNumber', code: 'agent_unknown' }]);
  const mandate = {
    id: newId(),
    principalId: call.resident.id,
    agentId: agent.id,
    itemIds: input.itemIds === undefined ? null : [...new Set(input.itemIds)],
    fromDay,
    untilDay,
    channel: 'ONLINE',
    scope: 'apply',
    caseId: null,
  } as const;
  return writeMandate(tx, mandate, call);
}
