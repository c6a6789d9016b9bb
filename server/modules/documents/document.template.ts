import type { PrintedBlock, TemplateContent } from '../../../contract/documents.ts';
import type { DocumentData } from './document.data.ts';
import { printDay, printInstant } from './printing.rules.ts';
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
  const isOfApplicant = data.kind === 'applicationForm';
  return {
    head: {
      organ: isOfApplicant || data.kind === 'certificate' ? null : data.organ,
      title: data.title,
      number: isOfApplicant ? null : data.number,
    },
    blocks: blocksUnder(template, data),
    closing: isOfApplicant
      ? [`${data.signer.role}：${data.signer.name}`, '签名或者盖章：', `申请日期：${printDay(data.appliedDay)}`]
      : [data.organ, printDay(data.issueDay)],
  };
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
