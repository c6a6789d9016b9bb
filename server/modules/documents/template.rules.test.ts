import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import type { DocumentKind, TemplateBlock, TemplateContent } from '../../../contract/documents.ts';
import { documentKinds, internalPapers, isServed } from '../../../contract/words.ts';
import { documentLines } from './document.template.ts';
import { sampleCases, sampleDocuments } from './document-samples.data.ts';
import { documentValues, obligatoryValues } from './document-values.rules.ts';
import { blocksUnder, faultsOfTemplate, titleUnder } from './template.rules.ts';
import { firstTemplates } from './templates.data.ts';

const faults = (kind: DocumentKind, content: TemplateContent) => faultsOfTemplate(kind, content, sampleCases[kind]);
const saying = (...blocks: TemplateBlock[]): TemplateContent => ({ title: '{文书名称}', blocks });
const says = (...blocks: TemplateBlock[]) =>
  blocksUnder(saying(...blocks), sampleDocuments.grantDecision).map((block) => ('text' in block ? block.text : block));
const without = (content: TemplateContent, words: string): TemplateContent => ({
  ...content,
  blocks: content.blocks.filter((block) => !JSON.stringify(block).includes(words)),
});

test.each(documentKinds)('the template that comes with the product for %s has no fault', (kind) => {
  expect(faults(kind, firstTemplates[kind])).toEqual([]);
});

test.each(documentKinds)('every obligatory value of %s is one that it has', (kind) => {
  const { texts, lists } = documentValues(sampleDocuments[kind]);
  for (const name of obligatoryValues[kind]) {
    const [list = '', column] = name.split('.');
    expect(column === undefined ? texts[name] : lists[list]?.[0]?.[column], name).toBeDefined();
  }
});

test.each(documentKinds)(
  '%s has the same names in all its cases, so that a template that passed never fails',
  (kind) => {
    const names = Object.keys(documentValues(sampleDocuments[kind]).texts);
    for (const data of sampleCases[kind]) expect(Object.keys(documentValues(data).texts)).toEqual(names);
  },
);

/** By kind: the beginning of the hash of version 1. A kind's line is written once, when the kind is new. */
const landed: Record<DocumentKind, string> = {
  intakeReceipt: '47f4e60c66ae5157',
  acceptanceNotice: '0abb24ecb7ee1ae8',
  correctionNotice: '32dfe2299a9f5854',
  acceptanceRefusal: 'f34038acd8671be8',
  grantDecision: '730e704be83005d1',
  denialDecision: '854dbc3aa6b23014',
  deliveryReceipt: '85c5dd6f474d5a33',
  applicationForm: 'b2a8fff2e213c585',
  certificate: '32527fbcdd325a76',
  licenceDecision: 'fabbd4c2d704f5d0',
  toleratedCommitment: 'aa4bfed19f9aa6b0',
  toleratedNotice: '833a57ef9befed16',
  supplyNotice: 'a0132d4f36c6e9cf',
  commitmentLetter: '29871973eab84728',
  specialProcedureNotice: 'db355ce0dfb52ab9',
  resumptionNotice: 'dec0e08da26affdd',
  extensionNotice: 'e9734c7f370231b0',
  hearingRightsNotice: 'd8110b9fc3764a43',
  hearingNotice: '4f6a5055dde6b542',
  hearingRecord: '0e9c7348ce6b241a',
  siteVisitRecord: '1ec8842e5d020617',
  reviewMinutes: 'c345dd64ade5201b',
  expertOpinion: 'eb4cf272c3ec6178',
  inspectionReport: '5db7888906e1401d',
  publicNotice: '2151c6f4d247e72e',
  reportUpOpinion: '80c967605f1bb0ec',
  withdrawalRequest: '3b58239ade708b25',
  terminationNotice: '663a541de014b903',
  deemedWithdrawalNotice: 'd8e38776434bb5fa',
  renewalDecision: '580274603f8e1c0f',
  changeDecision: 'f35ca7119062ea63',
  reviewSheet: '78a867281184d932',
  handOverSheet: '6309b53041b219a9',
  returnSheet: 'c2b394e9e1bbe7aa',
  agentAuthorization: '624830c63f3ce761',
  archiveList: 'ffd4acf7a633451b',
  archiveCheckReport: '568ca1585b18bd1b',
};

