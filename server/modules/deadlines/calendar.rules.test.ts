import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  faultOfYear,
  isWorking,
  nextWorkingDay,
  officeDayHours,
  realDay,
  statutoryHolidays,
  workCalendar,
  workingDaysBetween,
} from './calendar.rules.ts';
import { publishedYears } from './published-years.data.ts';

const calendar = workCalendar({ edition: 'first', years: publishedYears() });
const on = (day: string) => Temporal.PlainDate.from(day);
const kind = (day: string) => calendar.kindOf(on(day));

describe('the published years', () => {
  it('knows the days off of 2026 as the notice has them', () => {
    const off = (from: string, days: number) =>
      Array.from({ length: days }, (_, n) => kind(on(from).add({ days: n }).toString()).kind);
    expect(off('2026-01-01', 3)).toEqual(Array(3).fill('holiday'));
    expect(off('2026-02-15', 9)).toEqual(Array(9).fill('holiday'));
    expect(off('2026-04-04', 3)).toEqual(Array(3).fill('holiday'));
    expect(off('2026-05-01', 5)).toEqual(Array(5).fill('holiday'));
    expect(off('2026-06-19', 3)).toEqual(Array(3).fill('holiday'));
    expect(off('2026-09-25', 3)).toEqual(Array(3).fill('holiday'));
    expect(off('2026-10-01', 7)).toEqual(Array(7).fill('holiday'));
  });

  it.each(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])(
    'works on %s, a weekend day that the notice of 2026 makes up for',
    (day) => expect(kind(day)).toMatchObject({ kind: 'makeup', provisional: false }),
  );

  it('names a holiday in both languages', () => {
    expect(kind('2026-09-25').name).toEqual({ zh: '中秋节', en: 'Mid-Autumn Festival' });
    expect(kind('2026-10-10').name).toEqual({ zh: '国庆节', en: 'National Day' });
  });

  // Working days of the years as the notices arrange them: two fewer in 2020 than first arranged.
  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, days) => {
    expect(workingDaysBetween(on(`${year - 1}-12-31`), on(`${year}-12-31`), calendar)).toBe(days);
  });

  it('keeps the Spring Festival of 2020 as long as it was made', () => {
    expect(kind('2020-01-31').kind).toBe('holiday');
    expect(kind('2020-02-02').kind).toBe('holiday');
    expect(kind('2020-02-03').kind).toBe('workday');
  });

  it.each(publishedYears().map((year) => [year.year, year] as const))('%i is a sound table', (_, year) => {
    expect(faultOfYear(year)).toBeUndefined();
  });
});

describe('years without a notice (holiday regulation of 2024, art. 2)', () => {
  it('computes the thirteen statutory holidays of 2027', () => {
    expect(statutoryHolidays(2027).map(({ day, name }) => `${day} ${name.zh}`)).toEqual([
      '2027-01-01 元旦',
      '2027-02-05 春节',
      '2027-02-06 春节',
      '2027-02-07 春节',
      '2027-02-08 春节',
      '2027-04-05 清明节',
      '2027-05-01 劳动节',
      '2027-05-02 劳动节',
      '2027-06-09 端午节',
      '2027-09-15 中秋节',
      '2027-10-01 国庆节',
      '2027-10-02 国庆节',
      '2027-10-03 国庆节',
    ]);
  });

  it('agrees with the notices of 2025 and 2026 on every statutory holiday', () => {
    for (const { day, name } of [2025, 2026].flatMap(statutoryHolidays)) {
      expect(kind(day).kind, `${day} ${name.zh}`).toBe('holiday');
    }
  });

  it('counts every other weekday of 2027 as a workday, makes up for nothing, and says that it is provisional', () => {
    expect(kind('2027-02-09')).toEqual({ kind: 'workday', provisional: true });
    expect(kind('2027-02-20')).toEqual({ kind: 'weekend', provisional: true });
    expect(kind('2027-10-01')).toMatchObject({ kind: 'holiday', provisional: true });
    expect(kind('2026-12-31').provisional).toBe(false);
  });

  it('takes its days from the notice as soon as that is there', () => {
    const with2027 = workCalendar({
      edition: 'second',
      years: [
        ...publishedYears(),
        {
          year: 2027,
          notice: '样例',
          days: [{ day: '2027-02-09', kind: 'holiday', name: { zh: '春节', en: 'Spring Festival' } }],
        },
      ],
    });
    expect(with2027.kindOf(on('2027-02-09'))).toMatchObject({ kind: 'holiday', provisional: false });
    expect(with2027.kindOf(on('2027-03-01'))).toEqual({ kind: 'workday', provisional: false });
  });
});

