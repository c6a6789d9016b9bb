import fc from 'fast-check';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { Explanation, type LimitUnit } from '../../../contract/deadlines.ts';
import { workCalendar } from './calendar.rules.ts';
import { type ClockFact, dueDay, type Limit, licensingLimits } from './clock.rules.ts';
import { explain, explainLimits } from './explanation.rules.ts';
import { publishedYears } from './published-years.data.ts';

const calendar = workCalendar({ edition: 'first', years: publishedYears() });
const on = (day: string) => Temporal.PlainDate.from(day);
const today = on('2026-10-21');
const start = (day: string): ClockFact => ({ kind: 'start', day: on(day) });
const review: ClockFact[] = [
  { kind: 'pause', day: on('2026-10-13'), ground: 'expertReview', neededDays: 3 },
  { kind: 'resume', day: on('2026-10-16') },
];

describe('accepted on 24 September 2026, 20 working days, three days of expert review', () => {
  const why = explain(licensingLimits.decision, [start('2026-09-24'), ...review], calendar, today);
  const entry = (day: string) => why.days.find((each) => each.day === day);

  it('ends on 3 November, without the review on 29 October', () => {
    expect(why.dueDay).toBe('2026-11-03');
    expect(why.summary.dueDayWithoutPause).toBe('2026-10-29');
    expect(why.provisional).toBe(false);
  });

  it('takes 41 days: 20 counted, 21 not', () => {
    expect(why.summary.counts).toEqual({
      total: 41,
      counted: 20,
      uncounted: 21,
      startDay: 1,
      weekend: 7,
      holiday: 10,
      paused: 3,
    });
  });

  it('names the holidays, the make-up day and the pause', () => {
    expect(why.summary.holidays.map(({ name, fromDay, toDay, days }) => [name.zh, fromDay, toDay, days])).toEqual([
      ['中秋节', '2026-09-25', '2026-09-27', 3],
      ['国庆节', '2026-10-01', '2026-10-07', 7],
    ]);
    expect(why.summary.makeups).toMatchObject([{ day: '2026-10-10', nth: 6, basis: { year: 2026 } }]);
    expect(why.summary.pauses).toMatchObject([
      { ground: 'expertReview', noticeDay: '2026-10-13', fromDay: '2026-10-14', toDay: '2026-10-16', days: 3 },
    ]);
  });

  it.each([
    ['2026-09-24', 'startDay', undefined, { law: '民法典', article: '第二百零一条第一款' }],
    ['2026-09-25', 'holiday', undefined, { law: '行政许可法', article: '第八十二条' }],
    ['2026-09-28', 'workday', 1, { law: '行政许可法', article: '第八十二条' }],
    ['2026-10-10', 'makeup', 6, { notice: '国务院办公厅关于2026年部分节假日安排的通知', year: 2026 }],
    ['2026-10-13', 'workday', 8, { law: '行政许可法', article: '第八十二条' }],
    ['2026-10-14', 'paused', undefined, { law: '行政许可法', article: '第四十五条', rule: 'R-2.14' }],
    ['2026-10-17', 'weekend', undefined, { law: '行政许可法', article: '第八十二条' }],
    ['2026-10-19', 'workday', 9, { law: '行政许可法', article: '第八十二条' }],
    ['2026-10-21', 'workday', 11, { law: '行政许可法', article: '第八十二条' }],
    ['2026-11-03', 'lastDay', 20, { law: '行政许可法', article: '第四十二条第一款', rule: 'R-2.8' }],
  ] as const)('%s is %s', (day, reason, nth, basis) => {
    expect(entry(day)).toMatchObject({ reason, counted: nth !== undefined, basis });
    expect(entry(day)?.nth).toBe(nth);
  });

  it('is what the contract says', () => {
    expect(Value.Check(Explanation, why)).toBe(true);
  });
});

describe('a clock with two limits', () => {
  it('R-2.15: explains the promise by its guide and counts its days by the law', () => {
    const promised: Limit = { amount: 10, unit: 'workingDays', basis: { guide: '样例' } };
    const limits = { statutory: licensingLimits.decision, promised };
    const why = explainLimits(limits, [start('2026-09-24')], calendar, today);
    expect(why.first).toBe(why.promised);
    expect(why.promised?.summary.countingBasis).toEqual({ law: '行政许可法', article: '第八十二条' });
    expect(why.promised?.days.at(-1)).toMatchObject({ day: '2026-10-15', basis: { guide: '样例' } });
    expect(why.statutory?.dueDay).toBe('2026-10-29');
  });
});

