import type { ProcedureProfile } from '../../../contract/values.ts';
import { zone } from '../../platform/clock.ts';

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

export interface Column {
  title: string;
  /** Width relative to the other columns. */
  share: number;
  align: 'left' | 'center';
}

export interface Field {
  label: string;
  text: string;
  /** Height kept free, in lines, for a pen. */
  lines?: number;
  /** Width relative to the other fields of its row; 1 unless told. */
  share?: number;
}

export type Block =
  | { kind: 'addressee'; text: string }
  /** Small and centred under the number: what the document belongs to. */
  | { kind: 'reference'; text: string }
  /** A paragraph under a form, in the form's size. */
  | { kind: 'note'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'table'; columns: Column[]; rows: string[][] }
  | { kind: 'form'; rows: Field[][] };

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });

/** 2026年3月12日 */
export function printDay(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `${year}年${month}月${date}日`;
}

/** 2026年3月12日（星期四）, for days by which somebody must act. */
export function printLastDay(day: string): string {
  return `${printDay(day)}（星期${'一二三四五六日'.charAt(Temporal.PlainDate.from(day).dayOfWeek - 1)}）`;
}

/** 2026年2月26日15时04分, in the district's zone. */
export function printInstant(at: string): string {
  const { hour, minute } = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  return `${printDay(day)}${hour}时${String(minute).padStart(2, '0')}分`;
}

/** 10个工作日 */
export function printLimit({ days, unit }: Limit): string {
  return `${days}${unit === 'workingDay' ? '个工作日' : '日'}`;
}

/** Text that staff typed, ended as a sentence. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[。！？…]$/u.test(trimmed) ? trimmed : `${trimmed.replace(/[，、；：,;:.]+$/u, '')}。`;
}

/** Text that staff typed, ready to stand inside a sentence. */
export function clause(text: string): string {
  return text.trim().replace(/[，、；：。,;:.]+$/u, '');
}

/** How a letter begins: the case and item it belongs to, and whom it speaks to. */
export function letterHead({ applicants, caseNumber, item }: DocumentHead): Block[] {
  return [
    { kind: 'reference', text: `办件编号 ${caseNumber}` },
    { kind: 'reference', text: `事项编码 ${item.code}` },
    { kind: 'addressee', text: `${applicantNames(applicants)}：` },
  ];
}

export function applicantNames(applicants: DocumentHead['applicants']): string {
  return applicants.map(({ name }) => name).join('、');
}

/** How the document speaks to its addressee. */
export function you({ applicants }: DocumentHead): string {
  if (applicants.length > 1) return '你们';
  return applicants[0]?.kind === 'organisation' ? '你单位' : '您';
}

/** 您于2026年2月26日提出的…申请 */
export function application(head: DocumentHead, appliedDay: string): string {
  return `${you(head)}于${printDay(appliedDay)}提出的${head.item.name}申请`;
}

export function contactSentence({ contact }: DocumentHead): string {
  return contact.name === null ? `联系电话${contact.phone}。` : `联系人${contact.name}，电话${contact.phone}。`;
}

export function querySentence(queryCode: string): string {
  return `凭查询码${queryCode}，在手机、窗口、村（社区）都能查。`;
}

/** Said wherever a printed date may still move; empty when none can. */
export function provisionalSentence({ provisionalYears }: DocumentHead): string {
  if (provisionalYears.length === 0) return '';
  const years = provisionalYears.map((year) => `${year}年`).join('、');
  return `${years}的放假安排尚未公布，涉及的日期为暂算，公布后按公布的安排重新计算。`;
}

/** 行政许可法 art. 38 for denials; also printed on refusals of acceptance. */
export function remediesSentence(head: DocumentHead, { reconsiderationOrgan, court }: Remedies): string {
  // 决定书, 告知书, 通知书: the sentence calls the paper what its title does.
  const paper = head.title.slice(-3);
  return (
    `${you(head)}如不服本${paper.slice(0, 2)}，可以自收到本${paper}之日起六十日内向${reconsiderationOrgan}申请行政复议，` +
    `也可以自收到本${paper}之日起六个月内依法向${court}提起行政诉讼。`
  );
}

/** Numbered paragraphs: 一、期限。… Empty texts fall away and take no number. */
export function numbered(parts: [heading: string, text: string][]): Block[] {
  return parts
    .filter(([, text]) => text !== '')
    .map(([heading, text], index) => paragraph(`${'一二三四五六七八九'.charAt(index)}、${heading}。${text}`));
}
