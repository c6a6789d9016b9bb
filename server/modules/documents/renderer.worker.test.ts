import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { DocumentKind } from '../../../contract/documents.ts';
import { documentKinds } from '../../../contract/words.ts';
import { bundledFace } from './document.faces.ts';
import { layOut } from './document.layout.ts';
import { documentLines } from './document.template.ts';
import { sampleDocuments } from './document-samples.data.ts';
import { procedureTemplates } from './procedure-templates.data.ts';
import { closeRenderer, renderDocument } from './renderer.worker.ts';
import { firstTemplates } from './templates.data.ts';

afterAll(closeRenderer);

const digest = (pdf: Buffer) => createHash('sha256').update(pdf).digest('hex');
const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
const named = (name: string) => ({
  ...sampleDocuments.acceptanceNotice,
  applicants: [{ name, kind: 'person' as const }],
});

test.each(documentKinds)('%s renders on one page or two, small, tagged and in Chinese', async (kind) => {
  const pdf = await renderDocument(sampleDocuments[kind]);
  expect(pages(pdf)).toBeLessThanOrEqual(
    ['correctionNotice', 'applicationForm', 'commitmentLetter', 'siteVisitRecord'].includes(kind) ? 2 : 1,
  );
  expect(pdf.length).toBeLessThan(150_000);
  expect(pdf.toString('latin1')).toContain('/Lang (zh-CN)');
  expect(pdf.toString('latin1')).toContain('/MarkInfo');
});

test('the same data gives the same bytes, from another worker too', async () => {
  const first = digest(await renderDocument(sampleDocuments.grantDecision));
  expect(digest(await renderDocument(sampleDocuments.grantDecision))).toBe(first);
  await closeRenderer();
  expect(digest(await renderDocument(sampleDocuments.grantDecision))).toBe(first);
});

test('a demo document and a live one differ', async () => {
  const live = { ...sampleDocuments.grantDecision, demo: false };
  expect(digest(await renderDocument(live))).not.toBe(digest(await renderDocument(sampleDocuments.grantDecision)));
});

test.each([
  '龘靐𬭚𰻝',
  '𠮷田',
  '样例😀👨‍👩‍👧',
  'ئابدۇللا محمد (2)',
  'שלום עולם',
  '\u0000\u202e\ufe0f\u200b\ud800\uffff',
  ' ',
  '',
  'Ångström van der Ü',
])('the name %j renders', async (name) => {
  expect(pages(await renderDocument(named(name)))).toBe(1);
});

test('a name of four thousand characters renders and flows over pages', async () => {
  expect(pages(await renderDocument(named('龘靐样例'.repeat(1000))))).toBeGreaterThan(3);
});

test('every script of a name survives into the lines of its document', () => {
  const name = '龘靐𬭚𠮷😀 محمد שלום'.repeat(250);
  expect(documentLines(named(name)).join('\n')).toContain(`${name}：`);
});

test('a name of four thousand emoji and right-to-left letters renders and flows over pages', async () => {
  expect(pages(await renderDocument(named('😀محمد'.repeat(800))))).toBeGreaterThan(1);
});

test.each(Object.keys(procedureTemplates) as DocumentKind[])(
  '%s renders with a firm’s name of four thousand characters and with one of rare characters and other scripts',
  async (kind) => {
    const named = (name: string) => ({
      ...sampleDocuments[kind],
      organ: '娄星区行政审批服务局（演示）',
      applicants: [{ name, kind: 'organisation' as const }],
      item: { name, code: '000131021000' },
    });
    expect(pages(await renderDocument(named('龘靐𬭚𰻝😀 محمد שלום')))).toBeLessThanOrEqual(2);
    const long = named('娄底样例农业发展有限公司'.repeat(333));
    const isNamed = documentLines(long).some((line) => line.includes(long.item.name));
    expect(pages(await renderDocument(long))).toBeGreaterThan(isNamed ? 2 : 0);
  },
);

test('a receipt of three papers that went by letter keeps its seal on the one page', async () => {
  const [paper] = sampleDocuments.deliveryReceipt.documents;
  if (paper === undefined) throw new Error('The sample serves a paper.');
  const post = { carrier: '中国邮政速递物流', trackingNumber: 'EA123456789CN' };
  const item = { name: '公共场所卫生许可（延续）', code: '000131021000' };
  const posted = {
    ...sampleDocuments.deliveryReceipt,
    item,
    documents: [paper, paper, paper],
    method: 'MAIL',
    post,
  } as const;
  expect(pages(await renderDocument({ ...posted, documents: [...posted.documents] }))).toBe(1);
});

test('forty defects flow over pages', async () => {
  const { defects } = sampleDocuments.correctionNotice;
  const many = Array.from({ length: 40 }, (_, index) => defects[index % defects.length]).filter((d) => d !== undefined);
  expect(pages(await renderDocument({ ...sampleDocuments.correctionNotice, defects: many }))).toBeGreaterThan(2);
});

test('seven columns with numbers of eighteen digits: no number is torn, no word runs downwards, nothing under 9 points', () => {
  const member = ['农民', '样例·邓某某', '43130219000101021X', '', '乐坪街道月塘街社区', '20000元', '土地经营权'];
  const body = ['企业、事业单位', '娄底样例农资有限公司', '', '91431302MA00000232', '', '20000.50元', '钱'];
  const columns = [
    '成员是',
    '姓名（名称）',
    '身份证号',
    '统一社会信用代码',
    '哪个村（社区）的',
    '出资额',
    '拿什么出资',
  ];
  const wide = { heading: '成员名册', columns, table: [member, body] };
  const serif = [bundledFace('serif')];
  const { pages } = layOut({ ...sampleDocuments.applicationForm, parts: [wide] }, firstTemplates.applicationForm, {
    body: serif,
    title: serif,
  });
  const lines = pages.flat().flatMap((item) => {
    if (item.kind !== 'line') return [];
    return [{ size: item.size, text: item.line.pieces.map(({ text }) => text).join('') }];
  });
  for (const whole of ['43130219000101021X', '91431302MA00000232', '20000.50元', '统一社会信用代码'])
    expect(lines.map(({ text }) => text)).toContain(whole);
  expect(lines.filter(({ text }) => ['土', '乐'].includes(text))).toEqual([]);
  expect(Math.min(...lines.map(({ size }) => size))).toBeGreaterThanOrEqual(9);
});

test('a document that cannot be drawn fails alone', async () => {
  const broken = renderDocument({ ...sampleDocuments.grantDecision, issueDay: 'never' });
  const after = renderDocument(sampleDocuments.grantDecision);
  await expect(broken).rejects.toThrow();
  expect(pages(await after)).toBe(1);
});

test('a document that takes too long is refused, and the next one has a new worker', async () => {
  const slow = renderDocument(named('龘靐样例'.repeat(20_000)), { milliseconds: 1 });
  const after = renderDocument(sampleDocuments.grantDecision);
  await expect(slow).rejects.toThrow('more than 1 ms');
  expect(pages(await after)).toBe(1);
});
