import type { DocumentCheck, DocumentView } from '../../../contract/documents.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { vault } from '../../platform/vault/index.ts';
import { printedNumber } from './document.rules.ts';
import { findDocumentByToken, getDocumentRows, getDocumentRowsById } from './document.store.ts';
import { findLicenceStanding } from './licence.queries.ts';

/** What documents are called, by their ids: for whoever looks after the work on them. */
export async function getDocumentNames(
  read: Read,
  district: string,
  documentIds: readonly string[],
): Promise<Map<string, { title: string; number?: string; day: string }>> {
  if (documentIds.length === 0) return new Map();
  const rows = await getDocumentRowsById(read, district, documentIds);
  return new Map(
    rows.map((row) => {
      const number = printedNumber(row);
      return [row.id, { title: row.title, day: row.day, ...(number !== null && { number }) }];
    }),
  );
}

/** The documents of a case as a screen lists them, oldest first. */
export async function getDocumentViews(read: Read, district: string, subjectId: string): Promise<DocumentView[]> {
  const rows = await getDocumentRows(read, district, subjectId);
  return rows.map((row) => {
    const number = printedNumber(row);
    return {
      documentId: row.id,
      kind: row.kind,
      title: row.title,
      day: row.day,
      ready: row.ready,
      served: row.servedAt !== null,
      ...(number !== null && { number }),
    };
  });
}

/**
 * Is this paper ours, and if it is a licence, does it still hold? The token of its QR code finds it; a number alone finds
 * nothing.
 */
export async function checkDocument(read: Read, { token }: { token: string }, call: Call): Promise<DocumentCheck> {
  const row = await findDocumentByToken(read, call.district, vault().blindIndex('documentToken', token));
  if (row === undefined) return { state: 'unknown', demo: call.demo };
  const number = printedNumber(row);
  const licence = row.kind === 'certificate' ? await findLicenceStanding(read, row.id, call) : undefined;
  return {
    ...(licence ?? { state: 'valid' }),
    demo: call.demo,
    title: row.title,
    organ: row.organ,
    day: row.day,
    holder: row.maskedHolder,
    digest: row.digest.toString('hex'),
    ...(number !== null && { number }),
  };
}
