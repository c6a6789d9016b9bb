import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { admitAct, getParties } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';

export interface RevealNumber {
  readonly caseId: string;
  readonly partyId: string;
  readonly field: 'number' | 'phone';
  readonly reason: string;
}

/** Shows a masked number in full. That it was seen stands in the ledger, why in the access log, sealed. */
export async function revealNumber(tx: Tx, input: RevealNumber, call: StaffCall): Promise<RevealNumber> {
  const theCase = await admitAct(tx, 'reveal', input.caseId, call);
  if (input.reason.trim() === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  const party = (await getParties(tx, call.district, input.caseId, theCase.key)).find(({ id }) => id === input.partyId);
  if (party?.[input.field] == null) throw new Refusal('not_found');
  append(tx, call, {
    subject: { kind: 'case', id: input.caseId },
    act: 'case.revealed',
    facts: { partyId: input.partyId, field: input.field },
  });
  call.effects.log.push({
    kind: 'reveal',
    subjectId: input.caseId,
    code: 'case.revealed',
    sealedNote: seal(theCase.key, input.reason.trim().slice(0, 200)),
  });
  return { ...input, reason: '' };
}
