import QRCode from 'qrcode';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson, vault } from '../../platform/vault/index.ts';
import type { DocumentData } from './document.data.ts';
import { findDocument } from './document.store.ts';

/** The QR code on a document, by itself and as large as a screen is: who scans it comes to its public page. */
export async function drawCode(read: Read, documentId: string, call: Call): Promise<FileReply> {
  const stored = await findDocument(read, call.district, documentId);
  if (stored === undefined) throw new Refusal('not_found');
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const { data } = openJson<{ data: DocumentData }>(key, stored.sealedData);
  const svg = await QRCode.toString(data.verificationUrl, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  return { mediaType: 'image/svg+xml', name: `${stored.title}.svg`, bytes: Buffer.from(svg, 'utf8') };
}
