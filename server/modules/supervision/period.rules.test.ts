import { expect, test } from 'vitest';
import { objectionToClosing } from './period.rules.ts';

const on = (day: string) => Temporal.PlainDate.from(day);

test('a month is closed from the first day of the next one', () => {
  expect(objectionToClosing('2026-02-01', on('2026-02-28'))).toBe('month_runs');
  expect(objectionToClosing('2026-02-01', on('2026-03-01'))).toBeUndefined();
  expect(objectionToClosing('2026-04-01', on('2026-03-01'))).toBe('month_runs');
});

test('a month begins on its first day', () => {
  expect(objectionToClosing('2026-02-02', on('2026-06-01'))).toBe('no_month');
});
