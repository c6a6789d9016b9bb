import type { Read } from '../../platform/database/index.ts';
import type { CertificateData } from './document.data.ts';
import { findDocument } from './document.store.ts';
import { openFrozen } from './open-frozen.ts';

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
