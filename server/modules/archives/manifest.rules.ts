import { createHash } from 'node:crypto';
import type { ArchivePart, Retention } from '../../../contract/archives.ts';
import type { DocumentKind } from '../../../contract/documents.ts';
import type { CaseState, LocalText } from '../../../contract/values.ts';
import { archiveParts } from '../../../contract/words.ts';

/** States in which a case has come to its end; of these a completed one moves on to ARCHIVED. */
export const endings = [
  'COMPLETED',
  'ACCEPTANCE_REFUSED',
  'NOT_REQUIRED',
  'WITHDRAWN',
  'WITHDRAWN_DEEMED',
  'TERMINATED',
] as const satisfies readonly CaseState[];
export type Ending = (typeof endings)[number];

/** How a package says who may read it: personal data, by permission only. */
export const accessClass = 'personal';

/** The format of packages; a later one lives beside it. */
export const packageFormat = 'doorstep-archive/1';

/** By what system the papers were made and kept (实施条例 39: the source is reliable). */
export const sourceSystem = 'doorstep';

/** Who made a file, as the ledger keeps actors: references only. */
export interface Maker {
  readonly kind: string;
  readonly id: string | null;
  readonly postId: string | null;
  readonly organId: string | null;
}

/** One file of a package. */
export interface Entry {
  readonly path: string;
  readonly part: ArchivePart;
  readonly title: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly madeAt: string | null;
  readonly madeBy: Maker | null;
  readonly system: string;
  readonly documentId?: string;
}

/** An official document of the case, whether its file could be packed or not. */
export interface PackedDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly number: string | null;
  readonly day: string;
  /** Salted digest of the frozen data, hex. */
  readonly digest: string;
  readonly path: string | null;
}

/** manifest.json: what a package is, and of every file where it came from and what it must be. */
export interface Manifest {
  readonly format: string;
  readonly archiveId: string;
  readonly number: string;
  readonly district: string;
  readonly system: string;
  /** Who may read it. */
  readonly access: string;
  readonly packedAt: string;
  readonly case: {
    readonly caseId: string;
    readonly caseNo: string;
    readonly ending: string;
    readonly receivedDay: string | null;
    readonly endedDay: string;
    /** Masked; the files hold the name. */
    readonly applicant: string;
  };
  readonly item: { readonly itemId: string; readonly code: string; readonly version: number; readonly name: LocalText };
  readonly organ: { readonly organId: string; readonly name: LocalText };
  readonly retention: Retention;
  /** How far the case's chain goes in the package. */
  readonly ledger: { readonly sequence: number; readonly hash: string };
  readonly documents: readonly PackedDocument[];
  readonly materials: readonly { readonly title: string; readonly files: number; readonly paper: number }[];
  readonly entries: readonly Entry[];
}

const partOfKind: Partial<Record<DocumentKind, ArchivePart>> = {
  applicationForm: 'form',
  toleratedCommitment: 'form',
  commitmentLetter: 'form',
  agentAuthorization: 'form',
  withdrawalRequest: 'form',
  reviewSheet: 'opinions',
  siteVisitRecord: 'opinions',
  reviewMinutes: 'opinions',
  expertOpinion: 'opinions',
  inspectionReport: 'opinions',
  hearingRecord: 'opinions',
  reportUpOpinion: 'opinions',
  grantDecision: 'decision',
  denialDecision: 'decision',
  renewalDecision: 'decision',
  changeDecision: 'decision',
  acceptanceRefusal: 'decision',
  terminationNotice: 'decision',
  deemedWithdrawalNotice: 'decision',
  certificate: 'licence',
  deliveryReceipt: 'service',
  archiveList: 'archive',
  archiveCheckReport: 'archive',
};

/** Under which part of a package a document stands. */
export function partOf(kind: DocumentKind): ArchivePart {
  return partOfKind[kind] ?? 'documents';
}

/** Files in the flow of the matter: part by part, within a part as they were made. */
export function inFlow<T extends { readonly part: ArchivePart }>(files: readonly T[]): T[] {
  return files.toSorted((a, b) => archiveParts.indexOf(a.part) - archiveParts.indexOf(b.part));
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** A path that every system can write: number, word, ending; the title with all its characters stands in the manifest. */
export function pathOf(part: ArchivePart, position: number, word: string, mediaType: string): string {
  const folder = `${String(archiveParts.indexOf(part) + 1).padStart(2, '0')}-${part}`;
  const name = word.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'file';
  return `${folder}/${String(position).padStart(3, '0')}-${name.slice(0, 60)}.${extensions[mediaType] ?? 'bin'}`;
}

/** Whether a path stays where it is unpacked, on every system. */
export function isSafePath(path: string): boolean {
  return path.length <= 120 && /^(\d{2}-[a-z]+\/)?[A-Za-z0-9][A-Za-z0-9-]*\.(pdf|json|jpg|png)$/.test(path);
}

/** A file that is to stand in a package. */
export interface Piece
  extends Pick<Entry, 'part' | 'title' | 'mediaType' | 'madeAt' | 'madeBy' | 'bytes' | 'sha256' | 'documentId'> {
  /** What its path says beside part and number. */
  readonly word: string;
}

/** The entries with one more, which stands last in its part. */
export function withPiece(entries: readonly Entry[], { word, ...piece }: Piece): { entries: Entry[]; path: string } {
  const position = entries.filter(({ part }) => part === piece.part).length + 1;
  const path = pathOf(piece.part, position, word, piece.mediaType);
  return { path, entries: inFlow([...entries, { ...piece, path, system: sourceSystem }]) };
}

/** One digest over all that a list of contents says: what the report speaks of, which stands in the package itself. */
export function contentsDigest(entries: readonly Entry[]): string {
  return createHash('sha256')
    .update(entries.map(({ path, sha256 }) => `${path}:${sha256}\n`).join(''))
    .digest('hex');
}
