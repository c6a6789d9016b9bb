import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { plan } from '../../platform/jobs/index.ts';
import { type DataKey, seal, vault } from '../../platform/vault/index.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentContent, DocumentData } from './document.data.ts';
import { documentWord, formatDocumentNumber } from './document.rules.ts';
import { insertDocument } from './document.store.ts';
import { draftDocument } from './draft-document.ts';
import { getTemplateInForce } from './template.store.ts';

export interface IssuedDocument {
  readonly documentId: string;
  /** 〔2026〕12号 in full, or null where the kind has none. */
  readonly number: string | null;
  /** Salted digest of the frozen data, hex: what the ledger keeps. */
  readonly digest: string;
}

/**
 * Issues an official document in the act's transaction: number, frozen data and digest now, the PDF by a job. It takes
 * the counter's lock, so acts call it last.
 */
export async function issueDocument(
  tx: Tx,
  {
    content,
    organ,
    subject,
    key,
    maskedHolder,
    licence,
  }: {
    content: DocumentContent;
    organ: Organ;
    subject: { kind: string; id: string };
    key: DataKey;
    maskedHolder: string;
    /** A certificate carries the number of its licence. */
    licence?: { word: string; year: number; number: number };
  },
  call: Call,
): Promise<IssuedDocument> {
  const documentId = newId();
  const token = randomBytes(16).toString('base64url');
  const template = await getTemplateInForce(tx, call.district, content);
  const data: DocumentData = {
    ...draftDocument(content, organ, call, template.content),
    verificationUrl: `${config().publicUrl}/verify/${token}`,
  };
  const salt = randomBytes(16).toString('base64url');
  const digest = createHash('sha256')
    .update(salt)
    .update(canonicalize(data) as string)
    .digest();
  const word = licence?.word ?? documentWord(content.kind, content.profile);
  const number = await insertDocument(tx, call.district, {
    id: documentId,
    subject,
    kind: content.kind,
    title: data.title,
    templateVersion: template.version,
    organId: organ.id,
    word,
    numbered: licence,
    day: call.today,
    dataKeyId: key.id,
    sealedData: seal(key, JSON.stringify({ salt, data })),
    digest,
    tokenIndex: vault().blindIndex('documentToken', token),
    maskedHolder,
  });
  plan(tx, call, { kind: 'documents.render', payload: { documentId, caseId: subject.id } });
  return {
    documentId,
    number:
      word === null || number === null
        ? null
        : formatDocumentNumber({ organCode: organ.shortCode, word, year: licence?.year ?? call.today.year, number }),
    digest: digest.toString('hex'),
  };
}
