import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../platform/clock.ts';
import { workCalendar } from './calendar.rules.ts';
import {
  acceptedByLaw,
  addFact,
  type ClockFact,
  dueDay,
  dueDays,
  endOfDueDay,
  type Limit,
  type LimitUnit,
  licensingLimits,
  modeOf,
  promisedWithin,
} from './clock.rules.ts';
import { publishedYears } from './published-years.data.ts';

const calendar = workCalendar({ edition: 'first', years: publishedYears() });
const on = (day: string) => Temporal.PlainDate.from(day);
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai').toInstant();
const guide = { guide: '样例事项办事指南' };
const days = (amount: number, unit: LimitUnit = 'workingDays'): Limit => ({ amount, unit, basis: guide });
const start = (day: string): ClockFact => ({ kind: 'start', day: on(day) });
const pause = (day: string, neededDays?: number) =>
  ({ kind: 'pause', day: on(day), ground: 'expertReview', ...(neededDays !== undefined && { neededDays }) }) as const;
const resume = (day: string) => ({ kind: 'resume', day: on(day) }) as const;
const article42 = { law: '行政许可法', article: '第四十二条第一款', rule: 'R-2.8' };
const extend = (day: string, amount = 10) =>
  ({ kind: 'extend', day: on(day), amount, unit: 'workingDays', basis: article42 }) as const;
const stop = (day: string) => ({ kind: 'stop', day: on(day) }) as const;
const due = (limit: Limit, ...facts: ClockFact[]) => dueDay(limit, facts, calendar).dueDay.toString();
const decision = { statutory: licensingLimits.decision };
const refusal = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the worked examples of working-day arithmetic', () => {
  it('T1: received Thursday 5 March 2026, the correction notice is due by the end of Thursday 12 March', () => {
    expect(due(licensingLimits.correction, start('2026-03-05'))).toBe('2026-03-12');
  });

  it('T2: accepted Friday 6 March 2026, 20 working days end on Friday 3 April, four weeks later', () => {
    expect(due(licensingLimits.decision, start('2026-03-06'))).toBe('2026-04-03');
  });

  it('T3: accepted Monday, notice of expert review Wednesday, result next Monday: 5 working days end that Thursday', () => {
    expect(due(days(5), start('2026-03-09'), pause('2026-03-11'), resume('2026-03-16'))).toBe('2026-03-19');
  });

  it('T4: accepted Saturday 7 March 2026 by weekend service, 3 working days end on Wednesday 11 March', () => {
    expect(due(days(3), start('2026-03-07'))).toBe('2026-03-11');
  });

  it('T5: a Sunday made a workday counts (20 September 2026), a Monday made a holiday does not (5 October 2026)', () => {
    expect(due(days(1), start('2026-09-19'))).toBe('2026-09-20');
    expect(due(days(1), start('2026-09-30'))).toBe('2026-10-08');
  });

  it('T6: an extension approved on the due day is valid, one day later it is refused', () => {
    const facts = [start('2026-03-06')];
    expect(due(licensingLimits.decision, ...addFact(decision, facts, extend('2026-04-03'), calendar))).toBe(
      '2026-04-20',
    );
    expect(refusal(() => addFact(decision, facts, extend('2026-04-04'), calendar))).toMatchObject({
      code: 'extension_too_late',
      facts: { day: '2026-04-03' },
    });
  });
});

