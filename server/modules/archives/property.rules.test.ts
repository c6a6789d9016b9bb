import { expect, test } from 'vitest';
import type { ArchiveFaultCode, ArchivePointKey } from '../../../contract/archives.ts';
import { archivePoints } from '../../../contract/words.ts';
import {
  checkProperties,
  type DocumentFacts,
  type Evidence,
  type FileFacts,
  isSound,
  neededParts,
} from './property.rules.ts';

const document = (documentId: string, kind: DocumentFacts['kind'], title: string): DocumentFacts => ({
  documentId,
  kind,
  title,
  packed: true,
  named: true,
  dataAgrees: true,
  pdfAgrees: true,
  served: true,
  overtaken: false,
});

const file = (part: FileFacts['part'], title: string, mediaType = 'application/pdf'): FileFacts => ({
  path: `01-${part}/001-paper.pdf`,
  title,
  part,
  mediaType,
  system: 'doorstep',
  listed: { bytes: 9, sha256: title },
  found: {
    bytes: 9,
    sha256: title,
    opensAs: mediaType,
    pages: mediaType === 'application/pdf' ? 1 : undefined,
    encrypted: false,
    active: false,
  },
});

/** A licence granted on 2026-03-05 and handed over: receipt, notice, decision, certificate, service receipt. */
const whole: Evidence = {
  access: 'personal',
  files: [
    file('form', '申请书'),
    file('materials', '身份证', 'image/png'),
    file('documents', '受理通知书'),
    file('decision', '准予行政许可决定书'),
    file('licence', '卫生许可证'),
    file('service', '送达回证'),
    file('ledger', '台账摘录', 'application/json'),
  ],
  unlisted: [],
  documents: [
    document('form', 'applicationForm', '申请书'),
    document('receipt', 'intakeReceipt', '收件凭证'),
    document('notice', 'acceptanceNotice', '受理通知书'),
    document('decision', 'grantDecision', '准予行政许可决定书'),
    document('served', 'deliveryReceipt', '送达回证'),
  ],
  digests: new Map([
    ['notice', 'n'],
    ['decision', 'd'],
  ]),
  acts: [
    { sequence: 1, act: 'case.submitted', documents: ['form', 'receipt'], digest: null },
    { sequence: 2, act: 'case.accepted', documents: ['notice'], digest: 'n' },
    { sequence: 3, act: 'case.granted', documents: ['decision'], digest: 'd' },
    { sequence: 4, act: 'case.delivered', documents: ['served'], digest: null },
  ],
  damages: [],
  seal: 'valid',
  materials: [{ title: '身份证', filed: 1, packed: 1 }],
  neededParts: neededParts({
    ending: 'COMPLETED',
    outcome: 'GRANTED',
    isCertified: true,
    hasFiles: true,
    isReviewed: false,
  }),
};

const failed = (evidence: Evidence) =>
  checkProperties(evidence)
    .filter(({ passed }) => !passed)
    .map(({ point, faults }) => [point, ...faults.map(({ code, what }) => `${code} ${what}`)]);

/** The evidence with one of its files or documents otherwise. */
const withFile = (title: string, change: (file: FileFacts) => Partial<FileFacts>): Evidence => ({
  ...whole,
  files: whole.files.map((each) => (each.title === title ? { ...each, ...change(each) } : each)),
});
const withFound = (title: string, found: Partial<NonNullable<FileFacts['found']>>): Evidence =>
  withFile(title, (each) => ({ found: { ...(each.found as NonNullable<FileFacts['found']>), ...found } }));
const withDocument = (documentId: string, change: Partial<DocumentFacts>): Evidence => ({
  ...whole,
  documents: whole.documents.map((each) => (each.documentId === documentId ? { ...each, ...change } : each)),
});

test('实施条例 39–42, DA/T 70: a whole package passes every point, and the report names all of them', () => {
  const report = checkProperties(whole);
  expect(isSound(report)).toBe(true);
  expect(report.map(({ point }) => point)).toEqual(Object.keys(archivePoints));
  expect(new Set(report.map(({ property }) => property))).toEqual(
    new Set(['authenticity', 'completeness', 'usability', 'safety']),
  );
});

