import { expect, test } from 'vitest';
import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import { workCalendar } from '../deadlines/calendar.rules.ts';
import { judgeSupply, judgeTolerance, reminderDays, type ToleranceFacts } from './tolerance.rules.ts';

const calendar = workCalendar({ edition: 'test', years: [] });
const day = (text: string) => Temporal.PlainDate.from(text);
const material = (key: string, more: Partial<MaterialRequirement> = {}): MaterialRequirement => ({
  key,
  name: { zh: key, en: key },
  hint: { zh: '', en: '' },
  necessity: 'required',
  originals: 1,
  copies: 0,
  form: 'either',
  source: 'applicant',
  basis: { law: '样例', mark: 'sample' },
  ...more,
});

const facts: ToleranceFacts = {
  needed: [
    material('idCard'),
    material('plan'),
    material('photos', { tolerated: { workingDays: 5 } }),
    material('report', { tolerated: { workingDays: 10 } }),
  ],
  received: new Set(['idCard', 'plan']),
  // A Monday.
  today: day('2026-03-02'),
  promisedDueDay: '2026-03-13',
};
const codeOf = (materials: string[], supplyDay: string, more: Partial<ToleranceFacts> = {}) =>
  judgeTolerance({ materials, supplyDay }, { ...facts, ...more }, calendar);

test('国发〔2022〕5号: only materials of the published list may follow, and all others are there.', () => {
  expect(codeOf(['photos', 'report'], '2026-03-06')).toBeUndefined();
  expect(codeOf(['photos', 'plan'], '2026-03-06', { received: new Set(['idCard']) })).toMatchObject({
    code: 'tolerated_unlisted',
    facts: { key: 'plan' },
  });
  expect(codeOf(['photos'], '2026-03-06')).toMatchObject({ code: 'tolerated_main_missing', facts: { count: 1 } });
  expect(codeOf(['photos', 'report'], '2026-03-06', { received: new Set(['idCard']) })).toMatchObject({
    code: 'tolerated_main_missing',
    facts: { name: 'plan' },
  });
  expect(codeOf(['photos'], '2026-03-06', { received: new Set(['idCard', 'plan', 'photos', 'report']) })?.code).toBe(
    'tolerated_nothing_missing',
  );
});

test('The day of supply lies within the shortest limit of what is owed: 5 working days from Monday 2 March is Monday 9 March.', () => {
  expect(codeOf(['photos', 'report'], '2026-03-09')).toBeUndefined();
  expect(codeOf(['photos', 'report'], '2026-03-10')).toEqual({
    code: 'supply_day_too_late',
    facts: { day: '2026-03-09' },
  });
  expect(codeOf(['photos', 'report'], '2026-03-01')?.code).toBe('day_in_past');
});

test('It lies within the promise, unless the item says that it may outlast it.', () => {
  const short = { promisedDueDay: '2026-03-05' };
  expect(codeOf(['photos', 'report'], '2026-03-06', short)).toEqual({
    code: 'supply_day_too_late',
    facts: { day: '2026-03-05' },
  });
  const longer = facts.needed.map((each) =>
    each.tolerated === undefined ? each : { ...each, tolerated: { ...each.tolerated, afterPromise: true } },
  );
  expect(codeOf(['photos', 'report'], '2026-03-06', { ...short, needed: longer })).toBeUndefined();
});

test('Reminders come three working days and one before the day and on it: for Monday 9 March on Wednesday 4, Friday 6 and Monday 9.', () => {
  const days = (today: string) => reminderDays(day('2026-03-09'), day(today), calendar).map(String);
  expect(days('2026-03-02')).toEqual(['2026-03-04', '2026-03-06', '2026-03-09']);
  expect(days('2026-03-06')).toEqual(['2026-03-09']);
});

test('Only what is owed can be supplied.', () => {
  expect(judgeSupply(new Set(['photos']), ['photos'])).toBeUndefined();
  expect(judgeSupply(new Set(['photos']), ['photos', 'plan'])).toEqual({
    code: 'supply_not_owed',
    facts: { key: 'plan' },
  });
});
