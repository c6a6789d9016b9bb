import { describe, expect, test } from 'vitest';
import { caseStates, terminationGrounds } from '../../../contract/words.ts';
import {
  deceitReasons,
  endsTooLate,
  isRenewedByLaw,
  judgeTermination,
  termAfter,
  terminationGround,
  timingOf,
} from './ending.rules.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

describe('domain §2.2: withdrawal and termination end at the decision', () => {
  const decided = ['GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING', 'COMPLETED', 'ARCHIVED'];
  test.each([...caseStates])('%s', (state) => {
    for (const act of ['withdraw', 'withdrawForApplicant', 'terminate'] as const)
      expect(endsTooLate(act, state)).toBe(decided.includes(state));
    expect(endsTooLate('decide', state)).toBe(false);
  });
});

test('A termination has a ground of the closed list and says what happened', () => {
  expect(judgeTermination({ reason: '申请人去世。' })).toEqual({ code: 'ground_missing', field: 'ground' });
  expect(judgeTermination({ ground: 'applicantDied', reason: '  ' })).toEqual({
    code: 'reason_missing',
    field: 'reason',
  });
  expect(judgeTermination({ ground: 'applicantDied', reason: '申请人去世。' })).toBeUndefined();
  for (const ground of terminationGrounds) expect(terminationGround(ground).length).toBeGreaterThan(6);
});

describe('ALL 50(1): thirty days before the last one', () => {
  test.each([
    ['2026-06-01', 'early'],
    ['2026-09-01', 'early'],
    ['2026-09-02', 'inTime'],
    ['2026-11-30', 'inTime'],
    ['2026-12-01', 'inTime'],
    ['2026-12-02', 'late'],
    ['2026-12-31', 'late'],
    ['2027-01-01', 'tooLate'],
  ])('a licence until 31 December 2026, applied for on %s: %s', (today, timing) => {
    expect(timingOf('2026-12-31', day(today))).toEqual({ applyByDay: '2026-12-01', timing });
  });

  test('another law may say another number of days', () => {
    expect(timingOf('2026-12-31', day('2026-11-17'), 45)).toEqual({ applyByDay: '2026-11-16', timing: 'late' });
  });
});

describe('R-2.16, ALL 50(2): undecided at the end, the law renews', () => {
  const accepted = { state: 'IN_REVIEW', inTime: true, untilDay: '2026-12-31', licence: 'valid' } as const;
  test.each([
    ['on the last day it still holds by itself', accepted, '2026-12-31', false],
    ['on the day after the law renews', accepted, '2027-01-01', true],
    ['also while a special procedure stands still', { ...accepted, state: 'SPECIAL_PROCEDURE' }, '2027-01-01', true],
    ['not what was applied for late', { ...accepted, inTime: false }, '2027-01-01', false],
    ['not what was decided', { ...accepted, state: 'DELIVERING' }, '2027-01-01', false],
    ['not what waits for the applicant', { ...accepted, state: 'CORRECTION_REQUIRED' }, '2027-01-01', false],
    ['not what was suspended meanwhile', { ...accepted, licence: 'suspended' }, '2027-01-01', false],
    ['not what has no end', { ...accepted, untilDay: null }, '2027-01-01', false],
  ] as const)('%s', (_, facts, today, renewed) => {
    expect(isRenewedByLaw(facts, today)).toBe(renewed);
  });
});

describe('ALL 49, 50: for how long it holds', () => {
  test('a renewal goes on where the old term ends: nobody loses days by applying early', () => {
    expect(termAfter('renewal', { before: '2026-12-31', months: 48, decidedDay: day('2026-11-20') })).toEqual({
      fromDay: '2026-11-20',
      untilDay: '2030-12-31',
    });
  });
  test('by law it begins on the day after the old one', () => {
    expect(termAfter('renewal', { before: '2026-12-31', months: 48, decidedDay: day('2027-01-01') })).toEqual({
      fromDay: '2027-01-01',
      untilDay: '2030-12-31',
    });
  });
  test('what had run out begins with the decision', () => {
    expect(termAfter('renewal', { before: '2026-12-31', months: 12, decidedDay: day('2027-02-01') })).toEqual({
      fromDay: '2027-02-01',
      untilDay: '2028-01-31',
    });
  });
  test('a change leaves the last day as it was', () => {
    expect(termAfter('change', { before: '2026-12-31', months: 48, decidedDay: day('2026-11-20') }).untilDay).toBe(
      '2026-12-31',
    );
  });
});

test('ALL 78: the denial says warning and until when nobody may apply again, where the matter is one of safety', () => {
  expect(deceitReasons('营业执照是伪造的。', '2027-03-12')).toMatch(
    /第七十八条给予警告。营业执照是伪造的。.*2027年3月12日以前不得再次申请$/,
  );
  expect(deceitReasons('营业执照是伪造的。', undefined)).not.toContain('不得再次申请');
});
