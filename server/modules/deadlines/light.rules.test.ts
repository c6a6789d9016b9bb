import { describe, expect, it } from 'vitest';
import { workCalendar } from './calendar.rules.ts';
import { light } from './light.rules.ts';
import { publishedYears } from './published-years.data.ts';

const calendar = workCalendar({ edition: 'first', years: publishedYears() });
const on = (day: string) => Temporal.PlainDate.from(day);

describe('the light of a case due on Thursday 12 March 2026', () => {
  it.each([
    ['2026-03-05', 'green', 5],
    ['2026-03-10', 'green', 2],
    ['2026-03-11', 'yellow', 1],
    ['2026-03-12', 'yellow', 0],
    ['2026-03-13', 'red', -1],
    ['2026-03-15', 'red', -1],
    ['2026-03-16', 'red', -2],
  ] as const)('on %s is %s with %i working days left', (today, colour, workingDaysLeft) => {
    expect(light(on('2026-03-12'), on(today), calendar)).toEqual({ light: colour, workingDaysLeft });
  });

  it('is yellow on the weekend before a Monday', () => {
    expect(light(on('2026-03-16'), on('2026-03-14'), calendar)).toEqual({ light: 'yellow', workingDaysLeft: 1 });
  });

  it('is blue while paused in time, however long that lasts', () => {
    const since = { kind: 'pause', day: on('2026-03-12'), ground: 'testing' } as const;
    expect(light(on('2026-03-12'), on('2026-05-20'), calendar, { mode: { state: 'paused', since } }).light).toBe(
      'blue',
    );
  });

  it('stays red when the pause or the stop came too late', () => {
    const day = on('2026-03-13');
    const pause = { kind: 'pause', day, ground: 'testing' } as const;
    expect(light(on('2026-03-12'), day, calendar, { mode: { state: 'paused', since: pause } }).light).toBe('red');
    expect(
      light(on('2026-03-12'), day, calendar, { mode: { state: 'stopped', since: { kind: 'stop', day } } }).light,
    ).toBe('red');
  });

  it('is green for good when it was stopped in time', () => {
    const since = { kind: 'stop', day: on('2026-03-12') } as const;
    expect(light(on('2026-03-12'), on('2026-09-01'), calendar, { mode: { state: 'stopped', since } }).light).toBe(
      'green',
    );
  });
});