describe('an imported year', () => {
  const name = { zh: '春节', en: 'Spring Festival' };
  const statutory = statutoryHolidays(2027);
  const year = (days: Parameters<typeof faultOfYear>[0]['days']) => faultOfYear({ year: 2027, notice: '样例', days });

  it('may speak of the December before', () => {
    expect(year([...statutory, { day: '2026-12-31', kind: 'holiday', name }])).toBeUndefined();
  });

  it.each([
    ['not_a_day', '2027-02-30', 'holiday'],
    ['day_of_another_year', '2028-01-01', 'holiday'],
    ['day_twice', '2027-02-06', 'holiday'],
    ['makeup_on_weekday', '2027-02-10', 'makeup'],
  ] as const)('is refused as %s', (code, day, kindOfDay) => {
    expect(year([...statutory, { day, kind: kindOfDay, name }])).toEqual({ code, day });
  });

  it('is refused when a statutory holiday is missing', () => {
    expect(year(statutory.filter(({ day }) => day !== '2027-06-09'))).toEqual({
      code: 'statutory_holiday_missing',
      day: '2027-06-09',
    });
  });
});

describe('counting days', () => {
  it('goes from a Friday to the Monday, and over a holiday', () => {
    expect(nextWorkingDay(on('2026-03-06'), calendar).toString()).toBe('2026-03-09');
    expect(nextWorkingDay(on('2026-09-30'), calendar).toString()).toBe('2026-10-08');
    expect(addWorkingDays(on('2026-03-06'), 0, calendar).toString()).toBe('2026-03-06');
  });

  it('counts backwards below zero, and nothing between a Friday and its Sunday', () => {
    expect(workingDaysBetween(on('2026-03-09'), on('2026-03-06'), calendar)).toBe(-1);
    expect(workingDaysBetween(on('2026-03-06'), on('2026-03-08'), calendar)).toBe(0);
    expect(workingDaysBetween(on('2026-03-08'), on('2026-03-06'), calendar)).toBe(0);
  });

  it('counts between two days what goes through them one by one, across year ends, holidays and years without a notice', () => {
    const first = on('2024-12-20');
    for (let days = 0; days < 1200; days += 37) {
      const from = first.add({ days });
      let count = 0;
      for (let to = from; Temporal.PlainDate.compare(to, from.add({ days: 800 })) < 0; to = to.add({ days: 1 })) {
        if (!to.equals(from) && isWorking(calendar.kindOf(to))) count += 1;
        expect(workingDaysBetween(from, to, calendar)).toBe(count);
        expect(workingDaysBetween(to, from, calendar)).toBe(0 - count);
      }
    }
  });

  it('takes only days that exist', () => {
    expect(realDay('2028-02-29')?.toString()).toBe('2028-02-29');
    for (const text of ['2027-02-29', '2027-13-01', '2027-1-1', '', '2027-01-01T00:00', '+002027-01-01']) {
      expect(realDay(text)).toBeUndefined();
    }
  });

  it('agrees with itself: a working day is a workday or a make-up day', () => {
    expect(['2026-03-06', '2026-10-10'].map((day) => isWorking(kind(day)))).toEqual([true, true]);
    expect(['2026-03-07', '2026-10-01'].map((day) => isWorking(kind(day)))).toEqual([false, false]);
  });
});

describe('the hours of an office day', () => {
  it('adds up the spans, without the noon break', () => {
    expect(officeDayHours(calendar)).toBe(7);
    expect(officeDayHours({ officeHours: [{ from: '08:30', to: '12:00' }] })).toBe(3.5);
  });
});
