import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import {
  effortOf,
  gauges,
  isChecked,
  isGuideComplete,
  isInHall,
  isWanted,
  monthInWorkingDays,
  type Reading,
  sumOf,
  threeAtMost,
  workingDaysIn,
} from './figure.rules.ts';
import type { Matter } from './list.rules.ts';

const matters = demoItems.map(
  ({ key, code, caseType, level, profile, content, organ }): Matter => ({
    version: {
      id: key,
      itemId: key,
      version: 1,
      code,
      effectiveDay: '2026-01-01',
      profile,
      caseType,
      level,
      acceptingOrganId: organ,
      decidingOrganId: organ === 'township' ? null : organ,
      content,
    },
    routes: [],
  }),
);
const [first] = matters as [Matter, ...Matter[]];
const changed = (
  content: Partial<ItemVersion['content']>,
  elements: Partial<ItemVersion['content']['elements']> = {},
) => ({
  ...first,
  version: {
    ...first.version,
    content: {
      ...first.version.content,
      ...content,
      elements: { ...first.version.content.elements, ...elements },
    },
  },
});
const days = (amount: number) => ({ amount, unit: 'workingDays', basis: { guide: '指南' } }) as const;
const context = { hasPhone: () => true };
const gauge = (key: string) => gauges.find((each) => each.key === key);

test('A limit in working days: seven calendar days hold five of them, eight office hours are one', () => {
  expect(workingDaysIn({ amount: 10, unit: 'workingDays' })).toBe(10);
  expect(workingDaysIn({ amount: 30, unit: 'calendarDays' })).toBe(monthInWorkingDays);
  expect(workingDaysIn({ amount: 4, unit: 'officeHours' })).toBe(0.5);
  expect(workingDaysIn({ amount: 0, unit: 'workingDays' })).toBe(0);
});

test('三个最多: one visit, one person, one month, and each that fails is known by itself', () => {
  const kept = changed({ visits: 1, promisedLimit: days(22) }, { singleContact: true });
  expect(threeAtMost(kept)).toEqual({ visits: true, contact: true, month: true });
  const failing = changed({ visits: 2, promisedLimit: days(23) }, { singleContact: false });
  expect(threeAtMost(failing)).toEqual({ visits: false, contact: false, month: false });
  expect(gauge('threeAtMost')?.read(failing, context)).toEqual({ part: 0, whole: 1 });
});

test('四减: measured against the baseline, and not at all without one', () => {
  const baseline = {
    steps: 9,
    materials: 12,
    days: 20,
    fen: 5000,
    visits: 3,
    source: { zh: '2018年清单', en: 'List of 2018' },
    mark: 'sample' as const,
  };
  const simplified = changed({ baseline, promisedLimit: days(5), visits: 1 });
  const now = effortOf(simplified);
  expect(gauge('fewerSteps')?.read(simplified, context)).toEqual({ part: now.steps, whole: 9 });
  expect(gauge('fewerDays')?.read(simplified, context)).toEqual({ part: 5, whole: 20 });
  expect(gauge('lessFee')?.read(simplified, context)).toEqual({ part: 0, whole: 5000 });
  const { baseline: _, ...plain } = simplified.version.content;
  expect(
    gauge('fewerDays')?.read({ ...simplified, version: { ...simplified.version, content: plain } }, context),
  ).toBeUndefined();
});

test('Only what was checked against its text counts as checked, and only a guide without gaps as complete', () => {
  const bases = [{ law: '行政许可法', article: '第三十二条', mark: 'checked' as const }];
  expect(isChecked(changed({ bases, limitMarks: { promised: 'checked' } }))).toBe(true);
  expect(isChecked(changed({ bases, limitMarks: { promised: 'checked', statutory: 'sample' } }))).toBe(false);
  expect(isChecked(changed({ bases: [{ law: '某法', mark: 'sample' }], limitMarks: { promised: 'checked' } }))).toBe(
    false,
  );
  expect(isGuideComplete(first)).toBe(true);
  expect(isGuideComplete(changed({ conditions: [] }))).toBe(false);
});

test('进驻: in the district’s hall or a township’s centre; a village station is neither', () => {
  expect(isInHall(changed({ offeredAt: ['VILLAGE'] }))).toBe(false);
  expect(isInHall(changed({ offeredAt: ['TOWNSHIP', 'VILLAGE'] }))).toBe(true);
  expect(isInHall(changed({ offeredAt: ['DISTRICT'] }))).toBe(true);
});

test('Of a reduction, counted is what became less', () => {
  expect(isWanted('counted', 'reduction', { part: 3, whole: 5 })).toBe(true);
  expect(isWanted('counted', 'reduction', { part: 5, whole: 5 })).toBe(false);
  expect(isWanted('rest', 'share', { part: 0, whole: 1 })).toBe(true);
  expect(isWanted('all', 'share', { part: 0, whole: 1 })).toBe(true);
});

test('What nothing was measured of divides by nothing', () => {
  expect(sumOf([undefined, undefined])).toEqual({ part: 0, whole: 0, items: 0 });
});

test('However the items are divided among departments, the departments together are the district', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...matters), fc.integer({ min: 0, max: 5 })), { maxLength: 60 }),
      (given) => {
        for (const each of gauges) {
          const read = (of: readonly (readonly [Matter, number])[]) => of.map(([matter]) => each.read(matter, context));
          const together = [...Map.groupBy(given, ([, department]) => department).values()]
            .map((of) => sumOf(read(of)))
            .reduce(
              (sum, { part, whole, items }) => ({
                part: sum.part + part,
                whole: sum.whole + whole,
                items: sum.items + items,
              }),
              { part: 0, whole: 0, items: 0 } as Reading & { items: number },
            );
          expect(together, each.key).toEqual(sumOf(read(given)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('No share is more than its whole', () => {
  for (const { key, kind, read } of gauges)
    for (const matter of matters) {
      const reading = read(matter, context);
      if (kind === 'share' && reading !== undefined) expect([key, reading.part <= reading.whole]).toEqual([key, true]);
    }
});
