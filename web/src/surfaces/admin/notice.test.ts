import { expect, test } from 'vitest';
import { publishedDays, readNotice } from './notice.ts';

const newYear = { zh: '元旦', en: 'New Year’s Day' };

test('A range and a single day are read, each with the English name of its holiday', () => {
  const { spans, faults } = readNotice('2027-01-01..2027-01-03 元旦 放假\n\n２０２７-01-09　元旦　上班', 2027);
  expect(faults).toEqual([]);
  expect(publishedDays(spans)).toEqual([
    { day: '2027-01-01', kind: 'holiday', name: newYear },
    { day: '2027-01-02', kind: 'holiday', name: newYear },
    { day: '2027-01-03', kind: 'holiday', name: newYear },
    { day: '2027-01-09', kind: 'makeup', name: newYear },
  ]);
});

test('A day of last December belongs to the notice too', () => {
  expect(readNotice('2026-12-31 元旦 放假', 2027).faults).toEqual([]);
});

test.each([
  ['1月1日放假', 'form', '1月1日放假'],
  ['2027-02-30 春节 放假', 'day', '2027-02-30'],
  ['2027-01-03..2027-01-01 元旦 放假', 'order', '2027-01-03..2027-01-01'],
  ['2027-01-01..2027-12-31 元旦 放假', 'long', '2027-01-01..2027-12-31'],
  ['2027-01-01 圣诞节 放假', 'name', '圣诞节'],
  ['2026-01-01 元旦 放假', 'year', '2026-01-01'],
  ['2027-01-04 元旦 上班', 'weekday', '2027-01-04'],
])('“%s” is told at its line: %s', (line, code, text) => {
  expect(readNotice(`2027-05-01 劳动节 放假\n${line}`, 2027).faults).toEqual([{ line: 2, code, text }]);
});

test('A day written twice is told where it stands the second time', () => {
  const { faults } = readNotice('2027-01-01..2027-01-03 元旦 放假\n2027-01-02 元旦 放假', 2027);
  expect(faults).toEqual([{ line: 2, code: 'twice', text: '2027-01-02' }]);
});
