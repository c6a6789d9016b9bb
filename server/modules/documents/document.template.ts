import type { PrintedBlock, TemplateContent } from '../../../contract/documents.ts';
import type { DocumentData } from './document.data.ts';
import { printDay, printDayOf } from './printing.rules.ts';
import { blockLines, blocksUnder } from './template.rules.ts';
import { firstTemplates } from './templates.data.ts';

/** A document in the parts that a page sets differently, top to bottom. */
export interface DocumentParts {
  /** Lines above the blocks; the organ's name heads its own papers, not an applicant's. */
  head: { organ: string | null; title: string; number: string | null };
  blocks: PrintedBlock[];
  /** Who signs or seals, and the day. */
  closing: string[];
}

/** What a document says under a template; its first one unless told. */
export function documentParts(
  data: DocumentData,
  template: TemplateContent = firstTemplates[data.kind],
): DocumentParts {
  const signer = signerOf(data);
  return {
    head: {
      organ: signer !== null || data.kind === 'certificate' ? null : data.organ,
      title: data.title,
      number: signer === null ? data.number : null,
    },
    blocks: blocksUnder(template, data),
    closing: signer === null ? [data.organ, printDay(data.issueDay)] : signerLines(signer),
  };
}

interface Signer {
  role: string;
  name: string;
  signedAt: string | null;
  /** What the day under the signature is called. */
  dayLabel: string;
  day: string;
}

/** Who signs the applicant's own papers; null for those of an organ. */
export function signerOf(data: DocumentData): Signer | null {
  switch (data.kind) {
    case 'applicationForm':
      return { ...data.signer, signedAt: null, dayLabel: '申请日期', day: data.appliedDay };
    case 'toleratedCommitment':
      return { ...data.signer, dayLabel: '承诺日期', day: data.issueDay };
    case 'withdrawalRequest':
      return { ...data.signer, dayLabel: '日期', day: data.requestedDay };
    case 'agentAuthorization':
      return { ...data.signer, dayLabel: '委托日期', day: data.signedDay };
    default:
      return null;
  }
}

function signerLines({ role, name, signedAt, dayLabel, day }: Signer): string[] {
  return [
    `${role}：${name}`,
    signedAt === null ? '签名或者盖章：' : `${printDayOf(signedAt)}电子签名`,
    `${dayLabel}：${printDay(day)}`,
  ];
}

/** The whole document as plain text in reading order: for search, screen readers and tests. */
export function documentLines(data: DocumentData, template?: TemplateContent): string[] {
  const { head, blocks, closing } = documentParts(data, template);
  return [
    ...[head.organ, head.title, head.number].filter((line) => line !== null),
    ...blocks.flatMap(blockLines),
    ...closing,
  ];
}
