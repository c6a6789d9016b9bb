import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import type { Case, CaseReference } from '../cases/index.ts';
import { endCase, getMatter, planTelling } from '../cases/index.ts';
import { issueDocument } from '../documents/index.ts';
import { type WithdrawalSigner, withdrawalRequest } from './ending-paper.rules.ts';
import { getReturned } from './returned-material.queries.ts';

export interface Withdrawal {
  readonly signer: WithdrawalSigner;
  readonly reason?: string;
  /** Keys of the materials whose originals go back. */
  readonly returned: readonly string[];
  /** Online the act is the signature; on paper a line stays for the pen. */
  readonly signedAt: string | null;
}

/**
 * 撤回: the request is filled in and kept, every clock stops, nobody owes anything any more. The applicant's own paper goes
 * to nobody, and needs no service. Refuses: material_unknown.
 */
export async function endByWithdrawal(
  tx: Tx,
  theCase: Case,
  { signer, reason, returned, signedAt }: Withdrawal,
  call: Call,
): Promise<CaseReference> {
  const matter = await getMatter(tx, call, theCase);
  const names = await getReturned(tx, matter, returned, call);
  await endCase(tx, theCase, { state: 'WITHDRAWN' }, call);
  const paper = await issueDocument(
    tx,
    {
      organ: matter.acceptingOrgan,
      subject: { kind: 'case', id: theCase.id },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: withdrawalRequest(matter, {
        requestedDay: call.today.toString(),
        reason: reason?.trim() || null,
        returned: names,
        signer,
        signedAt,
      }),
    },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.withdrawn',
    place: matter.center.id,
    facts: {
      by: signer,
      from: theCase.state,
      returned: [...returned],
      documents: [paper.documentId],
      digest: paper.digest,
    },
  });
  planTelling(tx, call, theCase.id, { template: 'withdrawn', facts: {} });
  return { caseId: theCase.id, documentIds: [paper.documentId] };
}