describe('the days of the licensing law', () => {
  it('R-2.4, R-2.12 (art. 32): everything to correct is told within 5 working days of receipt, over the National Day', () => {
    expect(due(licensingLimits.correction, start('2026-09-29'))).toBe('2026-10-12');
  });

  it('R-2.5 (art. 32): without notice the application is accepted at the end of the fifth day, from the day it was received', () => {
    const received = on('2026-03-05');
    const lastMoment = at('2026-03-12T23:59:59');
    expect(acceptedByLaw(received, lastMoment, calendar)).toBeUndefined();
    expect(acceptedByLaw(received, at('2026-03-13T00:00'), calendar)?.toString()).toBe('2026-03-05');
    expect(endOfDueDay(on('2026-03-12')).equals(startOfDay(on('2026-03-13')))).toBe(true);
  });

  it('R-2.5: the decision clock of a case accepted by law runs from the received day, so days of it are already used', () => {
    expect(due(licensingLimits.decision, start('2026-03-05'))).toBe('2026-04-02');
  });

  it('R-2.8 (art. 42): a decision is due 20 working days after acceptance', () => {
    expect(due(licensingLimits.decision, start('2026-07-01'))).toBe('2026-07-29');
  });

  it('R-2.8 (art. 42): ten more days, once, approved before the limit ends', () => {
    const facts = addFact(decision, [start('2026-07-01')], extend('2026-07-20'), calendar);
    expect(due(licensingLimits.decision, ...facts)).toBe('2026-08-12');
    expect(refusal(() => addFact(decision, facts, extend('2026-07-21'), calendar))).toMatchObject({
      code: 'extension_already_given',
    });
  });

  it('R-2.8 (art. 42): eleven more days are refused', () => {
    expect(refusal(() => addFact(decision, [start('2026-07-01')], extend('2026-07-20', 11), calendar))).toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'amount', code: 'extension_too_long', facts: { max: 10 } }],
    });
  });

  it('R-2.9 (art. 42): 45 working days in joint handling, and fifteen more', () => {
    const joint = { statutory: licensingLimits.jointDecision };
    expect(due(licensingLimits.jointDecision, start('2026-06-22'))).toBe('2026-08-24');
    expect(
      due(licensingLimits.jointDecision, ...addFact(joint, [start('2026-06-22')], extend('2026-08-24', 15), calendar)),
    ).toBe('2026-09-14');
  });

  it('R-2.11 (art. 44): the licence is served within 10 working days of the decision, two of them make-up Saturdays', () => {
    expect(due(licensingLimits.delivery, start('2026-02-10'))).toBe('2026-03-02');
  });

  it('R-2.12 (art. 32): the five days of the correction notice cannot be extended', () => {
    const correction = { statutory: licensingLimits.correction };
    expect(refusal(() => addFact(correction, [start('2026-03-05')], extend('2026-03-09', 1), calendar))).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('R-2.14 (art. 45): the day of the notice counts, the day of the result does not', () => {
    expect(due(days(2), start('2026-03-09'), pause('2026-03-10'), resume('2026-03-10'))).toBe('2026-03-11');
    expect(due(days(2), start('2026-03-09'), pause('2026-03-10'), resume('2026-03-11'))).toBe('2026-03-12');
  });

  it('R-2.14 (art. 45): while the review lasts, the limit moves by the time that the applicant was told', () => {
    expect(due(days(5), start('2026-03-09'), pause('2026-03-11', 10))).toBe('2026-03-30');
    expect(due(days(5), start('2026-03-09'), pause('2026-03-11'))).toBe('2026-03-16');
  });

  it('R-2.14: two procedures one after the other both stop the clock', () => {
    const facts = [pause('2026-03-10'), resume('2026-03-12'), pause('2026-03-16'), resume('2026-03-18')];
    expect(due(days(5), start('2026-03-09'), ...facts)).toBe('2026-03-20');
  });

  it('R-2.14: a site visit stops the clock only where an article of the item’s own law says so', () => {
    const visit = { kind: 'pause', day: on('2026-03-10'), ground: 'siteVisit' } as const;
    expect(refusal(() => addFact(decision, [start('2026-03-09')], visit, calendar))).toMatchObject({
      code: 'pause_without_ground',
    });
    const named = { ...visit, basis: { law: '样例条例', article: '第一条' } };
    expect(addFact(decision, [start('2026-03-09')], named, calendar)).toHaveLength(2);
  });

  it('R-2.15: a promise must not end later than the law’s limit', () => {
    expect(promisedWithin(days(20), days(20), calendar)).toBe(true);
    expect(promisedWithin(days(20), days(21), calendar)).toBe(false);
    expect(promisedWithin(days(20), days(20, 'calendarDays'), calendar)).toBe(true);
    expect(promisedWithin(days(1), days(7, 'officeHours'), calendar)).toBe(true);
    expect(promisedWithin(days(30, 'calendarDays'), days(20), calendar)).toBe(false);
    expect(promisedWithin(days(30, 'calendarDays'), days(10), calendar)).toBe(true);
  });

  it('R-2.15: an extension moves the promise with the limit, and nothing else does', () => {
    const limits = { statutory: licensingLimits.decision, promised: days(10) };
    const facts = addFact(limits, [start('2026-07-01')], extend('2026-07-15'), calendar);
    const moved = dueDays(limits, facts, calendar);
    expect(moved.promised?.dueDay.toString()).toBe('2026-07-29');
    expect(moved.statutory?.dueDay.toString()).toBe('2026-08-12');
    expect(moved.dueDay.toString()).toBe('2026-07-29');
  });

  it('art. 82 and the notice of 2026: 20 days from 24 September end on 3 November with three days of expert review', () => {
    const facts = [start('2026-09-24'), pause('2026-10-13'), resume('2026-10-16')];
    expect(due(licensingLimits.decision, ...facts)).toBe('2026-11-03');
    expect(due(licensingLimits.decision, start('2026-09-24'))).toBe('2026-10-29');
  });
});

