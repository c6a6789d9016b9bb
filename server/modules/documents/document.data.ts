import type { LicenceAct } from '../../../contract/licences.ts';
import type { DeliveryMethod, ProcedureProfile } from '../../../contract/values.ts';

/** Frozen with every document at the moment it is issued: what its header and its closing say. Days are ISO strings. */
export interface DocumentHead {
  profile: ProcedureProfile;
  /** The issuing organ, as printed. */
  organ: string;
  title: string;
  /** Printed number with 〔〕; null where the kind has none. */
  number: string | null;
  caseNumber: string;
  applicants: { name: string; kind: 'person' | 'organisation' }[];
  item: { name: string; code: string };
  issueDay: string;
  contact: { name: string | null; phone: string };
  /** Public page that proves the document; it is the QR code. */
  verificationUrl: string;
  /** Years whose holiday notice had not appeared when a date of this document was computed. */
  provisionalYears: number[];
  /** A demo document is marked invalid across each page and has a seal that is nobody's. */
  demo: boolean;
}

/** A limit and the last day it leads to. */
export interface Limit {
  days: number;
  unit: 'workingDay' | 'day';
  lastDay: string;
}

/** Where the addressee may turn: reconsideration within 60 days, or the court within six months. */
export interface Remedies {
  reconsiderationOrgan: string;
  court: string;
}

/** 收件凭证: what was handed in, when, to whom, and what happens next. It is no acceptance. */
export interface IntakeReceiptData extends DocumentHead {
  kind: 'intakeReceipt';
  queryCode: string;
  /** ISO instant: a submission counts from here whatever any clerk does. */
  receivedAt: string;
  /** Who took the papers in, and where; an online submission is received by the platform. */
  receiver: { name: string; place: string };
  materials: {
    name: string;
    originals: number;
    copies: number;
    pages: number | null;
    form: 'paper' | 'electronic';
  }[];
  /** Silence until the last day of the check accepts, from the day of receipt. */
  silenceAccepts: boolean;
  /** Last day of the check. */
  checkLastDay: string;
}

/** 受理通知书: from which day, by which day, in which way, at what cost. */
export interface AcceptanceNoticeData extends DocumentHead {
  kind: 'acceptanceNotice';
  queryCode: string;
  appliedDay: string;
  acceptedDay: string;
  /**
   * `complete`: all was there; `corrected`: all corrections were supplied; `deemed`: no correction notice within five
   * working days of receipt, so the law accepted from the day of receipt (行政许可法 art. 32, R-2.5).
   */
  ground: { kind: 'complete' } | { kind: 'corrected' } | { kind: 'deemed'; receivedDay: string; noticeLastDay: string };
  promised: Limit | null;
  statutory: Limit | null;
  /** How it will be examined, in sentences. */
  process: string;
  specialProcedures: {
    name: string;
    neededTime: string | null;
    /** Whether its time counts in the limits (行政许可法 art. 45, or the item's own law). */
    counted: boolean;
    basis: string | null;
  }[];
  /** Null: free of charge. */
  fee: { text: string; basis: string } | null;
}

/** 补正告知书: everything that is wrong, told once (行政许可法 art. 32, R-2.4). */
export interface CorrectionNoticeData extends DocumentHead {
  kind: 'correctionNotice';
  appliedDay: string;
  receivedDay: string;
  defects: { material: string; defect: string; remedy: string; basis: string }[];
  /** Only where a local rule sets a day and says what follows when it passes: the law sets none. */
  correctionLimit: { lastDay: string; consequence: string; basis: string } | null;
}

/** 不予受理决定书; 不受理告知书 where nothing needs to be applied for. */
export interface AcceptanceRefusalData extends DocumentHead {
  kind: 'acceptanceRefusal';
  appliedDay: string;
  /** `notRequired` and `outsideAuthority` are 行政许可法 art. 32(1) items 1 and 2. */
  ground: 'notRequired' | 'outsideAuthority' | 'other';
  reason: string;
  basis: string[];
  /** Where the applicant should go instead. */
  competentOrgan: string | null;
  remedies: Remedies | null;
}

