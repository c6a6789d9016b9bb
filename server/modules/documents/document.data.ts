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
  /** 信函、传真 or 电子邮件; absent where somebody handed it in. Then the day counts, and no hour is known. */
  sentBy?: string;
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
  /** Last day of the check; null where what was owed after acceptance came in, which nobody answers again. */
  checkLastDay: string | null;
  /** 补交: how many papers are owed still, and until when. */
  supply?: { left: number; lastDay: string | null };
}

/** 受理通知书: from which day, by which day, in which way, at what cost. */
export interface AcceptanceNoticeData extends DocumentHead {
  kind: 'acceptanceNotice';
  queryCode: string;
  appliedDay: string;
  acceptedDay: string;
  /**
   * `complete`: all was there; `corrected`: all corrections were supplied; `tolerated`: listed secondary materials follow; `deemed`: no correction notice within five
   * working days of receipt, so the law accepted from the day of receipt (行政许可法 art. 32, R-2.5).
   */
  ground:
    | { kind: 'complete' }
    | { kind: 'corrected' }
    | { kind: 'tolerated' }
    | { kind: 'deemed'; receivedDay: string; noticeLastDay: string };
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
  /** Another addressee than the applicants, who then stand nowhere on it. */
  addressee: string | null;
  documents: { title: string; number: string | null; copies: number }[];
  method: DeliveryMethod;
  /** Address, counter, or the account that an electronic delivery went to. */
  place: string;
  /** ISO instant, or the day alone where a return slip has no more; null until it is delivered. */
  deliveredAt: string | null;
  /** Who takes it in place of the addressee, and by what authority. */
  agent: { name: string; authority: string } | null;
  deliverers: string[];
  /** Why it was refused and who saw it, when it was left behind. */
  refusal: { reason: string; witness: string } | null;
  /** By whom it was carried, under which number. */
  post: { carrier: string; trackingNumber: string } | null;
  /** Posted from its day; it counts as served on the day after the last. */
  notice: { fromDay: string; untilDay: string; place: string } | null;
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

/**
 * Who signs a paper. `signedAt`: ISO instant of the signature in the system; null leaves a line for a pen.
 */
export interface Signature {
  name: string;
  signedAt: string | null;
}

/** An officer who signs, with the number of his credential 执法证号 or staff number. */
export interface OfficerSignature extends Signature {
  organ: string;
  idNumber: string;
  /** With a pen, on the paper original; `signedAt` is then when that was recorded. */
  onPaper?: true;
}

/** The applicant, or who signs for him, and as what: 申请人, 法定代表人, 代办人. */
export interface SignerOfApplicant extends Signature {
  role: string;
}

/** A paper that changes hands. */
export interface HandedPaper {
  name: string;
  originals: number;
  copies: number;
  pages: number | null;
}

/** What may follow later in a tolerated acceptance, by when and how. */
interface Tolerated {
  materials: { name: string; supplyLastDay: string }[];
  /** How they are handed in: 窗口递交、线上上传、邮寄. */
  supplyMethod: string;
  /** What follows when they do not come. */
  consequence: string;
  /** The published list or local rule that allows it. */
  basis: string;
}

/** 容缺受理承诺书: the applicant's own paper (domain §2.7). */
export interface ToleratedCommitmentData extends DocumentHead, Tolerated {
  kind: 'toleratedCommitment';
  appliedDay: string;
  signer: SignerOfApplicant;
}

/** 容缺受理通知书: the organ's side of it, in two copies. */
export interface ToleratedNoticeData extends DocumentHead, Tolerated {
  kind: 'toleratedNotice';
  appliedDay: string;
  acceptedDay: string;
}

/** 补交材料通知书: after a commitment was taken back its matter goes on, and what it stood for comes by a day (国办发〔2020〕42号). */
export interface SupplyNoticeData extends DocumentHead {
  kind: 'supplyNotice';
  appliedDay: string;
  acceptedDay: string;
  /** The day on which the commitment was taken back. */
  withdrawnDay: string;
  materials: { name: string; supplyLastDay: string }[];
  supplyMethod: string;
  consequence: string;
}

/** 告知承诺书: part A is the organ's notice, part B are the applicant's statements (国办发〔2020〕42号). */
export interface CommitmentLetterData extends DocumentHead {
  kind: 'commitmentLetter';
  /** Part A. */
  notice: {
    basis: string[];
    obligations: string[];
    conditions: string[];
    /** Proofs or materials that the commitment stands in for, and what they would prove. */
    replaces: { name: string; content: string }[];
    /** How and by which day the organ verifies; null where no day was set. */
    verification: { method: string; lastDay: string | null };
    liability: string;
  };
  /** Part B: one sentence each, in the applicant's voice,. */
  statements: string[];
  committedDay: string;
  /** Whether the commitment is made public. */
  published: boolean;
  signer: SignerOfApplicant;
  /** Who explained it for the organ. */
  officer: Signature;
}

/** 特别程序告知书: the time of the procedure is told in writing and does not count (行政许可法 art. 45). */
export interface SpecialProcedureNoticeData extends DocumentHead {
  kind: 'specialProcedureNotice';
  acceptedDay: string;
  /** 听证, 专家评审, 检测 …, as printed. */
  procedure: string;
  /** One of the eight that ALL 45 names; any other rests on the item's own law alone. */
  isNamedByLaw: boolean;
  reason: string;
  /** Law and article of the item's own that take its time out of the limit; may be empty for what ALL 45 names. */
  basis: string[];
  /** 约15个工作日 */
  neededTime: string;
  startDay: string;
  expectedEndDay: string | null;
}

/** 恢复计时通知书: the procedure is over, so many days did not count, and the limits end on these days (行政许可法 art. 45, 82). */
export interface ResumptionNoticeData extends DocumentHead {
  kind: 'resumptionNotice';
  acceptedDay: string;
  /** 听证, 专家评审, 检测 …, as printed. */
  procedure: string;
  startedDay: string;
  endedDay: string;
  /** 7个工作日: what was not counted. */
  notCounted: string;
  /** The limit's last day now. */
  lastDay: string;
  /** The promised one, where it is another. */
  promisedLastDay: string | null;
}

/** 延期告知书: once, before the limit ends, with its reasons (行政许可法 art. 42). */
export interface ExtensionNoticeData extends DocumentHead {
  kind: 'extensionNotice';
  acceptedDay: string;
  /** `joint`: 45 + 15, approved by the head of the government; otherwise 20 + 10, by the head of the organ. */
  handling: 'single' | 'joint';
  reason: string;
  /** Working days more. */
  days: number;
  /** 机关负责人 张三 */
  approver: { office: string; name: string };
  approvedDay: string;
  oldLastDay: string;
  newLastDay: string;
  /** Beside the licensing law. */
  basis: string[];
}

/** 听证权利告知书: to the applicant or to somebody whom the decision touches (行政许可法 art. 46, 47). */
export interface HearingRightsNoticeData extends DocumentHead {
  kind: 'hearingRightsNotice';
  /** Another addressee than the applicants. */
  addressee: string | null;
  /** What is to be decided, and why it may be heard. */
  matter: string;
  basis: string[];
  requestLastDay: string;
  /** Where and how the hearing is asked for. */
  requestTo: string;
}

/** 听证通知书: at least seven working days before (行政许可法 art. 48). */
export interface HearingNoticeData extends DocumentHead {
  kind: 'hearingNotice';
  addressee: string | null;
  matter: string;
  basis: string[];
  /** ISO instant. */
  heldAt: string;
  place: string;
  /** Not one of those who examine the application. */
  chair: string;
  recorder: string | null;
  /** Held in public, or why not. */
  closedReason: string | null;
}

/** 听证笔录: the decision follows it (行政许可法 art. 48). */
export interface HearingRecordData extends DocumentHead {
  kind: 'hearingRecord';
  matter: string;
  heldAt: string;
  endedAt: string;
  place: string;
  closedReason: string | null;
  chair: Signature;
  recorder: Signature;
  /** Officers who examined the application, applicant, interested persons, witnesses; each signs. */
  participants: (Signature & { role: string })[];
  statements: { speaker: string; text: string }[];
  /** Who would not sign, and why. */
  refusal: string | null;
}

/** 现场核查笔录: two officers of each organ at least (行政许可法 art. 34). */
export interface SiteVisitRecordData extends DocumentHead {
  kind: 'siteVisitRecord';
  visitedAt: string;
  endedAt: string;
  place: string;
  officers: OfficerSignature[];
  /** Who was there for the applicant. */
  present: (Signature & { role: string })[];
  findings: { point: string; finding: string; result: string }[];
  conclusion: string;
  /** 1; 2 for the one re-check. */
  visit: number;
  /** Who would not sign, and why. */
  refusal: string | null;
}

/** 联合审查会议纪要: one merged opinion, signed by each organ. Internal. */
export interface ReviewMinutesData extends DocumentHead {
  kind: 'reviewMinutes';
  subject: string;
  heldAt: string;
  place: string;
  chair: Signature;
  /** `opinion`: 同意, 不同意, 否决. */
  opinions: (Signature & { organ: string; opinion: string; text: string })[];
  absent: string[];
  conclusion: string;
}

/** 专家评审意见书, with what anyone needs to replay the draw. */
export interface ExpertOpinionData extends DocumentHead {
  kind: 'expertOpinion';
  subject: string;
  heldAt: string;
  place: string;
  draw: { seed: string; drawnAt: string; field: string; candidates: number; method: string };
  experts: (Signature & { field: string; opinion: string; text: string })[];
  /** Who was drawn and stood aside. */
  recused: { name: string; reason: string }[];
  conclusion: string;
}

/** 检验检测检疫报告: two officers at least, named within five working days (行政许可法 art. 55). */
export interface InspectionReportData extends DocumentHead {
  kind: 'inspectionReport';
  /** 检验, 检测, 检疫, 鉴定. */
  procedure: string;
  object: string;
  place: string;
  /** Who did the technical work, where another body did. */
  institution: string | null;
  assignedDay: string;
  inspectedAt: string;
  standards: string[];
  results: { point: string; requirement: string; finding: string; result: string }[];
  conclusion: string;
  officers: OfficerSignature[];
}

/** 公示: what, from when to when, where, and how to object. Names are masked by who issues it. */
export interface PublicNoticeData extends DocumentHead {
  kind: 'publicNotice';
  /** Who and what it is about, ready to be read by everybody. */
  matter: string;
  content: string;
  basis: string[];
  fromDay: string;
  untilDay: string;
  /** 7个工作日 */
  period: string;
  /** Where it is posted. */
  place: string;
  objection: { how: string; phone: string; address: string };
}

/** 转报意见书: first review by the lower organ, within 20 working days (行政许可法 art. 35, 43). Internal. */
export interface ReportUpOpinionData extends DocumentHead {
  kind: 'reportUpOpinion';
  upperOrgan: string;
  acceptedDay: string;
  facts: string;
  /** 拟同意, 拟不同意 and why. */
  opinion: string;
  basis: string[];
  materials: string[];
  /** Last day of the first review. */
  lastDay: string | null;
  reviewer: Signature;
}

/** 撤回申请书: the applicant's own paper, before the decision. */
export interface WithdrawalRequestData extends DocumentHead {
  kind: 'withdrawalRequest';
  appliedDay: string;
  requestedDay: string;
  reason: string | null;
  /** Originals that he gets back. */
  returned: string[];
  signer: SignerOfApplicant;
}

/** 终止办理通知书: why nothing more is done, and what goes back. */
export interface TerminationNoticeData extends DocumentHead {
  kind: 'terminationNotice';
  appliedDay: string;
  acceptedDay: string | null;
  /** The legal ground in one sentence: 申请人死亡 … */
  ground: string;
  reason: string;
  basis: string[];
  endedDay: string;
  returned: string[];
  remedies: Remedies | null;
}

/** 视为撤回通知书: only where a local rule says so. */
export interface DeemedWithdrawalNoticeData extends DocumentHead {
  kind: 'deemedWithdrawalNotice';
  appliedDay: string;
  /** The notice that set the day. */
  notice: { title: string; number: string | null; day: string };
  lastDay: string;
  missing: string[];
  basis: string;
  returned: string[];
  remedies: Remedies | null;
}

/** The licence that a decision is about, as it stands before it. */
export interface LicenceOfDecision {
  title: string;
  number: string;
  version: number;
  issueDay: string;
}

/** 准予延续决定书; `deemed`: undecided at expiry, so it is renewed by law (行政许可法 art. 50). */
export interface RenewalDecisionData extends DocumentHead {
  kind: 'renewalDecision';
  ground: 'granted' | 'deemed';
  licence: LicenceOfDecision;
  appliedDay: string;
  acceptedDay: string;
  facts: string;
  basis: string[];
  oldUntilDay: string;
  fromDay: string;
  /** Null: without end. */
  untilDay: string | null;
}

/** 准予变更决定书 (行政许可法 art. 49). */
export interface ChangeDecisionData extends DocumentHead {
  kind: 'changeDecision';
  licence: LicenceOfDecision;
  appliedDay: string;
  acceptedDay: string;
  facts: string;
  basis: string[];
  changes: { label: string; before: string; after: string }[];
  fromDay: string;
}

/** 内部审批表: each step with its person, opinion and time. Internal. */
export interface ReviewSheetData extends DocumentHead {
  kind: 'reviewSheet';
  receivedDay: string;
  acceptedDay: string | null;
  /** Last day of the decision. */
  lastDay: string | null;
  steps: { step: string; organ: string; person: string; opinion: string; at: string }[];
  outcome: string | null;
}

/** 材料交接单: both sides sign. Internal. */
export interface HandOverSheetData extends DocumentHead {
  kind: 'handOverSheet';
  handedAt: string;
  from: Signature & { organ: string };
  to: Signature & { organ: string };
  papers: HandedPaper[];
  remark: string | null;
}

/** 退件单: back to the front with its reason, inside the five days. Internal. */
export interface ReturnSheetData extends DocumentHead {
  kind: 'returnSheet';
  returnedAt: string;
  from: Signature & { organ: string };
  to: Signature & { organ: string };
  reason: string;
  /** What the front must do next. */
  request: string;
  receivedDay: string;
  /** Last day on which the applicant can be told what to correct; null once accepted. */
  noticeLastDay: string | null;
  papers: HandedPaper[];
}

/** 授权委托书: matters, scope, period, signed by the principal (民法典 art. 165). */
export interface AgentAuthorizationData extends DocumentHead {
  kind: 'agentAuthorization';
  principal: { name: string; number: string | null; phone: string | null };
  agent: { name: string; number: string | null; phone: string | null; office: string | null };
  /** Null: every matter. This case, which may be one of many, stands in the head. */
  matters: string[] | null;
  scope: string;
  fromDay: string;
  untilDay: string;
  /** May lie long before the case. */
  signedDay: string;
  signer: SignerOfApplicant;
}

/** 归档目录. Internal. */
export interface ArchiveListData extends DocumentHead {
  kind: 'archiveList';
  archiveNumber: string;
  /** 永久, 30年, 10年. */
  retention: string;
  completedDay: string;
  /** `digest`: the first characters of the file's hash. */
  entries: { title: string; number: string | null; day: string | null; pages: number | null; digest: string }[];
  archivist: Signature;
}

/** 四性检测报告: authentic, complete, usable, safe. Internal. */
export interface ArchiveCheckReportData extends DocumentHead {
  kind: 'archiveCheckReport';
  archiveNumber: string;
  checkedAt: string;
  /** Hash of the sealed package. */
  packageDigest: string;
  /** `property`: 真实性, 完整性, 可用性, 安全性. `result`: 合格, 不合格. */
  checks: { property: string; point: string; method: string; result: string }[];
  conclusion: string;
  checker: Signature;
}

/** Papers of the special routes, of the procedures inside the organs, and of the archive. */
export type ProcedureData =
  | ToleratedCommitmentData
  | ToleratedNoticeData
  | SupplyNoticeData
  | CommitmentLetterData
  | SpecialProcedureNoticeData
  | ResumptionNoticeData
  | ExtensionNoticeData
  | HearingRightsNoticeData
  | HearingNoticeData
  | HearingRecordData
  | SiteVisitRecordData
  | ReviewMinutesData
  | ExpertOpinionData
  | InspectionReportData
  | PublicNoticeData
  | ReportUpOpinionData
  | WithdrawalRequestData
  | TerminationNoticeData
  | DeemedWithdrawalNoticeData
  | RenewalDecisionData
  | ChangeDecisionData
  | ReviewSheetData
  | HandOverSheetData
  | ReturnSheetData
  | AgentAuthorizationData
  | ArchiveListData
  | ArchiveCheckReportData;

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
  | LicenceDecisionData
  | ProcedureData;

/** What stands in the head by itself; an act gives the rest. */
type Given = 'organ' | 'title' | 'number' | 'issueDay' | 'verificationUrl' | 'demo';
type WithoutGiven<T> = T extends DocumentHead ? Omit<T, Given> : never;
export type DocumentContent = WithoutGiven<DocumentData>;
