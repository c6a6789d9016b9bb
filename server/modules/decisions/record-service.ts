import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { type Case, type Matter, paperHead } from '../cases/index.ts';
import { type IssuedDocument, type ServedPaper, type Service, servePapers } from '../documents/index.ts';

/** Notes the service of papers of a case and makes its receipt 送达回证. It issues a document, so acts call it last. */
export function recordService(
  tx: Tx,
  {
    theCase,
    matter,
    papers,
    service,
  }: {
    theCase: Case;
    matter: Matter;
    /** Of one addressee. */
    papers: readonly ServedPaper[];
    service: Service;
  },
  call: Call,
): Promise<IssuedDocument> {
  return servePapers(
    tx,
    {
      organ: matter.issuingOrgan,
      subject: { kind: 'case', id: theCase.id },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      head: paperHead(matter, matter.issuingOrgan, []),
      papers,
      service,
    },
    call,
  );
}