describe('other explanations', () => {
  it('a year without notice: the holiday rests on the holiday regulation, and the whole is provisional', () => {
    const why = explain(licensingLimits.correction, [start('2027-02-03')], calendar, today);
    expect(why).toMatchObject({ dueDay: '2027-02-12', provisional: true });
    expect(why.days.find(({ day }) => day === '2027-02-05')).toMatchObject({
      reason: 'holiday',
      name: { zh: '春节' },
      basis: { law: '全国年节及纪念日放假办法', article: '第二条' },
      provisional: true,
    });
  });

  it('Civil Code 203: the days off behind the end of a calendar-day limit are not counted, the day after them is the last', () => {
    const why = explain(
      { amount: 30, unit: 'calendarDays', basis: { guide: '样例' } },
      [start('2026-09-01')],
      calendar,
      today,
    );
    expect(why.days.at(-1)).toMatchObject({ day: '2026-10-08', counted: true, nth: 30, reason: 'lastDay' });
    expect(why.days.find(({ day }) => day === '2026-10-01')).toMatchObject({
      counted: false,
      basis: { law: '民法典', article: '第二百零三条第一款' },
    });
    expect(why.days.find(({ day }) => day === '2026-09-26')).toMatchObject({ counted: true, reason: 'holiday' });
  });

  it('a limit of nothing ends on its own day', () => {
    const why = explain(
      { amount: 0, unit: 'workingDays', basis: { guide: '样例' } },
      [start('2026-03-07')],
      calendar,
      today,
    );
    expect(why).toMatchObject({
      dueDay: '2026-03-07',
      days: [{ day: '2026-03-07', counted: false, reason: 'startDay' }],
    });
  });

  it('R-2.8: the last day of an extended limit rests on the extension', () => {
    const basis = { law: '行政许可法', article: '第四十二条第一款', rule: 'R-2.8' };
    const facts: ClockFact[] = [
      start('2026-07-01'),
      { kind: 'extend', day: on('2026-07-20'), amount: 10, unit: 'workingDays', basis },
    ];
    const why = explain(licensingLimits.decision, facts, calendar, today);
    expect(why.summary.extension).toEqual({ amount: 10, unit: 'workingDays', approvedDay: '2026-07-20', basis });
    expect(why.days.at(-1)).toMatchObject({ day: '2026-08-12', nth: 30, basis });
  });

  it('office hours: each day has its minutes', () => {
    const at = Temporal.Instant.from('2026-03-06T15:30+08:00');
    const limit: Limit = { amount: 4, unit: 'officeHours', basis: { guide: '样例' } };
    const why = explain(limit, [{ kind: 'start', day: on('2026-03-06'), at }], calendar, today);
    expect(why.dueTime).toBe('2026-03-09T11:30');
    expect(why.days.map(({ day, minutes }) => [day, minutes])).toEqual([
      ['2026-03-06', 90],
      ['2026-03-07', undefined],
      ['2026-03-08', undefined],
      ['2026-03-09', 150],
    ]);
  });

  it('always ends on the due day, has no gap, and its counts add up', () => {
    const unit = fc.constantFrom<LimitUnit>('workingDays', 'calendarDays', 'officeHours');
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(40), unit, fc.nat(20), fc.nat(20), (offset, amount, limitUnit, run, wait) => {
        const from = on('2019-06-01').add({ days: offset });
        const facts: ClockFact[] = [
          { kind: 'start', day: from },
          { kind: 'pause', day: from.add({ days: run }), ground: 'testing' },
          { kind: 'resume', day: from.add({ days: run + wait }) },
        ];
        const limit: Limit = { amount, unit: limitUnit, basis: { guide: '样例' } };
        const why = explain(limit, facts, calendar, today);
        const { counts } = why.summary;
        expect(why.dueDay).toBe(dueDay(limit, facts, calendar).dueDay.toString());
        expect(why.days.map(({ day }) => day)).toEqual(why.days.map((_, n) => from.add({ days: n }).toString()));
        expect(why.days.at(-1)?.day).toBe(why.dueDay);
        expect(counts.startDay + counts.weekend + counts.holiday + counts.paused).toBe(counts.uncounted);
        expect(counts.counted + counts.uncounted).toBe(counts.total);
        if (limitUnit !== 'officeHours') expect(counts.counted).toBe(amount);
      }),
    );
  });
});
