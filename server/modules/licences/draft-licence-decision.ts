import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { DocumentContent } from '../documents/index.ts';
import { findDocument, openFrozen } from '../documents/index.ts';
import type { Organ, Places } from '../places/index.ts';
import { changeReason, type LicenceChangeFacts, licenceDecision } from './licence.rules.ts';
import type { StoredLicence } from './licence.store.ts';

/** What the decision on a licence says, from the certificate that its holder has, and the organ that issues it. */
export async function draftLicenceDecision(
  read: Read,
  { licence, places, change }: { licence: StoredLicence; places: Places; change: LicenceChangeFacts },
  call: Call,
): Promise<{ organ: Organ; content: DocumentContent }> {
  const organ = places.organById(licence.organisationId);
  const stored = await findDocument(read, call.district, licence.documentId);
  const certificate = stored && openFrozen(stored);
  if (organ === undefined || certificate?.kind !== 'certificate')
    throw new Error('A licence has its organ and its certificate.');
  const { act } = change;
  const reason = changeReason(change, certificate.profile);
  return { organ, content: licenceDecision(certificate, organ, { act, reason, day: call.today.toString() }) };
}
