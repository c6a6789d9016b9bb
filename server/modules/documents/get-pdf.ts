import { createHash } from 'node:crypto';
import type { Read } from '../../platform/database/index.ts';
import { loadBytes } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { filesFolder } from '../../platform/installation.ts';
import { Refusal } from '../../platform/refusal.ts';
import { open, vault } from '../../platform/vault/index.ts';
import { printedNumber } from './document.rules.ts';
import { findDocument, type StoredDocument } from './document.store.ts';
import { renderFrozen } from './render-frozen.ts';

/** The PDF of a document; before its job has run it is rendered on the spot, which gives the same bytes. */
export async function getPdf(read: Read, call: Call, documentId: string): Promise<FileReply> {
  const stored = await findDocument(read, call.district, documentId);
  if (stored === undefined) throw new Refusal('not_found');
  const bytes =
    stored.pdfAddress === null
      ? await renderFrozen(read, call.district, stored)
      : await keptPdf(stored, stored.pdfAddress);
  return { mediaType: 'application/pdf', name: `${stored.title} ${printedNumber(stored) ?? stored.day}.pdf`, bytes };
}

async function keptPdf(stored: StoredDocument, address: string): Promise<Buffer> {
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const bytes = open(key, await loadBytes(filesFolder(), address));
  if (stored.pdfSha256 === null || !createHash('sha256').update(bytes).digest().equals(stored.pdfSha256))
    throw new Refusal('file_missing');
  return bytes;
}
