import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf, pointsOf, spanBefore, yearBefore } from './span.rules.ts';

const first = Temporal.PlainDate.from('2023-01-01');
const span = () =>
  fc.tuple(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 800 })).map(([from, days]) => ({
    from: first.add({ days: from }).toString(),
    to: first.add({ days: from + days }).toString(),
  }));

function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}
const daysIn = (month: string) => {
  const start = Temporal.PlainDate.from(month);
  return daysOf({ from: month, to: start.with({ day: start.daysInMonth }).toString() });
};

test('the months and days of a span are its days, each once', () => {
  fc.assert(
    fc.property(span(), (asked) => {
      const { months, days } = partsOf(asked);
      expect([...months.flatMap(daysIn), ...days].toSorted()).toEqual(daysOf(asked));
      expect(days.length).toBeLessThan(62);
    }),
  );
});

test('the points of a trend are the days of the span, each once', () => {
  fc.assert(
    fc.property(span(), (asked) => {
      expect(pointsOf(asked).flatMap(daysOf)).toEqual(daysOf(asked));
    }),
  );
});

test('同比: the same days a year before, and the whole of February after a leap year', () => {
  expect(yearBefore({ from: '2026-03-05', to: '2026-03-20' })).toEqual({ from: '2025-03-05', to: '2025-03-20' });
  expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(yearBefore({ from: '2024-02-29', to: '2024-02-29' })).toEqual({ from: '2023-02-28', to: '2023-02-28' });
  expect(yearBefore({ from: '2025-02-20', to: '2025-02-28' })).toEqual({ from: '2024-02-20', to: '2024-02-28' });
});

test('环比: months before months, the begun month before with as many days, else as many days', () => {
  expect(spanBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(spanBefore({ from: '2026-01-01', to: '2026-03-31' })).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(spanBefore({ from: '2026-03-01', to: '2026-03-30' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(spanBefore({ from: '2026-03-01', to: '2026-03-10' })).toEqual({ from: '2026-02-01', to: '2026-02-10' });
  expect(spanBefore({ from: '2026-03-09', to: '2026-03-15' })).toEqual({ from: '2026-03-02', to: '2026-03-08' });
});
