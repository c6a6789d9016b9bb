import { describe, expect, test } from 'vitest';
import type { Arrival, RunDay } from './arrivals.rules.ts';
import { drawsOf } from './draw.rules.ts';
import { type Act, journeyOf, type Matter, officeTimeOf, suits } from './journey.rules.ts';
import type { Fate } from './scenario.ts';
import { louxing } from './scenarios/louxing.ts';

/** Four weeks from a Monday. */
const days: RunDay[] = Array.from({ length: 28 }, (_, at) => {
  const day = Temporal.PlainDate.from('2026-03-02').add({ days: at });
  return { day, isWorking: day.dayOfWeek < 6 };
});
const time = officeTimeOf(days);
const task = (kind: string) => ({ kind, organ: 'health', days: 5, isLimited: false });
const licence: Matter = {
  key: 'hygieneLicence',
  itemId: 'hygieneLicence',
  caseType: 'PROMISED',
  promisedDays: 5,
  online: true,
  wishes: ['WINDOW'],
  required: ['idCard', 'plan'],
  tolerated: ['plan'],
  committable: ['plan'],
  stages: [[task('REVIEW')], [task('DECISION')]],
};
const card: Matter = {
  ...licence,
  key: 'seniorCard',
  caseType: 'IMMEDIATE',
  stages: [[task('DECISION')]],
  tolerated: [],
};
const came: Arrival = { person: 5, slot: { day: 0, hour: 10 }, channel: 'WINDOW', fate: 'plain' };
const scenario = {
  ...louxing,
  delivery: { ...louxing.delivery, counter: { WINDOW: 1, AGENT: 0, MAIL: 0 } },
  officers: { ...louxing.officers, late: 0, slowAnswers: 0 },
};
const journey = (matter: Matter, more: Partial<Arrival> = {}) =>
  journeyOf(scenario, { arrival: { ...came, ...more }, matter, villageId: 'a' }, { draws: drawsOf('1'), time });
const acts = (matter: Matter, fate: Fate): Act[] => journey(matter, { fate }).steps.map(({ act }) => act);

test('Office hours are those of working days; past the end there is its last one', () => {
  expect(time.after(0, 0)).toBe(9);
  expect(time.after(12, 0)).toBe(14);
  // Friday 16:00, and the hour after it is on Monday.
  expect(time.after(4 * 24 + 16, 1)).toBe(7 * 24 + 9);
  expect(time.after(27 * 24, 100)).toBe(time.last);
});

test('An immediate matter at the window is one visit: all of it in the hour in which somebody came', () => {
  const { steps } = journey(card);
  expect(steps.map(({ act, at }) => [act, at])).toEqual([
    ['takeIn', 10],
    ['accept', 10],
    ['decide', 10],
    ['deliver', 10],
  ]);
});

describe('Each fate has its own acts', () => {
  test.each<[Fate, Act[]]>([
    ['plain', ['takeIn', 'accept', 'signFor', 'review', 'decide', 'deliver']],
    ['denied', ['takeIn', 'accept', 'signFor', 'review', 'decide', 'deliver']],
    ['corrected', ['takeIn', 'correct', 'supplement', 'accept', 'signFor', 'review', 'decide', 'deliver']],
    ['abandoned', ['takeIn', 'correct']],
    ['refused', ['takeIn', 'refuse']],
    ['withdrawn', ['takeIn', 'accept', 'signFor', 'withdraw']],
    ['committed', ['takeIn', 'accept', 'signFor', 'review', 'decide', 'deliver']],
  ])('%s', (fate, expected) => {
    expect(acts(licence, fate)).toEqual(expected);
  });

  test('what is owed after a tolerated acceptance comes before the decision', () => {
    const all = acts(licence, 'tolerated');
    expect(all.indexOf('supplyOwed')).toBeLessThan(all.indexOf('decide'));
    expect(all).toContain('acceptTolerated');
  });
});

test('A fate that cannot befall a matter leaves it plain, and who is not to be accepted is refused', () => {
  expect(suits('withdrawn', card)).toBe(false);
  expect(suits('tolerated', card)).toBe(false);
  expect(journey(card, { fate: 'withdrawn' }).fate).toBe('plain');
  expect(acts({ ...card, required: [] }, 'abandoned')).toEqual(['takeIn', 'refuse']);
});

test('What nobody examines is decided before anybody takes it back, and is fetched', () => {
  const certificate: Matter = { ...licence, stages: [[task('DECISION')]] };
  expect(acts(certificate, 'withdrawn')).toEqual(['takeIn', 'accept', 'decide', 'deliver']);
});

test('A late officer decides after the promised days', () => {
  const late = { ...scenario, officers: { ...scenario.officers, late: 1 } };
  const { steps } = journeyOf(late, { arrival: came, matter: licence, villageId: 'a' }, { draws: drawsOf('1'), time });
  const at = (act: Act) => steps.find((step) => step.act === act)?.at ?? 0;
  const between = days.slice(0, Math.floor(at('decide') / 24) + 1).filter(({ isWorking }) => isWorking).length - 1;
  expect(between).toBeGreaterThan(licence.promisedDays);
});
