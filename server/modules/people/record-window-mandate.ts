import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from './caller.store.ts';
import { paperFaults } from './mandate.rules.ts';
import { writeMandate } from './write-mandate.ts';

/**
 * A clerk saw a signed mandate 委托书 on paper: it holds for the one case that he takes in, from the day on the paper (CC 165).
 * What counts is whether it held when it was shown, `shownDay`: a letter's on the day on which that arrived.
 * Refuses: mandate_to_oneself, and days on which nobody could have acted by it (invalid_input at `signedDay`, `untilDay`).
 */
export async function recordWindowMandate(
  tx: Tx,
  input: {
    principalId: string;
    agentId: string;
    itemId: string;
    caseId: string;
    signedDay: string;
    untilDay: string;
    shownDay: Temporal.PlainDate;
  },
  call: StaffCall,
): Promise<{ mandateId: string }> {
  const { principalId, agentId, itemId, caseId, signedDay, untilDay, shownDay } = input;
  if (principalId === agentId) throw new Refusal('mandate_to_oneself');
  const faults = paperFaults({ signedDay, untilDay }, shownDay);
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  const terms = { itemIds: [itemId], fromDay: signedDay, untilDay, channel: 'WINDOW', scope: 'apply', caseId } as const;
  return writeMandate(tx, { id: newId(), principalId, agentId, ...terms }, call);
}
