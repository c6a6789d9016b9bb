import type { Read } from '../../platform/database/index.ts';
import type { CertificateData } from '../documents/index.ts';
import { findDocument, openFrozen } from '../documents/index.ts';

/** What a certificate says, as it was frozen at its issue. */
export async function findCertificate(
  read: Read,
  district: string,
  documentId: string,
): Promise<CertificateData | undefined> {
  const stored = await findDocument(read, district, documentId);
  const data = stored && openFrozen(stored);
  return data?.kind === 'certificate' ? data : undefined;
}
