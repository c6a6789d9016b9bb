import { createHash } from 'node:crypto';
import { config } from '../../platform/config.ts';
import { foldersOf } from '../../platform/installation.ts';
import type { Read } from '../../platform/database/index.ts';
import { loadBytes } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { open, openJson, vault } from '../../platform/vault/index.ts';
import { formatDocumentNumber } from './document.rules.ts';
import { findDocument, type StoredDocument } from './document.store.ts';
import type { DocumentData } from './document.template.ts';
import { renderDocument } from './render-document.ts';

/** The frozen data with the number that its row holds. */
export function frozenData(stored: StoredDocument): DocumentData {
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const { data } = openJson<{ data: DocumentData }>(key, stored.sealedData);
  return { ...data, number: printedNumber(stored) } as DocumentData;
}

export function printedNumber(row: { shortCode: string; word: string | null; year: number | null; number: number | null }): string | null {
  if (row.word === null || row.year === null || row.number === null) return null;
  return formatDocumentNumber({ organCode: row.shortCode, word: row.word, year: row.year, number: row.number });
}

export function renderFrozen(stored: StoredDocument): Promise<Buffer> {
  const face = config().documentFace;
  return renderDocument(frozenData(stored), face === undefined ? {} : { face });
}

/** The PDF of a document; before its job has run it is rendered on the spot, which gives the same bytes. */
export async function getPdf(read: Read, call: Call, documentId: string): Promise<FileReply> {
  const stored = await findDocument(read, call.district, documentId);
  if (stored === undefined) throw new Refusal('not_found');
  const bytes = stored.pdfAddress === null ? await renderFrozen(stored) : await keptPdf(stored, stored.pdfAddress);
  return { mediaType: 'application/pdf', name: `${stored.title} ${printedNumber(stored) ?? stored.day}.pdf`, bytes };
}

async function keptPdf(stored: StoredDocument, address: string): Promise<Buffer> {
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const bytes = open(key, await loadBytes(filesFolder(), address));
  if (stored.pdfSha256 === null || !createHash('sha256').update(bytes).digest().equals(stored.pdfSha256)) throw new Refusal('file_missing');
  return bytes;
}

/** Where files and rendered documents lie. */
export function filesFolder(): string {
  return foldersOf(config()).files;
}
