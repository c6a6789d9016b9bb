import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Case, CaseReference } from '../cases/index.ts';
import {
  endCase,
  getMatter,
  judgeTermination,
  planTelling,
  serveNotice,
  type TerminationGround,
} from '../cases/index.ts';
import { issueDocument } from '../documents/index.ts';
import { terminationNotice } from './ending-paper.rules.ts';
import { getReturned } from './returned-material.queries.ts';

export interface Termination {
  readonly ground?: TerminationGround | undefined;
  readonly reason: string;
  /** Keys of the materials whose originals go back. */
  readonly returned: readonly string[];
}

/** 终止 of a case under lock, by whoever ends it: what was tolerated and never came does so by a job. Refuses like the act. */
export async function endByTermination(
  tx: Tx,
  theCase: Case,
  { ground, reason, returned }: Termination,
  call: Call,
): Promise<CaseReference> {
  const objection = judgeTermination({ ground, reason });
  if (objection !== undefined || ground === undefined)
    throw new Refusal(objection?.code ?? 'ground_missing', {}, [
      { field: objection?.field ?? 'ground', code: 'required' },
    ]);
  const matter = await getMatter(tx, call, theCase);
  const names = await getReturned(tx, matter, returned, call);
  const text = reason.trim();
  const after = await endCase(tx, theCase, { state: 'TERMINATED' }, call);
  const notice = await issueDocument(
    tx,
    {
      organ: matter.issuingOrgan,
      subject: { kind: 'case', id: theCase.id },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: terminationNotice(matter, { ground, reason: text, endedDay: call.today.toString(), returned: names }),
    },
    call,
  );
  serveNotice(tx, { theCase: after, documentId: notice.documentId }, call);
  const salt = randomBytes(16).toString('base64url');
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.terminated',
    place: matter.decidingOrgan.id,
    facts: {
      ground,
      from: theCase.state,
      returned: [...returned],
      // The text itself stands in the notice alone.
      reasonDigest: createHash('sha256').update(salt).update(text).digest('hex'),
      documents: [notice.documentId],
      number: notice.number,
      digest: notice.digest,
    },
  });
  planTelling(tx, call, theCase.id, { template: 'terminated', facts: {} });
  return { caseId: theCase.id, documentIds: [notice.documentId] };
}
