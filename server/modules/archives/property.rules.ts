import type {
  ArchiveFault,
  ArchiveFaultCode,
  ArchivePart,
  ArchivePoint,
  ArchivePointKey,
} from '../../../contract/archives.ts';
import type { DocumentKind } from '../../../contract/documents.ts';
import { archivePoints } from '../../../contract/words.ts';
import { accessClass, isSafePath, sourceSystem } from './manifest.rules.ts';

interface PaperOfAct {
  readonly kinds: readonly DocumentKind[];
  /** `whenNamed`: the act may come without a paper; one that it names must be of these kinds. */
  readonly wanted: 'always' | 'whenNamed';
}
const always = (...kinds: DocumentKind[]): PaperOfAct => ({ kinds, wanted: 'always' });
const whenNamed = (...kinds: DocumentKind[]): PaperOfAct => ({ kinds, wanted: 'whenNamed' });

/**
 * Without which paper an act has not been done: no change of state without its document (domain §2.8). All acts of a
 * case's chain that name documents, and no others.
 */
export const papersOfActs = {
  'case.submitted': always('intakeReceipt'),
  'case.takenIn': always('intakeReceipt'),
  'case.supplemented': always('intakeReceipt'),
  'case.receivedTolerated': whenNamed('intakeReceipt'),
  'case.accepted': always('acceptanceNotice', 'toleratedNotice'),
  'case.acceptedTolerated': always('toleratedNotice', 'acceptanceNotice'),
  'case.deemedAccepted': always('acceptanceNotice'),
  'case.corrected': always('correctionNotice'),
  // It opens what was listed before: no second notice.
  'case.returnedStillOpen': whenNamed('correctionNotice'),
  'case.refused': always('acceptanceRefusal'),
  'case.notRequired': always('acceptanceRefusal'),
  'case.returnedToFront': always('returnSheet'),
  'case.procedureStarted': always('specialProcedureNotice'),
  'case.procedureEnded': always('resumptionNotice'),
  'case.extended': always('extensionNotice'),
  'case.noticePosted': always('publicNotice'),
  'case.reportedUp': always('reportUpOpinion'),
  'case.hearingRightsNotified': always('hearingRightsNotice'),
  // Of meetings a hearing alone is announced by a paper of its own.
  'case.meetingArranged': whenNamed('hearingNotice'),
  'case.meetingPostponed': whenNamed('hearingNotice'),
  'case.meetingConcluded': always(
    'reviewMinutes',
    'siteVisitRecord',
    'expertOpinion',
    'hearingRecord',
    'inspectionReport',
  ),
  'case.granted': always('grantDecision', 'renewalDecision', 'changeDecision'),
  'case.denied': always('denialDecision'),
  'case.deemedRenewed': always('renewalDecision'),
  'case.delivered': always('deliveryReceipt'),
  'case.documentServed': always('deliveryReceipt'),
  'case.withdrawn': always('withdrawalRequest'),
  'case.deemedWithdrawn': always('deemedWithdrawalNotice'),
  'case.terminated': always('terminationNotice'),
  'case.commitmentWithdrawn': whenNamed('supplyNotice'),
  // A decision without a licence is taken back among the papers of its case.
  'case.commitmentFalse': whenNamed('licenceDecision'),
  'case.archived': always('archiveList'),
} as const satisfies Readonly<Record<`case.${string}`, PaperOfAct>>;

const paperOf = (act: string): PaperOfAct | undefined => (papersOfActs as Record<string, PaperOfAct>)[act];

/** Papers that an organ addresses to somebody: each needs its record of service. */
const servedKinds: readonly DocumentKind[] = [
  'intakeReceipt',
  'acceptanceNotice',
  'toleratedNotice',
  'supplyNotice',
  'correctionNotice',
  'acceptanceRefusal',
  'specialProcedureNotice',
  'resumptionNotice',
  'extensionNotice',
  'hearingRightsNotice',
  'hearingNotice',
  'grantDecision',
  'denialDecision',
  'renewalDecision',
  'changeDecision',
  'certificate',
  'terminationNotice',
  'deemedWithdrawalNotice',
];

/** What a package may hold (DA/T 70: open formats that last); JSON is our own plain text. */
const allowedFormats = ['application/pdf', 'image/jpeg', 'image/png', 'application/json'] as const;

/** The most that one file of a package, and the whole, may hold. */
const mostFileBytes = 64 * 1024 * 1024;
const mostPackageBytes = 512 * 1024 * 1024;