describe('the ends of years', () => {
  it('counts over New Year 2026, whose first Sunday is a workday', () => {
    expect(due(days(3), start('2025-12-30'))).toBe('2026-01-05');
  });

  it('is provisional as soon as a day of 2027 was counted, and not before', () => {
    expect(dueDay(days(5), [start('2026-12-24')], calendar)).toMatchObject({ provisional: false });
    const next = dueDay(days(6), [start('2026-12-24')], calendar);
    expect(next.dueDay.toString()).toBe('2027-01-04');
    expect(next.provisional).toBe(true);
  });

  it('R-2.14 over New Year 2026: noticed on 30 December, result on 6 January: the make-up Sunday of the 4th stood still too', () => {
    expect(due(days(5), start('2025-12-29'), pause('2025-12-30'), resume('2026-01-06'))).toBe('2026-01-12');
  });

  it('R-2.14 into a year without notice: the time that was told is counted by its computed days, and the day is provisional', () => {
    const facts = [start('2026-12-28'), pause('2026-12-30', 5)];
    const end = dueDay(days(5), facts, calendar);
    expect([end.dueDay.toString(), end.provisional]).toEqual(['2027-01-12', true]);
  });

  it('skips only the statutory days of the Spring Festival of 2027 while its notice is not published', () => {
    expect(due(days(1), start('2027-02-04'))).toBe('2027-02-09');
  });

  it('counts calendar days into 2027 without being provisional, unless the end itself depends on the notice', () => {
    expect(dueDay(days(10, 'calendarDays'), [start('2026-12-20')], calendar).provisional).toBe(false);
    expect(dueDay(days(12, 'calendarDays'), [start('2026-12-20')], calendar)).toMatchObject({ provisional: true });
  });
});

describe('calendar days', () => {
  it('CC 201: the start day is not counted', () => {
    expect(due(days(30, 'calendarDays'), start('2026-03-02'))).toBe('2026-04-01');
  });

  it('CC 203: a last day on the National Day moves to the first working day after it', () => {
    expect(due(days(30, 'calendarDays'), start('2026-09-01'))).toBe('2026-10-08');
  });

  it('CC 203: a last day on a Saturday moves to Monday, on a Saturday made a workday it stays', () => {
    expect(due(days(7, 'calendarDays'), start('2026-03-07'))).toBe('2026-03-16');
    expect(due(days(10, 'calendarDays'), start('2026-09-30'))).toBe('2026-10-10');
  });

  it('R-2.14: a pause takes every calendar day out', () => {
    expect(due(days(10, 'calendarDays'), start('2026-03-02'), pause('2026-03-05'), resume('2026-03-10'))).toBe(
      '2026-03-17',
    );
  });
});

describe('office hours (09:00 to 12:00, 13:00 to 17:00)', () => {
  const from = (local: string): ClockFact => ({ kind: 'start', day: on(local.slice(0, 10)), at: at(local) });
  const end = (hours: number, ...facts: ClockFact[]) =>
    dueDay(days(hours, 'officeHours'), facts, calendar).dueTime?.toString({ smallestUnit: 'minute' });

  it('CC 201: counts from the moment on, over the noon break', () => {
    expect(end(4, from('2026-03-05T10:30'))).toBe('2026-03-05T15:30');
  });

  it('goes on the next working day', () => {
    expect(end(4, from('2026-03-06T15:30'))).toBe('2026-03-09T11:30');
  });

  it('starts with the office when the application comes at night or on a Sunday', () => {
    expect(end(2, from('2026-03-08T22:00'))).toBe('2026-03-09T11:00');
    expect(end(3, from('2026-03-05T12:10'))).toBe('2026-03-05T16:00');
  });

  it('半天: half a day is four office hours, from ten in the morning until three', () => {
    expect(end(4, from('2026-03-05T10:00'))).toBe('2026-03-05T15:00');
    expect(end(4, from('2026-03-05T16:00'))).toBe('2026-03-06T12:00');
  });

  it('半天: half an hour before Labour Day, three on the morning after it, and the rest after the noon break', () => {
    expect(end(4, from('2026-04-30T16:30'))).toBe('2026-05-06T13:30');
    expect(end(4, from('2026-05-02T10:00'))).toBe('2026-05-06T14:00');
  });

  it('ends with the office, not with the next morning', () => {
    expect(end(7, from('2026-03-05T09:00'))).toBe('2026-03-05T17:00');
  });

  it('leaves a pause out to the minute', () => {
    const paused: ClockFact = { ...pause('2026-03-05'), at: at('2026-03-05T10:00') };
    const resumed: ClockFact = { ...resume('2026-03-06'), at: at('2026-03-06T14:00') };
    expect(end(2, from('2026-03-05T09:00'), paused, resumed)).toBe('2026-03-06T15:00');
  });
});

