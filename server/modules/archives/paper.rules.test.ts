import { expect, test } from 'vitest';
import type { ArchivePoint } from '../../../contract/archives.ts';
import type { Matter } from '../cases/index.ts';
import type { Manifest } from './manifest.rules.ts';
import { archiveCheckReport, archiveList, type PaperWords, reviewSheet } from './paper.rules.ts';

const words: PaperWords = {
  property: () => '真实性',
  point: ({ point }) => ({ point, method: '比对' }),
  retention: () => '30年',
  step: (kind) => kind,
  opinion: (opinion) => opinion ?? '',
};

const task = { organisationId: 'o', doneBy: 'p', state: 'done' };
const matter = {
  theCase: {
    profile: 'LICENSE',
    caseNo: 'BJ1',
    receivedAt: '2026-03-01T17:00:00Z',
    acceptedDay: '2026-03-03',
    outcome: 'GRANTED',
    tasks: [
      { ...task, id: 't2', kind: 'DECISION', opinion: 'agree', doneAt: '2026-03-05T02:00:00Z' },
      { ...task, id: 't1', kind: 'REVIEW', opinion: 'agree', doneAt: '2026-03-04T02:00:00Z' },
      { ...task, id: 't3', kind: 'HEARING', opinion: null, doneAt: null, state: 'cancelled' },
    ],
  },
  version: { content: { name: { zh: '卫生许可' } }, code: '43' },
  parties: [{ role: 'applicant', name: '样例·张某某', kind: 'person' }],
  issuingOrgan: { phone: '0738' },
} as unknown as Matter;

const manifest = {
  number: '2026-D30-BJ1',
  case: { endedDay: '2026-03-06' },
  documents: [{ documentId: 'd', number: '区卫健许受〔2026〕1号', day: '2026-03-03' }],
  entries: [
    { path: '01-form/001-answers.json', title: '申请信息', sha256: 'a'.repeat(64), madeAt: '2026-03-19T17:00:00Z' },
    { path: '03-documents/001-n.pdf', title: '受理通知书', sha256: 'b'.repeat(64), madeAt: null, documentId: 'd' },
  ],
} as unknown as Manifest;

const archivist = { name: '样例·萧某某', signedAt: '2026-03-20T01:00:00Z' };

test('内部审批表: every step that was done, in the order in which it was done, with person and opinion', () => {
  const facts = {
    texts: new Map([['t1', '材料齐全。']]),
    lastDay: '2026-03-31',
    personName: () => '样例·雷某某',
    organName: () => '区卫生健康局',
  };
  const sheet = reviewSheet(matter, facts, words);
  expect(sheet.steps.map(({ step, opinion }) => [step, opinion])).toEqual([
    ['REVIEW', 'agree。材料齐全。'],
    ['DECISION', 'agree'],
  ]);
  expect(sheet).toMatchObject({ receivedDay: '2026-03-02', lastDay: '2026-03-31', outcome: '准予' });
});

test('归档目录: every file with number, day, pages and the beginning of its hash', () => {
  const pages = new Map([['03-documents/001-n.pdf', 2]]);
  expect(archiveList(matter, manifest, { pages, archivist }, words).entries).toEqual([
    { title: '申请信息', number: null, day: '2026-03-20', pages: null, digest: 'aaaaaaaaaaaa' },
    { title: '受理通知书', number: '区卫健许受〔2026〕1号', day: '2026-03-03', pages: 2, digest: 'bbbbbbbbbbbb' },
  ]);
});

test('四性检测报告: every point with its result, and what they come to', () => {
  const report: ArchivePoint[] = [
    { point: 'ledgerWhole', property: 'authenticity', passed: true, faults: [] },
    { point: 'sealValid', property: 'authenticity', passed: false, faults: [{ code: 'seal_wrong', what: '' }] },
  ];
  const paper = archiveCheckReport(matter, manifest, { report, digest: 'x', archivist }, words);
  expect(paper.checks.map(({ result }) => result)).toEqual(['合格', '不合格']);
  expect(paper.conclusion).toBe('共检测2项，有1项不合格，不予归档。');
});