/** One file of a package: what the manifest says of it, and what was found in its bytes. */
export interface FileFacts {
  readonly path: string;
  readonly title: string;
  readonly part: ArchivePart;
  readonly mediaType: string;
  readonly system: string;
  readonly listed: { readonly bytes: number; readonly sha256: string };
  /** Undefined: the package does not hold it. */
  readonly found: FoundFile | undefined;
}

/** What the bytes of a file are, whatever was said about them. */
export interface FoundFile {
  readonly bytes: number;
  readonly sha256: string;
  /** The media type that opens it; undefined when nothing does. */
  readonly opensAs: string | undefined;
  /** Of a PDF. */
  readonly pages: number | undefined;
  readonly encrypted: boolean;
  /** Scripts, programs, files inside the file. */
  readonly active: boolean;
}

/** An official document of the case: in the package, in the ledger, and as the product keeps it. */
export interface DocumentFacts {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly packed: boolean;
  /** An act of the chain names it. */
  readonly named: boolean;
  /** The frozen data still give the digest that was noted at issue. */
  readonly dataAgrees: boolean;
  /** The packed PDF is the one that was rendered. */
  readonly pdfAgrees: boolean;
  readonly served: boolean;
  /** A notice of a hearing that was postponed or called off since. */
  readonly overtaken: boolean;
}

export interface ActFacts {
  readonly sequence: number;
  readonly act: string;
  readonly documents: readonly string[];
  /** Of the frozen data of one of its documents; null where the act keeps none. */
  readonly digest: string | null;
}

export interface LedgerDamage {
  readonly code: Extract<ArchiveFaultCode, 'row_missing' | 'row_changed' | 'head_changed'>;
  readonly sequence: number;
}

/** All that the check knows of a package, whether it is about to be kept or lies in the store. */
export interface Evidence {
  readonly access: string;
  readonly files: readonly FileFacts[];
  /** Paths that the package holds and its manifest does not know. */
  readonly unlisted: readonly string[];
  readonly documents: readonly DocumentFacts[];
  /** Digests of the frozen data by document. */
  readonly digests: ReadonlyMap<string, string>;
  readonly acts: readonly ActFacts[];
  /** Of the chain as it stands, and of the extract against it. */
  readonly damages: readonly LedgerDamage[];
  readonly seal: 'none' | 'valid' | 'wrong';
  readonly materials: readonly { readonly title: string; readonly filed: number; readonly packed: number }[];
  /** Parts that this case's way makes necessary. */
  readonly neededParts: readonly ArchivePart[];
  /** Of a package that lies in the store already. */
  readonly kept?: { readonly bytes: 'whole' | 'missing' | 'changed'; readonly digestAgrees: boolean };
}

/** Which parts the way of a case makes necessary: what was decided has its decision, what was certified its certificate. */
export function neededParts(way: {
  readonly ending: string;
  readonly outcome: 'GRANTED' | 'DENIED' | null;
  readonly isCertified: boolean;
  readonly hasFiles: boolean;
  readonly isReviewed: boolean;
}): ArchivePart[] {
  const decided = way.outcome !== null || way.ending !== 'WITHDRAWN';
  return [
    'form',
    ...(way.hasFiles ? (['materials'] as const) : []),
    ...(way.isReviewed ? (['opinions'] as const) : []),
    ...(decided ? (['decision'] as const) : []),
    ...(way.isCertified && way.outcome === 'GRANTED' ? (['licence'] as const) : []),
    'service',
    'ledger',
  ];
}

const fault = (code: ArchiveFaultCode, what = ''): ArchiveFault => ({ code, what });
/** A fault for everything that something stands against. */
const each = <T>(all: readonly T[], isWrong: (one: T) => boolean, code: ArchiveFaultCode, what: (one: T) => string) =>
  all.filter(isWrong).map((one) => fault(code, what(one)));

