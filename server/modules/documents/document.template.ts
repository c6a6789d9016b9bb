import { type AcceptanceNoticeData, acceptanceNoticeBlocks } from './acceptance-notice.template.ts';
import { type AcceptanceRefusalData, acceptanceRefusalBlocks } from './acceptance-refusal.template.ts';
import { type CorrectionNoticeData, correctionNoticeBlocks } from './correction-notice.template.ts';
import { type DeliveryReceiptData, deliveryReceiptBlocks } from './delivery-receipt.template.ts';
import { type DenialDecisionData, denialDecisionBlocks } from './denial-decision.template.ts';
import { type Block, printDay } from './document.blocks.ts';
import { type GrantDecisionData, grantDecisionBlocks } from './grant-decision.template.ts';
import { type IntakeReceiptData, intakeReceiptBlocks } from './intake-receipt.template.ts';

/** The frozen data of one document: all that its PDF shows, and nothing that can change after its issue. */
export type DocumentData =
  | IntakeReceiptData
  | AcceptanceNoticeData
  | CorrectionNoticeData
  | AcceptanceRefusalData
  | GrantDecisionData
  | DenialDecisionData
  | DeliveryReceiptData;

/** What a document says, block by block, between its title and its closing. */
export function documentBlocks(data: DocumentData): Block[] {
  switch (data.kind) {
    case 'intakeReceipt':
      return intakeReceiptBlocks(data);
    case 'acceptanceNotice':
      return acceptanceNoticeBlocks(data);
    case 'correctionNotice':
      return correctionNoticeBlocks(data);
    case 'acceptanceRefusal':
      return acceptanceRefusalBlocks(data);
    case 'grantDecision':
      return grantDecisionBlocks(data);
    case 'denialDecision':
      return denialDecisionBlocks(data);
    case 'deliveryReceipt':
      return deliveryReceiptBlocks(data);
  }
}

/** The whole document as plain text in reading order: for search, screen readers and tests. */
export function documentLines(data: DocumentData): string[] {
  return [
    data.organ,
    data.title,
    ...(data.number === null ? [] : [data.number]),
    ...documentBlocks(data).flatMap(blockLines),
    data.organ,
    printDay(data.issueDay),
  ];
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'reference':
    case 'addressee':
    case 'paragraph':
    case 'note':
      return [block.text];
    case 'table':
      return [block.columns.map(({ title }) => title), ...block.rows].map((cells) => cells.join(' | '));
    case 'form':
      return block.rows.map((fields) => fields.map(({ label, text }) => `${label}：${text}`).join(' | '));
  }
}
