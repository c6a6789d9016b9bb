import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from './caller.store.ts';
import { termFaults } from './mandate.rules.ts';
import { writeMandate } from './write-mandate.ts';

/**
 * A clerk saw a signed mandate 委托书 on paper: it holds for the one case that he takes in, from today (CC 165).
 * Refuses: mandate_to_oneself, and a last day that is past or too far (invalid_input at `untilDay`).
 */
export async function recordWindowMandate(
  tx: Tx,
  input: { principalId: string; agentId: string; itemId: string; caseId: string; untilDay: string },
  call: StaffCall,
): Promise<{ mandateId: string }> {
  const { principalId, agentId, itemId, caseId, untilDay } = input;
  if (principalId === agentId) throw new Refusal('mandate_to_oneself');
  const fromDay = call.today.toString();
  const faults = termFaults({ fromDay, untilDay }, call.today);
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  const terms = { itemIds: [itemId], fromDay, untilDay, channel: 'WINDOW', scope: 'apply', caseId } as const;
  return writeMandate(tx, { id: newId(), principalId, agentId, ...terms }, call);
}
