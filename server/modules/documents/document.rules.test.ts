import { expect, test } from 'vitest';
import { documentKinds, procedureProfiles as profiles } from '../../../contract/words.ts';
import {
  documentTitle,
  documentWord,
  formatDocumentNumber,
  isReservedWord,
  licenceActWord,
  overtakenNotices,
  sealOf,
} from './document.rules.ts';

test('a document number has six-corner brackets and no padding with zeros', () => {
  const word = documentWord('acceptanceNotice', 'LICENSE') as string;
  expect(formatDocumentNumber({ organCode: '娄星卫健', word, year: 2026, number: 7 })).toBe('娄星卫健许受〔2026〕7号');
  expect(formatDocumentNumber({ organCode: '娄星卫健', word, year: 2026, number: 1203 })).toBe(
    '娄星卫健许受〔2026〕1203号',
  );
});

test('every kind under every profile has a 字 of its own, so that its numbers run without gaps', () => {
  const words = profiles.flatMap((profile) => documentKinds.map((kind) => documentWord(kind, profile)));
  const numbered = words.filter((word) => word !== null);
  expect(new Set(numbered).size).toBe(numbered.length);
  expect(documentWord('handOverSheet', 'PUBLIC_SERVICE')).toBe('服交');
  expect(documentWord('intakeReceipt', 'LICENSE')).toBeNull();
  expect(documentWord('deliveryReceipt', 'LICENSE')).toBeNull();
  expect(documentWord('applicationForm', 'LICENSE')).toBeNull();
});

test('a certificate may be counted under any 字 but those of other documents', () => {
  expect(['许受', '助不准', '许证决', ' 许准 '].map(isReservedWord)).toEqual([true, true, true, true]);
  expect(['卫证', '许', '受', ''].map(isReservedWord)).toEqual([false, false, false, false]);
});

test('the decision on a licence is titled by its act', () => {
  expect(licenceActWord('revoke', 'LICENSE')).toBe('撤销行政许可');
  expect(licenceActWord('cancel', 'PUBLIC_SERVICE')).toBe('注销证照');
  expect(documentTitle('licenceDecision', 'LICENSE', 'suspend')).toBe('暂停行政许可决定书');
  expect(sealOf('licenceDecision')).toBe('organ');
});

test('only a licence is called a licence', () => {
  expect(documentTitle('grantDecision', 'LICENSE')).toBe('准予行政许可决定书');
  expect(documentTitle('denialDecision', 'LICENSE')).toBe('不予行政许可决定书');
  expect(documentTitle('grantDecision', 'PUBLIC_SERVICE')).toBe('办理结果通知书');
  for (const profile of profiles.filter((name) => name !== 'LICENSE')) {
    for (const kind of documentKinds) expect(documentTitle(kind, profile)).not.toContain('许可');
  }
});

test('R-2.1: where nothing needs to be applied for the paper informs, and is titled so under every profile', () => {
  for (const profile of profiles) {
    expect(documentTitle('acceptanceRefusal', profile, 'notRequired')).toBe('不受理告知书');
    expect(documentTitle('acceptanceRefusal', profile, 'outsideAuthority')).toMatch(/^不予受理/);
  }
});

test('行政许可法 art. 32: accepting and refusing carry the special seal, a decision the seal of the organ', () => {
  expect(documentKinds.filter((kind) => sealOf(kind) === 'special')).toEqual([
    'intakeReceipt',
    'acceptanceNotice',
    'correctionNotice',
    'acceptanceRefusal',
    'toleratedNotice',
    'supplyNotice',
    'commitmentLetter',
    'specialProcedureNotice',
    'resumptionNotice',
  ]);
});

test('no seal stands on what officers write to one another, on a record that people sign, or on the applicant’s own paper', () => {
  expect(documentKinds.filter((kind) => sealOf(kind) === null)).toEqual([
    'applicationForm',
    'toleratedCommitment',
    'hearingRecord',
    'siteVisitRecord',
    'reviewMinutes',
    'expertOpinion',
    'withdrawalRequest',
    'reviewSheet',
    'handOverSheet',
    'returnSheet',
    'agentAuthorization',
    'archiveList',
    'archiveCheckReport',
  ]);
});

test('ALL 48(1): a notice is overtaken by the next one of its own hearing; called off, all that were ever sent were in vain', () => {
  const row = (act: string, meeting: string, documents?: string[]) => ({
    act: `case.meeting${act}`,
    body: JSON.stringify({ facts: { meeting, ...(documents && { documents }) } }),
  });
  const chain = [
    row('Arranged', 'visit'),
    row('Arranged', 'hearing', ['a1', 'b1']),
    row('Postponed', 'visit'),
    row('Postponed', 'hearing', ['a2', 'b2']),
    row('Concluded', 'hearing', ['record']),
  ];
  expect([...overtakenNotices(chain)]).toEqual([
    ['a1', 'postponed'],
    ['b1', 'postponed'],
  ]);
  const off = overtakenNotices([...chain.slice(0, 4), row('Cancelled', 'hearing'), row('Arranged', 'next', ['a3'])]);
  expect([...off]).toEqual(['a1', 'b1', 'a2', 'b2'].map((id) => [id, 'calledOff']));
});
