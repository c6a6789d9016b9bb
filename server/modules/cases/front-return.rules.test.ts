import { expect, test } from 'vitest';
import type { CaseFacts, Viewer } from './case.data.ts';
import { returnObjection } from './front-return.rules.ts';

const facts = {
  isReturned: false,
  deemedAccepted: false,
  answerLastDay: '2026-03-09',
  leadOrganId: 'health',
} as CaseFacts;
const viewer = (today: string) => ({ organId: 'health', today }) as Viewer;

test('R-2.12: the last of the five days is in time, the day after is not', () => {
  expect(returnObjection(facts, viewer('2026-03-09'))).toBeUndefined();
  expect(returnObjection(facts, viewer('2026-03-10'))).toEqual({
    code: 'five_days_over',
    facts: { day: '2026-03-09' },
  });
});

test('R-2.5: what the law accepted nobody takes back', () => {
  expect(returnObjection({ ...facts, deemedAccepted: true }, viewer('2026-03-03'))?.code).toBe('five_days_over');
});

test('once, and by the organ that decides', () => {
  expect(returnObjection({ ...facts, isReturned: true }, viewer('2026-03-03'))?.code).toBe('returned_already');
  expect(returnObjection({ ...facts, leadOrganId: 'city' }, viewer('2026-03-03'))?.code).toBe('not_assigned');
});
