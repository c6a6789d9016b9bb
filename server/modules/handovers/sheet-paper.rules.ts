import type { SheetLine } from '../../../contract/handovers.ts';
import type { DocumentContent } from '../documents/index.ts';
import type { Organ } from '../places/index.ts';
import type { Sheet } from './sheet.store.ts';

/** 材料交接单 as a document: every paper of every case that was taken, what was not and why, and both who signed. */
export function sheetPaper({
  sheet,
  lines,
  center,
  organ,
  giver,
  taker,
  takenAt,
}: {
  sheet: Sheet;
  lines: readonly (Omit<SheetLine, 'reason'> & { reason: string | undefined })[];
  center: string;
  organ: Organ;
  giver: string;
  taker: string;
  takenAt: string;
}): Extract<DocumentContent, { kind: 'handOverSheet' }> {
  const [from, to] = sheet.direction === 'TO_OFFICE' ? [center, organ.name.zh] : [organ.name.zh, center];
  const refused = lines.filter(({ reason }) => reason !== undefined);
  return {
    kind: 'handOverSheet',
    profile: 'PUBLIC_SERVICE',
    caseNumber: `${sheet.number}（${lines.length}件）`,
    applicants: lines.map(({ applicant }) => ({ name: applicant, kind: 'person' })),
    item: { name: [...new Set(lines.map(({ itemName }) => itemName.zh))].join('、'), code: '' },
    contact: { name: null, phone: organ.phone },
    provisionalYears: [],
    handedAt: takenAt,
    from: { name: giver, signedAt: sheet.handedAt, organ: from },
    to: { name: taker, signedAt: takenAt, organ: to },
    papers: lines
      .filter(({ reason }) => reason === undefined)
      .flatMap(({ caseNo, papers }) =>
        papers.map(({ name, originals, copies }) => ({ name: `${caseNo} ${name.zh}`, originals, copies, pages: null })),
      ),
    remark:
      refused.length === 0
        ? null
        : `没有接收：${refused.map(({ caseNo, reason }) => `${caseNo}，${reason}`).join('；')}`,
  };
}
