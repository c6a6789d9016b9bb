import type { DocumentKind } from '../../../contract/documents.ts';
import type { DeliveryMethod, ServiceReceiver } from '../../../contract/values.ts';
import { type Read, send, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { type DataKey, seal, type WrappedKey } from '../../platform/vault/index.ts';
import { periodOfNotice, type Service } from './service-record.rules.ts';

export interface NewDocument {
  readonly id: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly kind: DocumentKind;
  readonly title: string;
  readonly organId: string;
  readonly word: string | null;
  /** A number that was taken before, with its year; otherwise the next of the 字 is taken. */
  readonly numbered: { readonly year: number; readonly number: number } | undefined;
  readonly day: Temporal.PlainDate;
  /** It is rendered from this version of its template for ever. */
  readonly templateVersion: number;
  readonly dataKeyId: string;
  readonly sealedData: Buffer;
  readonly digest: Buffer;
  readonly tokenIndex: Buffer;
  readonly maskedHolder: string;
}

/**
 * Keeps a document; a numbered one takes the next number of its organ, 字 and year in the same statement. The counter's
 * lock lasts until the commit: acts issue documents last.
 */
export async function insertDocument(tx: Tx, district: string, document: NewDocument): Promise<number | null> {
  const insert = sql<{ number: number | null }>`
    with counter as (
      insert into document_counters (district, organisation_id, word, year, last_number)
      select ${district}, ${document.organId}::uuid, ${document.word}::text, ${document.day.year}::int, 1
      where ${document.word}::text is not null and ${document.numbered?.number ?? null}::int is null
      on conflict (district, organisation_id, word, year) do update set last_number = document_counters.last_number + 1
      returning last_number
    )
    insert into documents (district, id, subject_kind, subject_id, kind, title, organisation_id, word, year, number, day, template_version,
      data_key_id, sealed_data, digest, token_index, masked_holder)
    values (${district}, ${document.id}, ${document.subject.kind}, ${document.subject.id}, ${document.kind}, ${document.title},
      ${document.organId}, ${document.word}, ${document.word === null ? null : (document.numbered?.year ?? document.day.year)},
      coalesce((select last_number from counter), ${document.numbered?.number ?? null}::int),
      ${document.day}, ${document.templateVersion}, ${document.dataKeyId}, ${document.sealedData}, ${document.digest}, ${document.tokenIndex}, ${document.maskedHolder})
    returning number
  `;
  // Nobody waits for a number that is known, or that there is none.
  if (document.word === null || document.numbered !== undefined) {
    send(tx, insert);
    return document.numbered?.number ?? null;
  }
  const { rows } = await insert.execute(tx);
  return rows[0]?.number ?? null;
}

export interface DocumentRow {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly organisationId: string;
  readonly shortCode: string;
  readonly word: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly day: string;
  readonly subjectId: string;
  readonly ready: boolean;
  readonly servedAt: string | null;
}

/** A document with what is known of its service: the one that reached its addressee, else the last that is under way. */
export interface ServedRow extends DocumentRow {
  readonly dataKeyId: string;
  readonly method: DeliveryMethod | null;
  readonly receiver: ServiceReceiver | null;
  readonly sealedProof: Buffer | null;
  /** Of services before there were proofs: who took it, where it was not the addressee. */
  readonly sealedReceiverName: Buffer | null;
  readonly serviceDay: string | null;
  readonly untilDay: string | null;
  /** Of the notices of a hearing and of receipts of service, which may be another's than the applicant's. */
  readonly sealedNotice: Buffer | null;
}

const listed = sql`
  d.id, d.kind, d.title, d.organisation_id, o.short_code, d.word, d.year, d.number, d.day, d.subject_id,
  d.pdf_address is not null as ready, d.served_at
`;

/** The documents of a subject, oldest first. */
export async function getDocumentRows(read: Read, district: string, subjectId: string): Promise<ServedRow[]> {
  const { rows } = await sql<ServedRow>`
    select ${listed}, d.data_key_id, s.method, s.receiver, s.sealed_proof, s.sealed_receiver_name, s.day as service_day, s.until_day,
      case when d.kind in ('hearingRightsNotice', 'hearingNotice', 'deliveryReceipt') then d.sealed_data end as sealed_notice
    from documents d
    join organisations o on o.district = d.district and o.id = d.organisation_id
    left join lateral (
      select method, receiver, sealed_proof, sealed_receiver_name, day, until_day from document_services
      where district = d.district and document_id = d.id order by served_at is null, id desc limit 1
    ) s on true
    where d.district = ${district} and d.subject_id = ${subjectId} order by d.id
  `.execute(read);
  return rows;
}

export async function getDocumentRowsById(
  read: Read,
  district: string,
  ids: readonly string[],
): Promise<DocumentRow[]> {
  const { rows } = await sql<DocumentRow>`
    select ${listed} from documents d join organisations o on o.district = d.district and o.id = d.organisation_id
    where d.district = ${district} and d.id = any(${ids}::uuid[])
  `.execute(read);
  return rows;
}

export interface StoredDocument extends DocumentRow {
  readonly templateVersion: number;
  readonly dataKeyId: string;
  readonly wrapped: WrappedKey['wrapped'];
  readonly sealedData: Buffer;
  readonly digest: Buffer;
  readonly pdfAddress: string | null;
  readonly pdfSha256: Buffer | null;
}

export async function findDocument(read: Read, district: string, id: string): Promise<StoredDocument | undefined> {
  const { rows } = await sql<StoredDocument>`
    select ${listed}, d.template_version, d.data_key_id, k.wrapped, d.sealed_data, d.digest, d.pdf_address, d.pdf_sha256
    from documents d
    join organisations o on o.district = d.district and o.id = d.organisation_id
    join data_keys k on k.district = d.district and k.id = d.data_key_id
    where d.district = ${district} and d.id = ${id}
  `.execute(read);
  return rows[0];
}

export async function findDocumentByToken(
  read: Read,
  district: string,
  tokenIndex: Buffer,
): Promise<(DocumentRow & { organ: string; maskedHolder: string; digest: Buffer }) | undefined> {
  const { rows } = await sql<DocumentRow & { organ: string; maskedHolder: string; digest: Buffer }>`
    select ${listed}, o.name_zh as organ, d.masked_holder, d.digest
    from documents d join organisations o on o.district = d.district and o.id = d.organisation_id
    where d.district = ${district} and d.token_index = ${tokenIndex}
  `.execute(read);
  return rows[0];
}

export async function savePdf(
  tx: Tx,
  district: string,
  id: string,
  pdf: { address: string; sha256: Buffer },
): Promise<void> {
  await sql`
    update documents set pdf_address = ${pdf.address}, pdf_sha256 = ${pdf.sha256}
    where district = ${district} and id = ${id} and pdf_address is null
  `.execute(tx);
}

export interface NewService {
  readonly documentIds: readonly string[];
  readonly method: DeliveryMethod;
  readonly receiver: ServiceReceiver;
  /** A proof that the papers' own key opens; null where the method says all. */
  readonly sealedProof: Buffer | null;
  readonly at: Temporal.Instant;
  /** On which they were served; while they are under way, on which they were posted or put up. */
  readonly day: Temporal.PlainDate;
  /** Last day of a public notice. */
  readonly untilDay: Temporal.PlainDate | null;
  readonly postId: string | null;
}

/** One service of these papers, its proof sealed under their key. */
export function newService(
  { key, papers, service }: { key: DataKey; papers: readonly { documentId: string }[]; service: Service },
  call: Pick<Call, 'now' | 'actor'>,
): NewService {
  const { method, receiver, day, proof, noticeDay } = service;
  return {
    documentIds: papers.map(({ documentId }) => documentId),
    method,
    receiver,
    sealedProof: seal(key, JSON.stringify(proof)),
    at: call.now,
    day,
    untilDay: noticeDay === undefined ? null : periodOfNotice(noticeDay).untilDay,
    postId: call.actor.postId,
  };
}

/** Notes how documents reached their addressee. */
export function insertServices(tx: Tx, district: string, service: NewService): void {
  insertServiceRows(tx, district, service, service.at);
}

/** Notes that documents are on their way to their addressee: posted, or put up for everybody. The ids of the services. */
export function insertServicesUnderWay(tx: Tx, district: string, service: NewService): string[] {
  return insertServiceRows(tx, district, service, null);
}

function insertServiceRows(tx: Tx, district: string, service: NewService, servedAt: Temporal.Instant | null): string[] {
  const ids = service.documentIds.map(() => newId());
  send(
    tx,
    sql`
      with served as (
        update documents set served_at = ${servedAt}
        where district = ${district} and id = any(${service.documentIds}::uuid[]) and served_at is null and ${servedAt}::timestamptz is not null
      )
      insert into document_services (district, id, document_id, method, receiver, sealed_proof, served_at, day, until_day, served_by_post_id)
      select ${district}, s.id, s.document_id, ${service.method}, ${service.receiver}, ${service.sealedProof}, ${servedAt}::timestamptz, ${service.day}::date,
        ${service.untilDay}::date, ${service.postId}
      from unnest(${ids}::uuid[], ${service.documentIds}::uuid[]) as s (id, document_id)
    `,
  );
  return ids;
}

/** What a service served, and its proof as it stands sealed. */
export async function findService(
  read: Read,
  district: string,
  serviceId: string,
): Promise<{ title: string; sealedProof: Buffer | null } | undefined> {
  const { rows } = await sql<{ title: string; sealedProof: Buffer | null }>`
    select d.title, s.sealed_proof from document_services s join documents d on d.district = s.district and d.id = s.document_id
    where s.district = ${district} and s.id = ${serviceId}
  `.execute(read);
  return rows[0];
}

/** The public notice that a document is under way by; nothing once it was served. */
export async function findNoticeUnderWay(
  read: Read,
  district: string,
  documentId: string,
): Promise<{ day: string; untilDay: string; sealedProof: Buffer | null } | undefined> {
  const { rows } = await sql<{ day: string; untilDay: string; sealedProof: Buffer | null }>`
    select s.day, s.until_day, s.sealed_proof
    from document_services s join documents d on d.district = s.district and d.id = s.document_id
    where s.district = ${district} and s.document_id = ${documentId} and s.method = 'PUBLIC_NOTICE' and d.served_at is null
    order by s.id desc limit 1
  `.execute(read);
  return rows[0];
}
