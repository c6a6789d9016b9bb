import { isServedAlone } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct } from '../cases/index.ts';
import { getDocumentViews, serveToApplicant } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';

/**
 * 直接送达 of a notice to whom stands at the window: the paper that the online applicant has in his account. The
 * decision itself is served with its service receipt. Refuses: not_found for a paper of another case or one served.
 */
export async function handOver(
  tx: Tx,
  { caseId, documentId }: { caseId: string; documentId: string },
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'handOver', caseId, call);
  const papers = await getDocumentViews(tx, call.district, caseId);
  const paper = papers.find((each) => each.documentId === documentId);
  if (paper === undefined || paper.served || !isServedAlone(paper.kind)) throw new Refusal('not_found');
  serveToApplicant(tx, [documentId], 'DIRECT', call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.handedOver',
    ...(theCase.intakeCenterId && { place: theCase.intakeCenterId }),
    facts: { documentId },
  });
  return { caseId };
}
