import { expect, test } from 'vitest';
import { dayWithin, laterDay } from './day.rules.ts';

const today = Temporal.PlainDate.from('2026-03-02');

test.each([
  ['a day within is taken', '2026-03-02', { from: today, until: today }, undefined],
  ['one before the first is past', '2026-03-01', { from: today }, 'day_past'],
  ['one after the last is to come', '2026-03-03', { until: today }, 'day_to_come'],
  ['a day that no calendar has', '2026-02-30', {}, 'format'],
  ['a year that nobody means', '0001-01-01', {}, 'format'],
] as const)('%s', (_, text, range, code) => {
  if (code === undefined) expect(dayWithin('day', text, range).toString()).toBe(text);
  else
    expect(() => dayWithin('day', text, range)).toThrow(
      expect.objectContaining({ code: 'invalid_input', fields: [{ field: 'day', code }] }),
    );
});

test('the later of two days', () => {
  expect([laterDay('2026-03-02', '2025-12-31'), laterDay('2025-12-31', '2026-03-02')]).toEqual([
    '2026-03-02',
    '2026-03-02',
  ]);
});
