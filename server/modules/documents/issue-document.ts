import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TemplateContent } from '../../../contract/documents.ts';
import { config } from '../../platform/config.ts';
import type { Read, Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { plan } from '../../platform/jobs/index.ts';
import { type DataKey, seal, vault } from '../../platform/vault/index.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentContent, DocumentData } from './document.data.ts';
import { documentWord, formatDocumentNumber } from './document.rules.ts';
import { insertDocument, type NewDocument } from './document.store.ts';
import { draftDocument } from './draft-document.ts';
import { renderDocument } from './renderer.worker.ts';
import { getTemplateInForce } from './template.store.ts';

export interface IssuedDocument {
  readonly documentId: string;
  /** 〔2026〕12号 in full, or null where the kind has none. */
  readonly number: string | null;
  /** Salted digest of the frozen data, hex: what the ledger keeps. */
  readonly digest: string;
}

export interface Issue {
  readonly content: DocumentContent;
  readonly organ: Organ;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly key: DataKey;
  readonly maskedHolder: string;
  /** A certificate carries the number of its licence. */
  readonly licence?: { readonly word: string; readonly year: number; readonly number: number };
}

/** A document whose data are frozen and which is not issued yet: it has no number. */
export interface FrozenDocument {
  readonly row: NewDocument;
  readonly data: DocumentData;
  readonly template: TemplateContent;
  readonly organ: Organ;
}

/** Freezes the data of a document under the template in force; nothing is kept of it until it is issued. */
export async function freezeDocument(
  read: Read,
  { content, organ, subject, key, maskedHolder, licence }: Issue,
  call: Call,
): Promise<FrozenDocument> {
  const token = randomBytes(16).toString('base64url');
  const template = await getTemplateInForce(read, call.district, content);
  const data: DocumentData = {
    ...draftDocument(content, organ, call, template.content),
    verificationUrl: `${config().publicUrl}/verify/${token}`,
  };
  const salt = randomBytes(16).toString('base64url');
  const row: NewDocument = {
    id: newId(),
    subject,
    kind: content.kind,
    title: data.title,
    templateVersion: template.version,
    organId: organ.id,
    word: licence?.word ?? documentWord(content.kind, content.profile),
    numbered: licence,
    day: call.today,
    dataKeyId: key.id,
    sealedData: seal(key, JSON.stringify({ salt, data })),
    digest: createHash('sha256')
      .update(salt)
      .update(canonicalize(data) as string)
      .digest(),
    tokenIndex: vault().blindIndex('documentToken', token),
    maskedHolder,
  };
  return { row, data, template: template.content, organ };
}

/** The PDF of a paper that bears no number, before it is issued: the same bytes as afterwards. */
export function renderUnnumbered({ row, data, template }: FrozenDocument): Promise<Buffer> {
  if (row.word !== null) throw new Error(`${row.kind} takes its number when it is issued.`);
  const face = config().documentFace;
  return renderDocument(data, { template, ...(face !== undefined && { face }) });
}

/** Issues what was frozen; the same as `issueDocument` from there on. */
export async function issueFrozen(tx: Tx, { row, organ }: FrozenDocument, call: Call): Promise<IssuedDocument> {
  const number = await insertDocument(tx, call.district, row);
  plan(tx, call, { kind: 'documents.render', payload: { documentId: row.id, caseId: row.subject.id } });
  return {
    documentId: row.id,
    number:
      row.word === null || number === null
        ? null
        : formatDocumentNumber({
            organCode: organ.shortCode,
            word: row.word,
            year: row.numbered?.year ?? row.day.year,
            number,
          }),
    digest: row.digest.toString('hex'),
  };
}

/**
 * Issues an official document in the act's transaction: number, frozen data and digest now, the PDF by a job. It takes
 * the counter's lock, so acts call it last.
 */
export async function issueDocument(tx: Tx, issue: Issue, call: Call): Promise<IssuedDocument> {
  return issueFrozen(tx, await freezeDocument(tx, issue, call), call);
}