/** 准予行政许可决定书, and its sisters under other profiles (行政许可法 art. 38). */
export interface GrantDecisionData extends DocumentHead {
  kind: 'grantDecision';
  appliedDay: string;
  acceptedDay: string;
  facts: string;
  basis: string[];
  /** What is granted. */
  content: string;
  /** Where it holds; null where the law sets no area. */
  scope: string | null;
  /** Null: the matter has no term; `untilDay` null: without end. */
  validity: { fromDay: string; untilDay: string | null } | null;
  /** The certificate that follows, due within ten working days of the decision (行政许可法 art. 44). */
  certificate: { name: string; number: string | null; deliveryLastDay: string } | null;
}

/** 不予行政许可决定书, and its sisters: it gives reasons and names the remedies (行政许可法 art. 38). */
export interface DenialDecisionData extends DocumentHead {
  kind: 'denialDecision';
  appliedDay: string;
  acceptedDay: string;
  facts: string;
  reasons: string;
  basis: string[];
  /** Null only where the matter is no administrative act; a licence is never denied without them. */
  remedies: Remedies | null;
}

/** 送达回证: who received which document, how, where and when. Open fields are left blank for a pen. */
export interface DeliveryReceiptData extends DocumentHead {
  kind: 'deliveryReceipt';
  documents: { title: string; number: string | null; copies: number }[];
  method: DeliveryMethod;
  /** Address, counter, or the account that an electronic delivery went to. */
  place: string;
  /** ISO instant; null until it is delivered. */
  deliveredAt: string | null;
  /** Who takes it in place of the addressee, and by what authority. */
  agent: { name: string; authority: string } | null;
  deliverers: string[];
  /** Why it was refused and who saw it, when it was left behind. */
  refusal: { reason: string; witness: string } | null;
  remark: string | null;
}

/** 申请书: the applicant's own paper, addressed to the organ; it carries no number and no seal (行政许可法 art. 29, 31). */
export interface ApplicationFormData extends DocumentHead {
  kind: 'applicationForm';
  appliedDay: string;
  /** The form as it was answered: questions with their answers, or rows that repeat. */
  parts: (
    | { heading: string | null; rows: { label: string; text: string }[] }
    | { heading: string | null; columns: string[]; table: string[][] }
  )[];
  /** What was handed in with it. */
  materials: string[];
  /** Who signs, and as what: 申请人, 经办人, 监护人. */
  signer: { name: string; role: string };
  /** Who brought it in under a mandate; `until`: the mandate's last day. */
  agent: { name: string; until: string | null } | null;
}

/** 证照: what a holder shows. Its number runs under the item's own 字. */
export interface CertificateData extends DocumentHead {
  kind: 'certificate';
  certificateTitle: string;
  /** 1, and one more with each that replaces it. */
  version: number;
  rows: { label: string; text: string }[];
  /** What the certificate proves, in one sentence or two. */
  statement: string;
}

/**
 * 暂停、恢复、注销、撤销决定书: no change of a licence without its document. The head is that of the licence's own
 * certificate, so that it speaks to the holder by the name that stands there.
 */
export interface LicenceDecisionData extends DocumentHead {
  kind: 'licenceDecision';
  act: LicenceAct;
  licence: { title: string; number: string; version: number; issueDay: string };
  reason: string;
  /** From which day it holds. */
  fromDay: string;
  /** Null only where nothing is taken from the holder. */
  remedies: Remedies | null;
}

/** The frozen data of one document: all that its PDF shows, and nothing that can change after its issue. */
export type DocumentData =
  | IntakeReceiptData
  | AcceptanceNoticeData
  | CorrectionNoticeData
  | AcceptanceRefusalData
  | GrantDecisionData
  | DenialDecisionData
  | DeliveryReceiptData
  | ApplicationFormData
  | CertificateData
  | LicenceDecisionData;