test.each(documentKinds)(
  'version 1 of %s is as it landed: papers are rendered from it for ever, and another wording is another version',
  (kind) => {
    const hash = createHash('sha256').update(canonicalize(firstTemplates[kind]) as string);
    expect(hash.digest('hex').slice(0, 16)).toBe(landed[kind]);
  },
);

describe('a text of a template', () => {
  test('prints values by name, and drops what stands in brackets where a value is empty', () => {
    expect(says({ kind: 'paragraph', text: '[联系{联系人}，]自{受理日}[到{有效期}]起。' })).toEqual([
      '联系样例·王某某，自2026年2月27日到自2026年3月12日起至2031年3月11日止起。',
    ]);
    const { validity, ...rest } = sampleDocuments.grantDecision;
    const content = saying({ kind: 'paragraph', text: '自{受理日}[到{有效期}]起。' });
    expect(blocksUnder(content, { ...rest, validity: null })).toEqual([
      { kind: 'paragraph', text: '自2026年2月27日起。' },
    ]);
  });

  test('falls away and takes no number where all its values are empty', () => {
    const data = { ...sampleDocuments.grantDecision, validity: null };
    const content = saying(
      { kind: 'numbered', heading: '有效期', text: '{有效期}。' },
      { kind: 'numbered', heading: '内容', text: '{内容}。', when: '适用范围' },
      { kind: 'numbered', heading: '说明', text: '没有有效期。', unless: '有效期' },
    );
    expect(blocksUnder(content, data).map((block) => 'text' in block && block.text)).toEqual([
      expect.stringMatching(/^一、内容。/),
      '二、说明。没有有效期。',
    ]);
  });

  test('never ends with two full stops, and counts on beyond nine', () => {
    const data = { ...sampleDocuments.grantDecision, facts: '没有异议！' };
    expect(blocksUnder(saying({ kind: 'paragraph', text: '{事实}。' }), data)).toEqual([
      { kind: 'paragraph', text: '没有异议！' },
    ]);
    const many = Array.from({ length: 21 }, (): TemplateBlock => ({ kind: 'numbered', heading: '项', text: '文。' }));
    expect(says(...many).slice(9, 11)).toEqual(['十、项。文。', '十一、项。文。']);
    expect(says(...many).at(-1)).toBe('二十一、项。文。');
  });

  test('what an applicant wrote is never read as a template', () => {
    const data = { ...sampleDocuments.grantDecision, applicants: [{ name: '{事项}[王]', kind: 'person' as const }] };
    expect(documentLines(data)).toContain('{事项}[王]：');
  });
});

