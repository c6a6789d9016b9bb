import { expect, test } from 'vitest';
import { type Bearer, isLate, type SheetFacts, sheetActions, sheetObjection } from './sheet.rules.ts';

const clerk: Bearer = { staffId: 'clerk', role: 'windowClerk', centerId: 'town', organId: 'townOrgan' };
const reviewer: Bearer = { staffId: 'reviewer', role: 'reviewer', centerId: null, organId: 'health' };
const down: SheetFacts = { direction: 'TO_OFFICE', state: 'MADE', centerId: 'town', organId: 'health', handedBy: null };
const back: SheetFacts = { ...down, direction: 'TO_WINDOW' };
const handed = (sheet: SheetFacts, handedBy: string): SheetFacts => ({ ...sheet, state: 'HANDED', handedBy });

test('the giver hands over or discards, the taker takes over', () => {
  expect(sheetActions(down, clerk)).toEqual(['hand', 'discard']);
  expect(sheetActions(down, reviewer)).toEqual([]);
  expect(sheetActions(handed(down, 'clerk'), clerk)).toEqual([]);
  expect(sheetActions(handed(down, 'clerk'), reviewer)).toEqual(['take']);
});

test('results go the other way: the department gives, the exit window takes', () => {
  expect(sheetActions(back, reviewer)).toEqual(['hand', 'discard']);
  expect(sheetActions(handed(back, 'reviewer'), clerk)).toEqual(['take']);
});

test('nobody takes over what he himself handed over, in whatever post', () => {
  expect(sheetObjection('take', handed(down, 'reviewer'), reviewer)).toBe('sheet_same_person');
});

test('another window and another department have no part in it', () => {
  expect(sheetObjection('hand', down, { ...clerk, centerId: 'otherTown' })).toBe('not_allowed');
  expect(sheetObjection('take', handed(down, 'clerk'), { ...reviewer, organId: 'city' })).toBe('not_allowed');
});

test('what was taken over or discarded is over', () => {
  for (const state of ['TAKEN', 'DISCARDED'] as const) {
    expect(sheetObjection('hand', { ...down, state }, clerk)).toBe('sheet_moved_on');
    expect(sheetObjection('take', { ...down, state }, reviewer)).toBe('sheet_moved_on');
  }
});

test('papers are late from the day after their last day, until somebody takes them over', () => {
  const sheet = { state: 'HANDED', takeDueDay: '2026-03-04' } as const;
  expect(isLate(sheet, '2026-03-04')).toBe(false);
  expect(isLate(sheet, '2026-03-05')).toBe(true);
  expect(isLate({ ...sheet, state: 'TAKEN' }, '2026-03-05')).toBe(false);
});
