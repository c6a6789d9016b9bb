import { expect, test } from 'vitest';
import { caseNoOf } from './case-number.rules.ts';

test('a case number is read as people copy it: with gaps, in lower case, in full-width digits', () => {
  expect(caseNoOf(' bj431302 20260302 ００００17 ')).toBe('BJ43130220260302000017');
});
