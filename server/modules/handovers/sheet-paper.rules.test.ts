import { expect, test } from 'vitest';
import { sheetPaper } from './sheet-paper.rules.ts';

const line = (caseNo: string, reason?: string) => ({
  caseId: caseNo,
  caseNo,
  applicant: '样*',
  itemName: { zh: '卫生许可', en: 'licence' },
  papers: [{ name: { zh: '平面图', en: 'plan' }, originals: 1, copies: 0 }],
  state: 'LISTED' as const,
  reason,
});

const paper = sheetPaper({
  sheet: { number: 'JJ20260302-001', direction: 'TO_WINDOW', handedAt: '2026-03-02T01:00:00Z' } as never,
  lines: [line('BJ1'), line('BJ2', '缺平面图')],
  center: '甲镇便民服务中心',
  organ: { name: { zh: '区卫健局', en: '' }, phone: '' } as never,
  giver: '甲',
  taker: '乙',
  takenAt: '2026-03-02T02:00:00Z',
});

test('it lists what was taken, and says what was not and why', () => {
  expect(paper.papers.map(({ name }) => name)).toEqual(['BJ1 平面图']);
  expect(paper.remark).toBe('没有接收：BJ2，缺平面图');
});

test('results go from the department to the window', () => {
  expect([paper.from.organ, paper.to.organ]).toEqual(['区卫健局', '甲镇便民服务中心']);
});
