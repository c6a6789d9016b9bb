import { resultPapers } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { everywhere, getMatter, lockCase } from '../cases/index.ts';
import { findEndedNotice, getDocumentViews } from '../documents/index.ts';
import { completeByService } from './complete-by-service.ts';
import { handedWithResult } from './handed-with-result.rules.ts';
import { recordService } from './record-service.ts';

export interface CompletePublicService {
  readonly caseId: string;
  readonly documentIds: readonly string[];
}

/** The thirty days of a public notice are over: what was not served otherwise counts as served (CPL 95 by analogy). */
export async function completePublicService(
  tx: Tx,
  { caseId, documentIds }: CompletePublicService,
  call: Call,
): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  // Into what is archived nothing is written any more; the archive waits for a notice under way.
  if (theCase.state === 'ARCHIVED') return;
  const views = await getDocumentViews(tx, call.district, caseId);
  const papers = views.filter(({ documentId, served }) => !served && documentIds.includes(documentId));
  const [first] = papers;
  const service = first && (await findEndedNotice(tx, { documentId: first.documentId, key: theCase.key }, call));
  if (first === undefined || service === undefined) return;
  const matter = await getMatter(tx, call, theCase);
  if (papers.some(({ kind }) => resultPapers.includes(kind))) {
    if (theCase.state === 'DELIVERING')
      await completeByService(tx, { matter, papers: handedWithResult(views), service }, call);
    return;
  }
  const receipt = await recordService(tx, { matter, papers, service }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.documentServed',
    facts: {
      documentId: first.documentId,
      method: service.method,
      receiver: service.receiver,
      day: service.day.toString(),
      documents: [receipt.documentId],
      digest: receipt.digest,
    },
  });
}
