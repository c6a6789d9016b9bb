import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { saveEndOfCase } from './mandate.store.ts';

/** A paper that a window saw for one case has done its work when the case is over (CC 173: the matter is completed). */
export async function endMandatesOfCase(tx: Tx, { caseId }: { caseId: string }, call: Call): Promise<void> {
  for (const id of await saveEndOfCase(tx, call.district, caseId, call.now))
    append(tx, call, { subject: { kind: 'mandate', id }, act: 'mandate.ended', facts: { caseId } });
}
