import { expect, test } from 'vitest';
import { workCalendar } from '../deadlines/calendar.rules.ts';
import type { WorkCalendar } from '../deadlines/index.ts';
import { archiveNumber, lastDayToArchive, retentionFrom } from './retention.rules.ts';

const basis = '样例';

test.for([
  ['TEN_YEARS', '2026-03-20', '2037-01-01'],
  ['TEN_YEARS', '2026-12-31', '2037-01-01'],
  ['TEN_YEARS', '2027-01-01', '2038-01-01'],
  ['THIRTY_YEARS', '2026-03-20', '2057-01-01'],
] as const)('国家档案局令第8号: %s of a case that ended on %s may be appraised from %s on', ([kept, ended, day]) => {
  expect(retentionFrom({ class: kept, basis }, ended)).toEqual({ class: kept, basis, disposalDay: day });
});

test('国家档案局令第8号: what is kept for ever has no disposal day', () => {
  expect(retentionFrom({ class: 'PERMANENT', basis }, '2026-03-20')).toEqual({ class: 'PERMANENT', basis });
});

test('DA/T 22: the number says year, term and case', () => {
  const of = { endedDay: '2026-03-20', caseNo: 'BJ43130220260302000017' };
  expect(archiveNumber('THIRTY_YEARS', of)).toBe('2026-D30-BJ43130220260302000017');
  expect(archiveNumber('PERMANENT', of)).toBe('2026-Y-BJ43130220260302000017');
});

const plain: WorkCalendar = workCalendar({ edition: 'test', years: [{ year: 2026, notice: '样例', days: [] }] });
const day = (text: string) => Temporal.PlainDate.from(text);

test('Ten working days after its end, and not before, a case is archived', () => {
  // Ended on Monday 2 March; the tenth working day is Monday 16 March.
  expect(lastDayToArchive(day('2026-03-13'), 10, plain).toString()).toBe('2026-03-01');
  expect(lastDayToArchive(day('2026-03-16'), 10, plain).toString()).toBe('2026-03-02');
  // What ended on a Saturday counts from the next Monday on.
  expect(lastDayToArchive(day('2026-03-20'), 10, plain).toString()).toBe('2026-03-08');
});
