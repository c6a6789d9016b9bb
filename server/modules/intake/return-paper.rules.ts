import { type Matter, paperHead } from '../cases/index.ts';
import type { DocumentContent } from '../documents/index.ts';

/** 退件单: why the file goes back, and until when the window can ask the applicant for more. */
export function returnSheet(
  matter: Matter,
  facts: {
    reason: string;
    returnedAt: string;
    returnedBy: string;
    receivedDay: string;
    noticeLastDay: string;
    materials: readonly { key: string; received: boolean; originals: number; copies: number }[];
  },
): Extract<DocumentContent, { kind: 'returnSheet' }> {
  const names = new Map(matter.version.content.materials.map(({ key, name }) => [key, name.zh]));
  return {
    kind: 'returnSheet',
    ...paperHead(matter, matter.decidingOrgan, [facts.noticeLastDay]),
    provisionalYears: [],
    returnedAt: facts.returnedAt,
    from: { name: facts.returnedBy, signedAt: facts.returnedAt, organ: matter.decidingOrgan.name.zh },
    to: { name: '', signedAt: null, organ: matter.center.name.zh },
    reason: facts.reason,
    request: '请重新核对材料：需要补正的，一次告知申请人；不需要的，重新受理',
    receivedDay: facts.receivedDay,
    noticeLastDay: facts.noticeLastDay,
    papers: facts.materials
      .filter(({ received }) => received)
      .map(({ key, originals, copies }) => ({ name: names.get(key) ?? key, originals, copies, pages: null })),
  };
}
