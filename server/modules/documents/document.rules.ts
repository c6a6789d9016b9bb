import type { DocumentKind } from '../../../contract/documents.ts';
import type { LicenceAct } from '../../../contract/licences.ts';
import type { ProcedureProfile } from '../../../contract/values.ts';
import { documentKinds, licenceActs, procedureProfiles } from '../../../contract/words.ts';
import type { DocumentContent } from './document.data.ts';

/** `special`: 专用章, for receiving, accepting and refusing (行政许可法 art. 32). `organ`: the organ's own seal. */
export type SealKind = 'special' | 'organ';

interface KindRules {
  title: string;
  /** Last part of the 字; null: the paper carries no number of its own. */
  word: string | null;
  /** Null: a record that people sign, an internal sheet, or not the organ's paper. */
  seal: SealKind | null;
}

const rules: Record<DocumentKind, KindRules> = {
  intakeReceipt: { title: '收件凭证', word: null, seal: 'special' },
  acceptanceNotice: { title: '受理通知书', word: '受', seal: 'special' },
  correctionNotice: { title: '补正告知书', word: '补', seal: 'special' },
  acceptanceRefusal: { title: '不予受理决定书', word: '不受', seal: 'special' },
  grantDecision: { title: '准予行政许可决定书', word: '准', seal: 'organ' },
  denialDecision: { title: '不予行政许可决定书', word: '不准', seal: 'organ' },
  deliveryReceipt: { title: '送达回证', word: null, seal: 'organ' },
  applicationForm: { title: '申请书', word: null, seal: null },
  certificate: { title: '证照', word: '证', seal: 'organ' },
  licenceDecision: { title: '证照变动决定书', word: '证决', seal: 'organ' },
  toleratedCommitment: { title: '容缺受理承诺书', word: null, seal: null },
  toleratedNotice: { title: '容缺受理通知书', word: '容', seal: 'special' },
  supplyNotice: { title: '补交材料通知书', word: '补交', seal: 'special' },
  commitmentLetter: { title: '告知承诺书', word: '诺', seal: 'special' },
  specialProcedureNotice: { title: '特别程序告知书', word: '特', seal: 'special' },
  resumptionNotice: { title: '恢复计时通知书', word: '恢', seal: 'special' },
  extensionNotice: { title: '延期告知书', word: '延', seal: 'organ' },
  hearingRightsNotice: { title: '听证权利告知书', word: '听告', seal: 'organ' },
  hearingNotice: { title: '听证通知书', word: '听', seal: 'organ' },
  hearingRecord: { title: '听证笔录', word: null, seal: null },
  siteVisitRecord: { title: '现场核查笔录', word: null, seal: null },
  reviewMinutes: { title: '联合审查会议纪要', word: '纪', seal: null },
  expertOpinion: { title: '专家评审意见书', word: '评', seal: null },
  inspectionReport: { title: '检验检测报告', word: '检', seal: 'organ' },
  publicNotice: { title: '公示', word: '示', seal: 'organ' },
  reportUpOpinion: { title: '转报意见书', word: '转', seal: 'organ' },
  withdrawalRequest: { title: '撤回申请书', word: null, seal: null },
  terminationNotice: { title: '终止办理通知书', word: '终', seal: 'organ' },
  deemedWithdrawalNotice: { title: '视为撤回通知书', word: '视撤', seal: 'organ' },
  renewalDecision: { title: '准予延续决定书', word: '续', seal: 'organ' },
  changeDecision: { title: '准予变更决定书', word: '变', seal: 'organ' },
  reviewSheet: { title: '内部审批表', word: null, seal: null },
  handOverSheet: { title: '材料交接单', word: '交', seal: null },
  returnSheet: { title: '退件单', word: '退', seal: null },
  agentAuthorization: { title: '授权委托书', word: null, seal: null },
  archiveList: { title: '归档目录', word: null, seal: null },
  archiveCheckReport: { title: '四性检测报告', word: null, seal: null },
};

interface ProfileRules {
  word: string;
  specialSeal: string;
  titles: Partial<Record<DocumentKind, string>>;
  /** What the decision says it does. */
  granting: string;
  denying: string;
}

const profiles: Record<ProcedureProfile, ProfileRules> = {
  LICENSE: {
    word: '许',
    specialSeal: '行政许可专用章',
    titles: { renewalDecision: '准予延续行政许可决定书', changeDecision: '准予变更行政许可决定书' },
    granting: '准予行政许可',
    denying: '不予行政许可',
  },
  PUBLIC_SERVICE: {
    word: '服',
    specialSeal: '政务服务专用章',
    titles: { acceptanceRefusal: '不予受理告知书', grantDecision: '办理结果通知书', denialDecision: '不予办理告知书' },
    granting: '予以办理',
    denying: '不予办理',
  },
  BENEFIT: {
    word: '给',
    specialSeal: '政务服务专用章',
    titles: { grantDecision: '准予给付决定书', denialDecision: '不予给付决定书' },
    granting: '准予给付',
    denying: '不予给付',
  },
  FILING: {
    word: '备',
    specialSeal: '政务服务专用章',
    titles: { acceptanceRefusal: '不予受理告知书', grantDecision: '备案通知书', denialDecision: '不予备案通知书' },
    granting: '予以备案',
    denying: '不予备案',
  },
  REAL_ESTATE: {
    word: '登',
    specialSeal: '登记业务专用章',
    titles: { acceptanceRefusal: '不予受理通知书', grantDecision: '准予登记通知书', denialDecision: '不予登记通知书' },
    granting: '准予登记',
    denying: '不予登记',
  },
  SOCIAL_ASSISTANCE: {
    word: '助',
    specialSeal: '政务服务专用章',
    titles: {
      acceptanceRefusal: '不予受理告知书',
      grantDecision: '社会救助审核确认通知书',
      denialDecision: '社会救助不予确认通知书',
    },
    granting: '确认给予社会救助',
    denying: '不予确认社会救助',
  },
};

