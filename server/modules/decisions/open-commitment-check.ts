import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { fallDue } from './commitment.store.ts';

/** The verification of a commitment is at hand: it stands among the organ's tasks from now on. */
export async function openCommitmentCheck(tx: Tx, { caseId }: { caseId: string }, call: Call): Promise<void> {
  if (await fallDue(tx, call.district, caseId))
    append(tx, call, { subject: { kind: 'case', id: caseId }, act: 'case.commitmentCheckDue' });
}
