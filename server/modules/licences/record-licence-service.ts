import type { DocumentView } from '../../../contract/documents.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { findDocument, openFrozen, type Service, servePapers } from '../documents/index.ts';
import type { Organ } from '../places/index.ts';
import type { StoredLicence } from './licence.store.ts';

/** Notes that a decision on a licence reached its holder and issues the receipt of it 送达回证, a paper of the licence too. */
export async function recordLicenceService(
  tx: Tx,
  { licence, organ, paper, service }: { licence: StoredLicence; organ: Organ; paper: DocumentView; service: Service },
  call: Call,
): Promise<void> {
  const subject = { kind: 'licence', id: licence.id };
  const stored = await findDocument(tx, call.district, paper.documentId);
  if (stored === undefined) throw new Error('A listed document is there.');
  // It speaks to whom the decision speaks.
  const { profile, caseNumber, applicants, item, contact } = openFrozen(stored);
  const receipt = await servePapers(
    tx,
    {
      organ,
      subject,
      key: licence.key,
      maskedHolder: licence.maskedHolder,
      head: { profile, caseNumber, applicants, item, contact, provisionalYears: [] },
      papers: [paper],
      service,
    },
    call,
  );
  append(tx, call, {
    subject,
    act: 'licence.documentServed',
    place: organ.id,
    facts: {
      documentId: paper.documentId,
      method: service.method,
      receiver: service.receiver,
      day: service.day.toString(),
      documents: [receipt.documentId],
      digest: receipt.digest,
    },
  });
}
