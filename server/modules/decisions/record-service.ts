import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { type Matter, paperHead } from '../cases/index.ts';
import { type IssuedDocument, type ServedPaper, type Service, servePapers } from '../documents/index.ts';

export interface RecordService {
  readonly matter: Matter;
  /** Of one addressee. */
  readonly papers: readonly ServedPaper[];
  readonly service: Service;
}

/** Notes the service of papers of a case and makes its receipt 送达回证. */
export function recordService(tx: Tx, { matter, papers, service }: RecordService, call: Call): Promise<IssuedDocument> {
  const { theCase } = matter;
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
