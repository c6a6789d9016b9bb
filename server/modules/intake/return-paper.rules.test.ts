import { expect, test } from 'vitest';
import { returnSheet } from './return-paper.rules.ts';

test('it says why, until when the applicant can be asked, and lists only what was handed in', () => {
  const materials = [
    { key: 'plan', name: { zh: '平面图', en: 'plan' } },
    { key: 'report', name: { zh: '检测报告', en: 'report' } },
  ];
  const organ = { name: { zh: '区卫健局', en: '' }, phone: '' };
  const matter = {
    theCase: { profile: 'LICENSE', caseNo: 'BJ1' },
    version: { code: '', content: { name: { zh: '卫生许可', en: '' }, materials } },
    parties: [{ role: 'applicant', kind: 'person', name: '样例·张三' }],
    decidingOrgan: organ,
    center: { name: { zh: '甲镇便民服务中心', en: '' } },
  };
  const sheet = returnSheet(matter as never, {
    reason: '地址不一致',
    returnedAt: '2026-03-03T01:00:00Z',
    returnedBy: '甲',
    receivedDay: '2026-03-02',
    noticeLastDay: '2026-03-09',
    materials: [
      { key: 'plan', received: true, originals: 1, copies: 0 },
      { key: 'report', received: false, originals: 0, copies: 0 },
    ],
  });
  expect(sheet).toMatchObject({ reason: '地址不一致', noticeLastDay: '2026-03-09', papers: [{ name: '平面图' }] });
  expect(sheet.papers).toHaveLength(1);
});
