import { expect, test } from 'vitest';
import type { DocumentHead } from './document.data.ts';
import { sampleDocuments } from './document-samples.data.ts';
import {
  chineseNumber,
  clause,
  enumerated,
  joined,
  licensing,
  printDay,
  printDayOf,
  printInstant,
  printLastDay,
  printLimit,
  printValidity,
  provisionalSentence,
  remediesSentence,
  self,
  you,
} from './printing.rules.ts';

const head: DocumentHead = sampleDocuments.acceptanceNotice;
const [applicant] = head.applicants;

test('days stand as an official writes them; the last day of a period names its weekday', () => {
  expect(printDay('2026-03-02')).toBe('2026年3月2日');
  expect(printLastDay('2026-03-08')).toBe('2026年3月8日（星期日）');
});

test('an instant is told in the time of the district', () => {
  expect(printInstant('2026-02-26T07:04:59Z')).toBe('2026年2月26日15时04分');
  expect(printDayOf('2026-02-26T16:00:00Z')).toBe('2026年2月27日');
});

test('a limit names its unit, a validity its end or that it has none', () => {
  expect(printLimit({ days: 10, unit: 'workingDay' } as Parameters<typeof printLimit>[0])).toBe('10个工作日');
  expect(printValidity({ fromDay: '2026-03-12', untilDay: '2031-03-11' })).toBe('自2026年3月12日起至2031年3月11日止');
  expect(printValidity({ fromDay: '2026-03-12', untilDay: null })).toBe('自2026年3月12日起长期有效');
});

test('what staff typed stands inside a sentence without its own full stop', () => {
  expect(clause(' 平面图不对。 ')).toBe('平面图不对');
  expect(joined(['《甲法》。', ' ', '《乙法》'])).toBe('《甲法》、《乙法》');
});

test('several points are numbered, one stands alone, and empty ones are no points', () => {
  expect(enumerated(['甲。'])).toBe('甲');
  expect(enumerated(['甲。', '', '乙'])).toBe('（一）甲；（二）乙');
  expect([1, 10, 11, 20, 99].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '九十九']);
});

test('the licensing law is cited for licences alone', () => {
  expect(licensing({ ...head, profile: 'LICENSE' }, '第四十二条')).toBe('《中华人民共和国行政许可法》第四十二条');
  expect(licensing({ ...head, profile: 'BENEFIT' }, '第四十二条')).toBe('');
});

test('a person, a firm and several applicants are spoken to, and speak of themselves, each in their own way', () => {
  const firm = { name: '样例公司', kind: 'organisation' } as const;
  const several = applicant === undefined ? [] : [applicant, firm];
  expect([you(head), you({ ...head, applicants: [firm] }), you({ ...head, applicants: several })]).toEqual([
    ...['您', '你单位', '你们'],
  ]);
  expect([self(head), self({ ...head, applicants: [firm] }), self({ ...head, applicants: several })]).toEqual([
    ...['本人', '本单位', '我们'],
  ]);
});

test('dates that rest on a year without its notice are called provisional; where none do, nothing is said', () => {
  expect(provisionalSentence({ ...head, provisionalYears: [] })).toBe('');
  expect(provisionalSentence({ ...head, provisionalYears: [2027, 2028] })).toContain(
    '2027年、2028年的放假安排尚未公布',
  );
});

test('行政许可法 art. 38, 行政复议法 art. 20: remedies name the organ, the court and both periods', () => {
  const remedies = { reconsiderationOrgan: '样例区人民政府', court: '样例区人民法院' };
  const sentence = remediesSentence({ ...head, title: '不予行政许可决定书' }, remedies);
  for (const said of ['不服本决定', '六十日内向样例区人民政府', '六个月内依法向样例区人民法院'])
    expect(sentence).toContain(said);
  expect(remediesSentence(head, null)).toBe('');
});