/** What an organ does to a licence that it gave, as its decision says it. */
const licenceActWords: Record<LicenceAct, string> = {
  suspend: '暂停',
  restore: '恢复',
  recall: '撤回',
  cancel: '注销',
  revoke: '撤销',
};

/** 撤销行政许可, under another profile 撤销证照: the title of the decision, and what it decides. */
export function licenceActWord(act: LicenceAct, profile: ProcedureProfile): string {
  return `${licenceActWords[act]}${profile === 'LICENSE' ? '行政许可' : '证照'}`;
}

/**
 * The title under the organ's name. Where nothing needs to be applied for nothing is refused either: that is told, not
 * decided (ALL 32(1)(1), R-2.1). A decision on a licence is titled by its act, which is its `ground`; a licence that the
 * law itself renewed is told, not decided (ALL 50).
 */
export function documentTitle(kind: DocumentKind, profile: ProcedureProfile, ground?: string): string {
  if (kind === 'acceptanceRefusal' && ground === 'notRequired') return '不受理告知书';
  const act = kind === 'licenceDecision' && licenceActs.find((each) => each === ground);
  if (act) return `${licenceActWord(act, profile)}决定书`;
  if (kind === 'renewalDecision' && ground === 'deemed') return '视为准予延续通知书';
  if (kind === 'inspectionReport' && ground !== undefined) return `${ground}报告`;
  return profiles[profile].titles[kind] ?? rules[kind].title;
}

/** What the title of a kind depends on beside its profile. */
export function groundOf(content: DocumentContent): string | undefined {
  switch (content.kind) {
    case 'acceptanceRefusal':
    case 'renewalDecision':
      return content.ground;
    case 'licenceDecision':
      return content.act;
    case 'inspectionReport':
      return content.procedure;
    default:
      return undefined;
  }
}

/**
 * The 字 of a kind under a profile, such as 许受. Every pair has its own, since numbers run gap-free per organ,
 * 字 and year. Null where the paper is known by its case's number alone.
 */
export function documentWord(kind: DocumentKind, profile: ProcedureProfile): string | null {
  const { word } = rules[kind];
  return word === null ? null : profiles[profile].word + word;
}

const reservedWords = new Set(
  documentKinds
    .filter((kind) => kind !== 'certificate')
    .flatMap((kind) => procedureProfiles.map((profile) => documentWord(kind, profile))),
);

/** Whether other documents are numbered under this 字: a certificate's would run through the same counter. */
export function isReservedWord(word: string): boolean {
  return reservedWords.has(word.trim());
}

/** Which seal a kind carries; null: none. */
export function sealOf(kind: DocumentKind): SealKind | null {
  return rules[kind].seal;
}

/** The words inside the special seal. */
export function specialSealLegend(profile: ProcedureProfile): string {
  return profiles[profile].specialSeal;
}

/** What the decision of a profile grants or denies, as a verb. */
export function decisionWords(profile: ProcedureProfile): { granting: string; denying: string } {
  const { granting, denying } = profiles[profile];
  return { granting, denying };
}

export interface DocumentNumber {
  /** 机关代字, such as 娄星审. */
  organCode: string;
  word: string;
  year: number;
  number: number;
}

/** 娄星审许受〔2026〕12号: six-corner brackets, no padding with zeros. */
export function formatDocumentNumber({ organCode, word, year, number }: DocumentNumber): string {
  return `${organCode}${word}〔${year}〕${number}号`;
}

/** The printed number of a document's row; null where its kind has none. */
export function printedNumber(row: {
  shortCode: string;
  word: string | null;
  year: number | null;
  number: number | null;
}): string | null {
  if (row.word === null || row.year === null || row.number === null) return null;
  return formatDocumentNumber({ organCode: row.shortCode, word: row.word, year: row.year, number: row.number });
}

const announcing: readonly string[] = ['case.meetingArranged', 'case.meetingPostponed', 'case.meetingCancelled'];

export type Overtaken = 'postponed' | 'calledOff';

/**
 * Notices of hearings that hold no longer, by the chain of their case, and why: the hearing was announced anew for another
 * day, or called off. Nobody need be served with them any more; whoever was is told by the new one (ALL 48(1)). Where
 * there is no new one every notice of the hearing was in vain, those for its earlier days too.
 */
export function overtakenNotices(
  chain: readonly { readonly act: string; readonly body: string }[],
): Map<string, Overtaken> {
  const issued = new Map<unknown, readonly string[]>();
  const overtaken = new Map<string, Overtaken>();
  for (const { act, body } of chain) {
    if (!announcing.includes(act)) continue;
    const { facts } = JSON.parse(body) as { facts: { meeting: unknown; documents?: readonly string[] } };
    const before = issued.get(facts.meeting) ?? [];
    const why = act === 'case.meetingCancelled' ? 'calledOff' : 'postponed';
    for (const documentId of before) overtaken.set(documentId, why);
    issued.set(facts.meeting, [...before, ...(facts.documents ?? [])]);
  }
  return overtaken;
}
