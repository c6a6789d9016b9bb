import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TemplateContent } from '../../../contract/documents.ts';
import { config } from '../../platform/config.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { type DataKey, seal, vault } from '../../platform/vault/index.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentContent, DocumentData } from './document.data.ts';
import { documentWord } from './document.rules.ts';
import type { NewDocument } from './document.store.ts';
import { draftInForce } from './draft-in-force.ts';

export interface Issue {
  /** Made beforehand where a paper that is issued later stands before others in lists, which go by id. */
  readonly id?: string;
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

/** Freezes the data of a document under its template; nothing is kept of it until it is issued. */
export async function freezeDocument(
  read: Read,
  { id = newId(), content, organ, subject, key, maskedHolder, licence }: Issue,
  call: Call,
): Promise<FrozenDocument> {
  const token = randomBytes(16).toString('base64url');
  const { draft, template } = await draftInForce(read, { content, organ }, call);
  const data: DocumentData = { ...draft, verificationUrl: `${config().publicUrl}/verify/${token}` };
  const salt = randomBytes(16).toString('base64url');
  const row: NewDocument = {
    id,
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