describe('facts that may not follow', () => {
  const running = [start('2026-03-09')];
  const paused = [...running, pause('2026-03-10')];
  const stopped = [...running, stop('2026-03-11')];

  it.each([
    ['a pause while paused', paused, pause('2026-03-11'), 'clock_paused'],
    ['a resumption of a running clock', running, resume('2026-03-11'), 'clock_not_paused'],
    ['a pause after the stop', stopped, pause('2026-03-12'), 'clock_stopped'],
    ['a resumption after the stop', stopped, resume('2026-03-12'), 'clock_stopped'],
    ['an extension after the stop', stopped, extend('2026-03-12'), 'clock_stopped'],
    ['a second stop', stopped, stop('2026-03-12'), 'clock_stopped'],
    ['a fact before the last one', paused, resume('2026-03-09'), 'invalid_input'],
  ] as const)('refuses %s', (_, facts, fact, code) => {
    expect(refusal(() => addFact(decision, facts, fact, calendar))).toMatchObject({ code });
  });

  it('allows an extension during a pause that outlasts the limit, for a paused limit does not run out', () => {
    const facts = addFact(decision, paused, extend('2026-07-01'), calendar);
    expect(modeOf(facts).state).toBe('paused');
  });
});

describe('what holds for every sequence of facts', () => {
  const day = fc.integer({ min: 0, max: 2_500 }).map((days) => on('2019-06-01').add({ days }));
  const limit = fc.record({
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom<LimitUnit>('workingDays', 'calendarDays', 'officeHours'),
    basis: fc.constant(guide),
  });
  const waits = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 30 })), { maxLength: 4 });

  function pausing(from: Temporal.PlainDate, gaps: [number, number][]): ClockFact[] {
    let last = from;
    return gaps.flatMap(([running, standing]) => {
      const noticed = last.add({ days: running });
      last = noticed.add({ days: standing });
      return [pause(noticed.toString()), resume(last.toString())];
    });
  }

  it('pausing never shortens', () => {
    fc.assert(
      fc.property(limit, day, waits, (length, from, gaps) => {
        const begin: ClockFact = { kind: 'start', day: from };
        const plain = dueDay(length, [begin], calendar).dueDay;
        let before = plain;
        const facts = pausing(from, gaps);
        for (let n = 2; n <= facts.length; n += 2) {
          const now = dueDay(length, [begin, ...facts.slice(0, n)], calendar).dueDay;
          expect(Temporal.PlainDate.compare(now, before)).toBeGreaterThanOrEqual(0);
          before = now;
        }
      }),
    );
  });

  it('a longer limit and a later start never end earlier', () => {
    fc.assert(
      fc.property(limit, day, (length, from) => {
        const once = dueDay(length, [{ kind: 'start', day: from }], calendar).dueDay;
        const longer = dueDay(
          { ...length, amount: length.amount + 1 },
          [{ kind: 'start', day: from }],
          calendar,
        ).dueDay;
        const later = dueDay(length, [{ kind: 'start', day: from.add({ days: 1 }) }], calendar).dueDay;
        expect(Temporal.PlainDate.compare(once, longer)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(once, later)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('an extension after pauses adds its days, never fewer, and the days of the pauses stay out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        day,
        waits,
        fc.integer({ min: 1, max: 15 }),
        (amount, from, gaps, more) => {
          const facts: ClockFact[] = [{ kind: 'start', day: from }, ...pausing(from, gaps)];
          const last = facts.at(-1)?.day ?? from;
          const extended: ClockFact[] = [...facts, { ...extend(last.toString(), more) }];
          const end = dueDay(days(amount), extended, calendar).dueDay;
          expect(end.equals(dueDay(days(amount + more), facts, calendar).dueDay)).toBe(true);
        },
      ),
    );
  });

  it('a limit ends on a working day', () => {
    fc.assert(
      fc.property(limit, day, waits, (length, from, gaps) => {
        const end = dueDay(length, [{ kind: 'start', day: from }, ...pausing(from, gaps)], calendar).dueDay;
        expect(['workday', 'makeup']).toContain(calendar.kindOf(end).kind);
      }),
    );
  });
});