const faultsAt: Readonly<Record<ArchivePointKey, (evidence: Evidence) => ArchiveFault[]>> = {
  packageUnchanged: ({ kept }) => [
    ...(kept?.bytes === 'missing' ? [fault('package_missing')] : []),
    ...(kept?.bytes === 'changed' ? [fault('package_changed')] : []),
    ...(kept?.digestAgrees === false ? [fault('digest_changed')] : []),
  ],
  filesUnchanged: ({ files, unlisted }) => [
    ...each(
      files,
      ({ listed, found }) => found !== undefined && found.sha256 !== listed.sha256,
      'file_changed',
      titleOf,
    ),
    ...each(
      unlisted,
      () => true,
      'file_unlisted',
      (path) => path,
    ),
  ],
  documentsUnchanged: ({ documents, acts, digests }) => [
    ...each(documents, ({ dataAgrees }) => !dataAgrees, 'data_changed', titleOf),
    ...each(documents, ({ pdfAgrees }) => !pdfAgrees, 'pdf_changed', titleOf),
    ...each(
      acts,
      ({ digest, documents: named }) =>
        digest !== null && named.some((id) => digests.has(id)) && !named.some((id) => digests.get(id) === digest),
      'data_changed',
      actOf,
    ),
  ],
  ledgerWhole: ({ damages }) => damages.map(({ code, sequence }) => fault(code, String(sequence))),
  // A case whose last day is not sealed yet rests on its chain alone.
  sealValid: ({ seal }) => (seal === 'wrong' ? [fault('seal_wrong')] : []),
  sourceKnown: ({ files }) => each(files, ({ system }) => system !== sourceSystem, 'source_unknown', titleOf),
  documentsPresent: ({ documents, acts }) => {
    const known = new Set(documents.map(({ documentId }) => documentId));
    return [
      ...each(documents, ({ packed }) => !packed, 'document_missing', titleOf),
      ...each(documents, ({ named }) => !named, 'document_unnamed', titleOf),
      ...each(acts, ({ documents: named }) => named.some((id) => !known.has(id)), 'document_missing', actOf),
    ];
  },
  actsPapered: ({ acts, documents }) => {
    const kinds = new Map(documents.map(({ documentId, kind }) => [documentId, kind]));
    return each(
      acts,
      ({ act, documents: named }) => {
        const paper = paperOf(act);
        if (paper === undefined || (paper.wanted === 'whenNamed' && named.length === 0)) return false;
        return !named.some((id) => paper.kinds.includes(kinds.get(id) as DocumentKind));
      },
      'act_without_paper',
      actOf,
    );
  },
  // What was overtaken tells nobody any more; what came in its place is served.
  documentsServed: ({ documents }) =>
    each(
      documents,
      ({ kind, served, overtaken }) => !served && !overtaken && servedKinds.includes(kind),
      'not_served',
      titleOf,
    ),
  materialsPresent: ({ materials, files }) => [
    ...each(materials, ({ filed, packed }) => filed !== packed, 'material_missing', titleOf),
    ...each(files, ({ found }) => found === undefined, 'file_missing', titleOf),
  ],
  partsPresent: ({ neededParts, files }) =>
    each(
      neededParts,
      (part) => !files.some((file) => file.part === part),
      'part_missing',
      (part) => part,
    ),
  formatsAllowed: ({ files }) =>
    each(
      files,
      ({ mediaType }) => !(allowedFormats as readonly string[]).includes(mediaType),
      'format_unknown',
      titleOf,
    ),
  filesOpen: ({ files }) =>
    each(
      files,
      ({ mediaType, found }) =>
        found !== undefined && (found.opensAs !== mediaType || (mediaType === 'application/pdf' && !found.pages)),
      'does_not_open',
      titleOf,
    ),
  notEncrypted: ({ files }) => each(files, ({ found }) => found?.encrypted === true, 'encrypted', titleOf),
  nothingActive: ({ files }) => each(files, ({ found }) => found?.active === true, 'active_content', titleOf),
  namesSafe: ({ files, unlisted }) => [
    ...each(
      files,
      ({ path }) => !isSafePath(path),
      'name_unsafe',
      ({ path }) => path,
    ),
    ...each(
      unlisted,
      (path) => !isSafePath(path),
      'name_unsafe',
      (path) => path,
    ),
  ],
  sizesWithin: ({ files }) => [
    ...each(files, ({ found }) => (found?.bytes ?? 0) > mostFileBytes, 'too_large', titleOf),
    ...(files.reduce((sum, { found }) => sum + (found?.bytes ?? 0), 0) > mostPackageBytes ? [fault('too_large')] : []),
  ],
  accessKnown: ({ access }) => (access === accessClass ? [] : [fault('access_unknown', access)]),
};

const titleOf = ({ title }: { readonly title: string }) => title;
const actOf = ({ act, sequence }: ActFacts) => `${sequence} ${act}`;

/**
 * 四性检测 (实施条例 39–42, DA/T 70): every point with what stands against it. Nothing is left out because an earlier
 * point failed: who mends wants the whole list.
 */
export function checkProperties(evidence: Evidence): ArchivePoint[] {
  return (Object.keys(archivePoints) as ArchivePointKey[]).map((point) => {
    const faults = faultsAt[point](evidence);
    return { point, property: archivePoints[point], passed: faults.length === 0, faults };
  });
}

/** Whether a package may be kept, or still is what it was. */
export function isSound(report: readonly ArchivePoint[]): boolean {
  return report.every(({ passed }) => passed);
}