const plants: readonly [string, Evidence, ArchivePointKey, `${ArchiveFaultCode} ${string}`][] = [
  // 真实性
  [
    'the package is gone',
    { ...whole, kept: { bytes: 'missing', digestAgrees: true } },
    'packageUnchanged',
    'package_missing ',
  ],
  [
    'a byte of the package was changed',
    { ...whole, kept: { bytes: 'changed', digestAgrees: true } },
    'packageUnchanged',
    'package_changed ',
  ],
  [
    'the digest in the table is another than the ledger’s',
    { ...whole, kept: { bytes: 'whole', digestAgrees: false } },
    'packageUnchanged',
    'digest_changed ',
  ],
  [
    'a file is not the one that is listed',
    withFound('身份证', { sha256: 'other' }),
    'filesUnchanged',
    'file_changed 身份证',
  ],
  [
    'a file that nobody listed',
    { ...whole, unlisted: ['02-materials/009-more.png'] },
    'filesUnchanged',
    'file_unlisted 02-materials/009-more.png',
  ],
  [
    'frozen data that no longer give their digest',
    withDocument('notice', { dataAgrees: false }),
    'documentsUnchanged',
    'data_changed 受理通知书',
  ],
  [
    'a PDF that is not the rendered one',
    withDocument('notice', { pdfAgrees: false }),
    'documentsUnchanged',
    'pdf_changed 受理通知书',
  ],
  [
    'a digest in the ledger that no document has',
    { ...whole, digests: new Map([...whole.digests, ['decision', 'x']]) },
    'documentsUnchanged',
    'data_changed 3 case.granted',
  ],
  [
    'a row of the chain is gone',
    { ...whole, damages: [{ code: 'row_missing', sequence: 2 }] },
    'ledgerWhole',
    'row_missing 2',
  ],
  ['a seal whose signature is wrong', { ...whole, seal: 'wrong' }, 'sealValid', 'seal_wrong '],
  ['a file from elsewhere', withFile('身份证', () => ({ system: 'mail' })), 'sourceKnown', 'source_unknown 身份证'],
  // 完整性
  [
    'a document whose file is gone',
    withDocument('decision', { packed: false }),
    'documentsPresent',
    'document_missing 准予行政许可决定书',
  ],
  [
    'a document that no act made',
    withDocument('decision', { named: false }),
    'documentsPresent',
    'document_unnamed 准予行政许可决定书',
  ],
  [
    'a document that an act made and nobody has',
    { ...whole, acts: [...whole.acts, { sequence: 5, act: 'case.reviewed', documents: ['lost'], digest: null }] },
    'documentsPresent',
    'document_missing 5 case.reviewed',
  ],
  [
    'an acceptance without its notice',
    { ...whole, acts: whole.acts.with(1, { sequence: 2, act: 'case.accepted', documents: [], digest: null }) },
    'actsPapered',
    'act_without_paper 2 case.accepted',
  ],
  [
    'a decision that was never served',
    withDocument('decision', { served: false }),
    'documentsServed',
    'not_served 准予行政许可决定书',
  ],
  [
    'a material with a file too few',
    { ...whole, materials: [{ title: '身份证', filed: 2, packed: 1 }] },
    'materialsPresent',
    'material_missing 身份证',
  ],
  [
    'a listed file that is not there',
    withFile('身份证', () => ({ found: undefined })),
    'materialsPresent',
    'file_missing 身份证',
  ],
  [
    'no certificate of what was certified',
    { ...whole, files: whole.files.filter(({ part }) => part !== 'licence') },
    'partsPresent',
    'part_missing licence',
  ],
  // 可用性
  [
    'a format that will not last',
    withFile('身份证', (each) => ({
      mediaType: 'application/msword',
      found: { ...each.found!, opensAs: 'application/msword' },
    })),
    'formatsAllowed',
    'format_unknown 身份证',
  ],
  ['a picture that does not open', withFound('身份证', { opensAs: undefined }), 'filesOpen', 'does_not_open 身份证'],
  ['a PDF without a page', withFound('受理通知书', { pages: 0 }), 'filesOpen', 'does_not_open 受理通知书'],
  ['a PDF with a password', withFound('受理通知书', { encrypted: true }), 'notEncrypted', 'encrypted 受理通知书'],
  // 安全性
  ['a PDF with a script', withFound('受理通知书', { active: true }), 'nothingActive', 'active_content 受理通知书'],
  [
    'a path that leaves its folder',
    withFile('受理通知书', () => ({ path: '../a.pdf' })),
    'namesSafe',
    'name_unsafe ../a.pdf',
  ],
  [
    'a file beyond the limit',
    withFound('受理通知书', { bytes: 65 * 1024 * 1024 }),
    'sizesWithin',
    'too_large 受理通知书',
  ],
  ['nobody knows who may read it', { ...whole, access: '' }, 'accessKnown', 'access_unknown '],
];

test.for(plants)('Found and named, and nothing else beside it: %s', ([, evidence, point, fault]) => {
  expect(failed(evidence)).toEqual([[point, fault]]);
});

test('Internal papers and the applicant’s own are served on nobody', () => {
  const papers = (['applicationForm', 'reviewSheet', 'handOverSheet', 'returnSheet', 'deliveryReceipt'] as const).map(
    (kind) => ({
      ...document(kind, kind, kind),
      served: false,
    }),
  );
  expect(failed({ ...whole, documents: [...whole.documents, ...papers] })).toEqual([]);
});

test('ALL 48(1): a notice of a hearing that was postponed or called off since is kept, and need not be served any more', () => {
  const notice = document('hearing', 'hearingNotice', '听证通知书');
  const judge = (change: Partial<DocumentFacts>) =>
    failed({ ...whole, documents: [...whole.documents, { ...notice, ...change }] });
  expect(judge({ served: false })).toEqual([['documentsServed', 'not_served 听证通知书']]);
  expect(judge({ served: false, overtaken: true })).toEqual([]);
  expect(judge({ served: false, overtaken: true, packed: false })).toEqual([
    ['documentsPresent', 'document_missing 听证通知书'],
  ]);
});

test('ALL 32, 44: a notice of acceptance must have reached its addressee, whatever was served after it', () => {
  expect(failed(withDocument('notice', { served: false }))).toEqual([['documentsServed', 'not_served 受理通知书']]);
});

test('A case whose last day is not sealed yet rests on its chain', () => {
  expect(failed({ ...whole, seal: 'none' })).toEqual([]);
});

test.for([
  ['COMPLETED', 'GRANTED', ['form', 'materials', 'opinions', 'decision', 'licence', 'service', 'ledger']],
  ['COMPLETED', 'DENIED', ['form', 'materials', 'opinions', 'decision', 'service', 'ledger']],
  ['ACCEPTANCE_REFUSED', null, ['form', 'materials', 'opinions', 'decision', 'service', 'ledger']],
  ['TERMINATED', null, ['form', 'materials', 'opinions', 'decision', 'service', 'ledger']],
  ['WITHDRAWN', null, ['form', 'materials', 'opinions', 'service', 'ledger']],
] as const)('The way of a case that is %s (%s) makes its parts necessary', ([ending, outcome, parts]) => {
  expect(neededParts({ ending, outcome, isCertified: true, hasFiles: true, isReviewed: true })).toEqual(parts);
});
