import type { DeliveryMethod } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { getChain, type LedgerRow } from '../../platform/ledger/index.ts';
import type { Seal } from '../../platform/ledger/seals.ts';

/** What proves a document of a case: its frozen data and where its PDF lies. */
export interface DocumentProof {
  readonly id: string;
  readonly sealedData: Buffer;
  readonly digest: Buffer;
  readonly pdfAddress: string | null;
  readonly pdfSha256: Buffer | null;
}

export async function getDocumentProofs(
  read: Read,
  district: string,
  caseId: string,
): Promise<Map<string, DocumentProof>> {
  const { rows } = await sql<DocumentProof>`
    select id, sealed_data, digest, pdf_address, pdf_sha256 from documents
    where district = ${district} and subject_kind = 'case' and subject_id = ${caseId} order by id
  `.execute(read);
  return new Map(rows.map((row) => [row.id, row]));
}

/** One record of service 送达. */
export interface ServiceRow {
  readonly documentId: string;
  readonly method: DeliveryMethod;
  readonly receiver: string;
  /** How it was proven, sealed as JSON. */
  readonly sealedProof: Buffer | null;
  /** Of services before there were proofs: who took it, where it was not the addressee. */
  readonly sealedReceiverName: Buffer | null;
  readonly day: string;
  readonly untilDay: string | null;
  /** Null while it is under way. */
  readonly servedAt: string | null;
  readonly servedByPostId: string | null;
}

export async function getServicesToPack(read: Read, district: string, caseId: string): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select s.document_id, s.method, s.receiver, s.sealed_proof, s.sealed_receiver_name, s.day, s.until_day, s.served_at, s.served_by_post_id
    from document_services s join documents d on d.district = s.district and d.id = s.document_id
    where s.district = ${district} and d.subject_kind = 'case' and d.subject_id = ${caseId} order by s.served_at, s.id
  `.execute(read);
  return rows;
}

/** A file that was handed in, with where it lies and when it became part of the case. */
export interface FileRow {
  readonly requirementKey: string;
  readonly fileId: string;
  readonly address: string;
  readonly wrappedKey: Buffer;
  readonly sealedName: Buffer;
  readonly mediaType: string;
  readonly bytes: number;
  readonly filedAt: string;
  readonly uploaderKind: string;
  readonly uploaderId: string;
}

export interface MaterialRow {
  readonly requirementKey: string;
  readonly originals: number;
  readonly copies: number;
}

/** What was handed in: every material with its papers, every file. Two statements, however many there are. */
export async function getMaterialsToPack(
  read: Read,
  district: string,
  caseId: string,
): Promise<{ materials: MaterialRow[]; files: FileRow[] }> {
  const [materials, files] = await Promise.all([
    sql<MaterialRow>`
      select requirement_key, originals, copies from case_materials
      where district = ${district} and case_id = ${caseId} and received order by requirement_key
    `.execute(read),
    sql<FileRow>`
      select m.requirement_key, m.file_id, f.address, f.wrapped_key, f.sealed_name, f.media_type, f.bytes,
        greatest(f.uploaded_at, r.received_at) as filed_at, f.uploader_kind, f.uploader_id
      from case_material_files m join files f on f.district = m.district and f.id = m.file_id
      left join case_receipts r on r.district = m.district and r.case_id = m.case_id and r.round = m.round
      where m.district = ${district} and m.case_id = ${caseId} order by m.requirement_key, m.round, m.position, m.file_id
    `.execute(read),
  ]);
  return { materials: materials.rows, files: files.rows };
}

/** A seal with what it saw of the case. */
export interface SealOfChain extends Seal {
  readonly leafSequence: number;
  readonly leafHash: Buffer;
}

export interface LedgerOfCase {
  readonly rows: readonly LedgerRow[];
  readonly head: { readonly sequence: number; readonly hash: Buffer } | undefined;
  readonly seal: SealOfChain | undefined;
}

/** The case's chain as it stands, its head, and the seal that saw the head, or the one that is asked for. */
export async function getLedgerOf(
  read: Read,
  district: string,
  { caseId, sealNumber }: { caseId: string; sealNumber?: number },
): Promise<LedgerOfCase> {
  const subject = { kind: 'case', id: caseId };
  const [rows, heads, seals] = await Promise.all([
    getChain(read, district, subject),
    sql<{ sequence: number; hash: Buffer }>`
      select sequence, hash from ledger_heads
      where district = ${district} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
    `.execute(read),
    sql<SealOfChain>`
      select s.number, s.day, s.sealed_at, s.subjects, s.root, s.previous_root, s.signature, s.public_key,
        l.sequence as leaf_sequence, l.hash as leaf_hash
      from ledger_seals s join ledger_seal_leaves l on l.district = s.district and l.number = s.number
      where s.district = ${district} and l.subject_kind = ${subject.kind} and l.subject_id = ${subject.id}
        and s.number = coalesce(${sealNumber ?? null}::integer, (
          select sealed_in from ledger_heads
          where district = ${district} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
        ))
    `.execute(read),
  ]);
  return { rows, head: heads.rows[0], seal: seals.rows[0] };
}

/** How long the case's chain is now. */
export async function findLedgerSequence(read: Read, district: string, caseId: string): Promise<number | undefined> {
  const { rows } = await sql<{ sequence: number }>`
    select sequence from ledger_heads where district = ${district} and subject_kind = 'case' and subject_id = ${caseId}
  `.execute(read);
  return rows[0]?.sequence;
}