describe('a template is refused with the place of each fault', () => {
  const at = (kind: DocumentKind, content: TemplateContent) =>
    faults(kind, content).map(({ field, code, facts }) => [field, code, facts?.['name']]);

  test('a value, list, column or condition that its kind does not have', () => {
    const column = { title: '名称', text: '{原件}{重量}', share: 1, align: 'left' as const };
    expect(
      at('intakeReceipt', {
        title: '{标题}',
        blocks: [
          { kind: 'paragraph', text: '{受理日}', when: '有钱' },
          { kind: 'table', list: '材料', columns: [column] },
          { kind: 'table', list: '材枓', columns: [column] },
          { kind: 'form', rows: [[{ label: '', text: '{查询码}{口令}' }]] },
          { kind: 'rows' },
        ],
      }),
    ).toEqual([
      ['title', 'valueUnknown', '标题'],
      ['blocks.0.when', 'valueUnknown', '有钱'],
      ['blocks.0.text', 'valueUnknown', '受理日'],
      ['blocks.1.columns.0.text', 'valueUnknown', '重量'],
      ['blocks.2.list', 'listUnknown', '材枓'],
      ['blocks.3.rows.0.0.label', 'textEmpty', undefined],
      ['blocks.3.rows.0.0.text', 'valueUnknown', '口令'],
      ['blocks.4', 'rowsUnknown', undefined],
    ]);
  });

  test('an empty title, an empty paragraph, a bracket without its partner', () => {
    const blocks: TemplateBlock[] = [
      { kind: 'paragraph', text: '  ' },
      { kind: 'numbered', heading: '期限', text: '到{受理日为止' },
      { kind: 'note', text: '[根据[{受理依据}]]' },
    ];
    expect(at('acceptanceNotice', { title: ' ', blocks })).toEqual([
      ['title', 'textEmpty', undefined],
      ['blocks.0.text', 'textEmpty', undefined],
      ['blocks.1.text', 'brackets', undefined],
      ['blocks.2.text', 'brackets', undefined],
    ]);
  });

  test('行政许可法 art. 38: a denial without its remedies', () => {
    expect(at('denialDecision', without(firstTemplates.denialDecision, '救济途径'))).toEqual([
      ['blocks', 'valueMissing', '救济途径'],
    ]);
  });

  test('行政许可法 art. 32, 42: an acceptance notice without one of its limits, or without acceptance by silence', () => {
    const one = JSON.parse(
      JSON.stringify(firstTemplates.acceptanceNotice).replace('{法定期限}', ''),
    ) as TemplateContent;
    expect(at('acceptanceNotice', one)).toEqual([['blocks', 'valueMissing', '法定期限']]);
    expect(at('acceptanceNotice', without(firstTemplates.acceptanceNotice, '视为受理'))).toContainEqual([
      'blocks',
      'valueMissing',
      '视为受理',
    ]);
  });

  test('行政许可法 art. 32(4): a correction notice without its last day or without how to correct', () => {
    const { blocks } = firstTemplates.correctionNotice;
    const table = blocks.map((block) =>
      block.kind === 'table' ? { ...block, columns: block.columns.filter(({ title }) => title !== '怎样补正') } : block,
    );
    expect(at('correctionNotice', { ...firstTemplates.correctionNotice, blocks: table })).toEqual([
      ['blocks', 'valueMissing', '补正内容.怎样补正'],
    ]);
    expect(at('correctionNotice', without(firstTemplates.correctionNotice, '请最迟'))).toEqual([
      ['blocks', 'valueMissing', '最后一天'],
      ['blocks', 'valueMissing', '暂算说明'],
    ]);
  });

  test('a condition that would hide what must be said does not help', () => {
    const hidden: TemplateContent = {
      ...firstTemplates.denialDecision,
      blocks: firstTemplates.denialDecision.blocks.map((block) =>
        'heading' in block && block.heading === '救济途径' ? { ...block, unless: '行政许可' } : block,
      ),
    };
    expect(at('denialDecision', hidden)).toEqual([['blocks', 'valueMissing', '救济途径']]);
    const { blocks } = firstTemplates.applicationForm;
    expect(
      at('applicationForm', { title: '{事项}申请书', blocks: blocks.filter(({ kind }) => kind !== 'rows') }),
    ).toEqual([['blocks', 'valueMissing', 'rows']]);
  });
});

test('ALL 29, 31: 申请书 is the applicant’s paper: to the organ, with a truth statement, signed, without number', () => {
  const lines = documentLines(sampleDocuments.applicationForm);
  expect(lines[0]).toBe('食品经营许可（新办）申请书');
  expect(lines).toContain('娄星区行政审批服务局（演示）：');
  expect(lines).toContain('姓名 | 岗位 | 健康证明编号');
  expect(lines).toContain('本人承诺：所填内容和提交的材料真实，并对其真实性负责；如有不实，依法承担责任。');
  expect(lines).toContain('本申请由样例·王某某受申请人委托代为提出。委托到2026年12月31日为止。');
  expect(lines.slice(-3)).toEqual(['申请人：样例·刘某某', '签名或者盖章：', '申请日期：2026年2月26日']);
});

