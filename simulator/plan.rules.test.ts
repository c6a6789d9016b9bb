import { expect, test } from 'vitest';
import { isAccepted, type RunDay } from './arrivals.rules.ts';
import { type Journey, type Matter, officeTimeOf } from './journey.rules.ts';
import { type Ground, planOf } from './plan.rules.ts';
import { louxing } from './scenarios/louxing.ts';

const days: RunDay[] = Array.from({ length: 304 }, (_, at) => {
  const day = Temporal.PlainDate.from('2027-01-01').add({ days: at });
  return { day, isWorking: day.dayOfWeek < 6 };
});
const task = (kind: string) => ({ kind, organ: 'health', days: 5, isLimited: false });
const matter = (key: string, more: Partial<Matter> = {}): Matter => ({
  key,
  itemId: key,
  caseType: 'PROMISED',
  promisedDays: 10,
  online: true,
  wishes: ['WINDOW', 'ELECTRONIC', 'AGENT'],
  required: ['idCard', 'plan'],
  tolerated: ['plan'],
  committable: [],
  stages: [[task('REVIEW')], [task('DECISION')]],
  ...more,
});
const ground: Ground = {
  seed: '1',
  scale: 0.05,
  days,
  townships: [
    { name: '乐坪街道', villageIds: ['a', 'b'] },
    { name: '花山街道', villageIds: ['c'] },
  ],
  matters: [
    matter('seniorCard', { caseType: 'IMMEDIATE', stages: [[task('DECISION')]] }),
    matter('hygieneLicence'),
    matter('association', { stages: [[task('REVIEW')], [task('PUBLIC_NOTICE')], [task('DECISION')]] }),
  ],
  isTakenIn: () => true,
};
const plan = planOf(louxing, ground);
const ends = ['deliver', 'carry', 'mail', 'receiveResult', 'withdraw'];
const isEnded = ({ steps }: Journey) => ends.includes(steps.at(-1)?.act ?? '');

test('What is left open, and who is kept in reserve, leave exactly the declared figures to be reached', () => {
  const { declared, journeys, waiting, reserve } = plan;
  expect(declared).toEqual({ accepted: 4578, completed: 4572, open: 6 });
  const accepted = journeys.filter(({ fate }) => isAccepted(fate));
  expect(accepted.length + reserve.length).toBe(declared.accepted);
  expect(accepted.filter((journey) => !isEnded(journey))).toHaveLength(waiting.length);
  expect(waiting).toHaveLength(declared.open + reserve.length);
  expect(reserve.every(isEnded)).toBe(true);
});

test('Nobody can complete more than is accepted: that is said before anybody comes, with by how much', () => {
  const more = { ...louxing, declared: { accepted: 1000, completed: 1100 } };
  expect(() => planOf(more, ground)).toThrow('5 more are to be completed than are to be accepted.');
});

test('The same seed plans the same, another one something else', () => {
  const told = (seed: string) => JSON.stringify(planOf(louxing, { ...ground, seed, scale: 0.005 }).journeys);
  expect(told('1')).toBe(told('1'));
  expect(told('1')).not.toBe(told('2'));
});

test('Nobody acts before the step before, officers act in office hours, and nothing comes after the end', () => {
  for (const { steps } of plan.journeys)
    for (const [number, { act, at }] of steps.entries()) {
      expect(at).toBeGreaterThanOrEqual(steps[number - 1]?.at ?? 0);
      expect(at).toBeLessThanOrEqual(officeTimeOf(days).last);
      if (act === 'apply' || act === 'receiveResult') continue;
      expect(days[Math.floor(at / 24)]?.isWorking).toBe(true);
      expect([9, 10, 11, 14, 15, 16]).toContain(at % 24);
    }
});

test('A public notice is over before the run is, and what may follow comes before the decision', () => {
  const of = (journey: Journey, act: string) => journey.steps.find((step) => step.act === act)?.at;
  for (const journey of plan.journeys) {
    const [posted, closed] = [of(journey, 'postNotice'), of(journey, 'closeNotice')];
    if (posted !== undefined && closed !== undefined) expect(closed - posted).toBeGreaterThanOrEqual(7 * 24);
    const [owed, decided] = [of(journey, 'supplyOwed'), of(journey, 'decide')];
    if (owed !== undefined && decided !== undefined) expect(decided).toBeGreaterThanOrEqual(owed);
  }
});
