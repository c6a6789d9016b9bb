import { expect, test } from 'vitest';
import type { DocumentView } from '../../../contract/documents.ts';
import { handedWithResult } from './handed-with-result.rules.ts';

const paper = (kind: DocumentView['kind'], served = false): DocumentView =>
  ({ documentId: kind, kind, served }) as DocumentView;
const kindsOf = (papers: readonly DocumentView[]) => papers.map(({ kind }) => kind);

test('domain §2.8: with the result goes whatever was told on the way and nobody fetched, the result first', () => {
  const papers = [
    paper('acceptanceNotice'),
    paper('specialProcedureNotice'),
    paper('grantDecision'),
    paper('certificate'),
  ];
  expect(kindsOf(handedWithResult(papers))).toEqual([
    ...['grantDecision', 'certificate', 'acceptanceNotice', 'specialProcedureNotice'],
  ]);
});

test('what was served is not handed over again, and neither the receipt itself nor what officers write goes along', () => {
  const papers = [
    paper('acceptanceNotice', true),
    paper('deliveryReceipt'),
    paper('reviewSheet'),
    paper('denialDecision'),
  ];
  expect(kindsOf(handedWithResult(papers))).toEqual(['denialDecision']);
});

test('the notices of a hearing come in time or not at all', () => {
  expect(handedWithResult([paper('hearingNotice'), paper('hearingRightsNotice')])).toEqual([]);
});