test('a certificate says its title, number, entries and statement, and from its second version on that it replaces', () => {
  const { certificate } = sampleDocuments;
  expect(titleUnder(firstTemplates.certificate, certificate)).toBe('公共场所卫生许可证');
  expect(documentLines(certificate)).toEqual([
    '公共场所卫生许可证',
    '娄星卫健卫证〔2026〕9号',
    '单位名称：样例美容美发店',
    '负责人：样例·刘某某',
    '经营地址：湖南省娄底市娄星区乐坪街道月塘街88号一楼',
    '许可项目：理发店、美容店',
    '有效期：自2026年3月12日起至2030年3月11日止',
    '经审查，符合公共场所卫生许可条件，准予经营。',
    '第2版，此前各版作废',
    '娄星区行政审批服务局（演示）',
    '2026年3月12日',
  ]);
  expect(documentLines({ ...certificate, version: 1 }).join('\n')).not.toContain('版');
});

describe('what the law asks of a paper of a procedure cannot be dropped from its template', () => {
  const missing = (kind: DocumentKind, words: string) =>
    faults(kind, without(firstTemplates[kind], words)).map(({ facts }) => facts?.['name']);

  test.each([
    ['ALL 34: a site visit without its officers', 'siteVisitRecord', '核查人员', '核查人员.证件号'],
    ['ALL 42: an extension without who approved it', 'extensionNotice', '批准人', '批准人'],
    ['ALL 45: a special procedure without its needed time', 'specialProcedureNotice', '所需时间', '所需时间'],
    [
      'ALL 45: a special procedure that does not say its time stays out',
      'specialProcedureNotice',
      '不计入',
      '不计入说明',
    ],
    ['ALL 47: a right to be heard without its last day', 'hearingRightsNotice', '提出最后日', '提出最后日'],
    ['ALL 47: a right to be heard that is not free', 'hearingRightsNotice', '听证费用', '听证费用'],
    ['ALL 48: a hearing without time and place', 'hearingNotice', '听证时间', '听证时间'],
    ['ALL 48: a record without what was said', 'hearingRecord', '发言', '发言.内容'],
    ['ALL 50: a renewal that hides that the law renewed', 'renewalDecision', '视为延续', '视为延续'],
    ['ALL 55: an inspection without its officers', 'inspectionReport', '证件号', '人员.证件号'],
    ['CC 165: an authorisation without its scope', 'agentAuthorization', '委托权限', '委托权限'],
    ['CC 165: an authorisation without its period', 'agentAuthorization', '委托期限', '委托期限'],
    ['domain §2.7: a commitment letter without its verification', 'commitmentLetter', '核查', '核查方式'],
    ['domain §2.7: a commitment letter without liability', 'commitmentLetter', '法律责任', '法律责任'],
    ['domain §2.7: a tolerated acceptance without its consequence', 'toleratedNotice', '后果', '后果'],
    ['domain §2.7: a public notice without a way to object', 'publicNotice', '异议', '异议方式'],
    ['domain §2.8: a termination without its remedies', 'terminationNotice', '救济途径', '救济途径'],
    ['domain §4.1: an expert opinion without the seed of its draw', 'expertOpinion', '抽取种子', '抽取种子'],
  ] as const)('%s', (_, kind, words, name) => {
    expect(missing(kind, words)).toContain(name);
  });
});

test('every kind of paper that a case may need is there: data, template, sample, and a service rule', () => {
  expect(Object.keys(firstTemplates).toSorted()).toEqual([...documentKinds].toSorted());
  expect(Object.keys(sampleDocuments).toSorted()).toEqual([...documentKinds].toSorted());
  for (const kind of documentKinds) {
    expect(sampleDocuments[kind].kind).toBe(kind);
    // Nothing internal is ever served, and what is served is the organ's.
    if (internalPapers.includes(kind)) expect(isServed(kind)).toBe(false);
  }
});
