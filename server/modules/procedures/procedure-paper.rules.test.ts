import { expect, test } from 'vitest';
import { printedLimit } from './procedure-paper.rules.ts';

test('公示: its length is printed in its own unit', () => {
  expect(printedLimit({ amount: 7, unit: 'workingDays' })).toBe('7个工作日');
  expect(printedLimit({ amount: 15, unit: 'calendarDays' })).toBe('15日');
});
