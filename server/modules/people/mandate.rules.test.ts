import { expect, test } from 'vitest';
import { actRefusal, coversItem, mandateState, termFaults } from './mandate.rules.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const days = { fromDay: '2026-03-02', untilDay: '2026-06-02', revokedAt: null, endedAt: null };

test.each([
  ['on its first day is valid', {}, 'valid'],
  ['on its last day is valid', { fromDay: '2025-12-02', untilDay: '2026-03-02' }, 'valid'],
  ['a day later has ended', { fromDay: '2025-12-02', untilDay: '2026-03-01' }, 'ended'],
  ['before its first day is still coming', { fromDay: '2026-03-03' }, 'coming'],
  ['whose one case is over has ended', { endedAt: '2026-03-01T01:00:00Z' }, 'ended'],
  ['that was revoked is revoked', { revokedAt: '2026-03-01T01:00:00Z' }, 'revoked'],
  [
    'that was revoked and has run out is revoked',
    { untilDay: '2026-03-01', revokedAt: '2026-02-01T01:00:00Z' },
    'revoked',
  ],
] as const)('A mandate %s', (_, change, state) => {
  expect(mandateState({ ...days, ...change }, today)).toBe(state);
});

test('A mandate for every matter covers each; one that names matters covers those alone', () => {
  expect([
    coversItem({ itemIds: null }, 'card'),
    coversItem({ itemIds: ['card'] }, 'card'),
    coversItem({ itemIds: ['card'] }, 'licence'),
  ]).toEqual([true, true, false]);
});

test.each([
  ['a valid mandate for every matter lets act', {}, undefined],
  ['a valid mandate for this matter lets act', { itemIds: ['card'] }, undefined],
  ['another matter does not', { itemIds: ['licence'] }, 'mandate_not_for_this'],
  ['a mandate that begins tomorrow is none yet', { fromDay: '2026-03-03' }, 'mandate_missing'],
  ['one that ran out yesterday lets nobody act', { fromDay: '2026-01-01', untilDay: '2026-03-01' }, 'mandate_ended'],
  ['one that was revoked lets nobody act', { revokedAt: '2026-03-01T01:00:00Z' }, 'mandate_ended'],
  [
    'a revoked one says so, whatever the matter',
    { itemIds: ['licence'], revokedAt: '2026-03-01T01:00:00Z' },
    'mandate_ended',
  ],
] as const)('CC 165: %s', (_, change, refusal) => {
  expect(actRefusal({ itemIds: null, ...days, ...change }, 'card', today)).toBe(refusal);
});

test.each([
  ['one day', { untilDay: '2026-03-02' }, []],
  ['three years to the day', { untilDay: '2029-03-02' }, []],
  ['a day more than three years', { untilDay: '2029-03-03' }, [['untilDay', 'too_late', { day: '2029-03-02' }]]],
  ['three years counted from a later first day', { fromDay: '2026-04-01', untilDay: '2029-04-01' }, []],
  ['a first day that is past', { fromDay: '2026-03-01' }, [['fromDay', 'too_early', { day: '2026-03-02' }]]],
  [
    'an end before the beginning',
    { fromDay: '2026-04-01', untilDay: '2026-03-31' },
    [['untilDay', 'too_early', { day: '2026-04-01' }]],
  ],
  ['a day that does not exist', { untilDay: '2026-02-30' }, [['untilDay', 'not_a_day', undefined]]],
  [
    'no days at all',
    { fromDay: 'x', untilDay: '' },
    [
      ['fromDay', 'not_a_day', undefined],
      ['untilDay', 'not_a_day', undefined],
    ],
  ],
] as const)('The period of a new mandate: %s', (_, change, faults) => {
  const found = termFaults({ fromDay: '2026-03-02', untilDay: '2026-06-02', ...change }, today);
  expect(found.map(({ field, code, facts }) => [field, code, facts])).toEqual(faults);
});
