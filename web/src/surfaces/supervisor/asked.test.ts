import { expect, test } from 'vitest';
import { lastDayOf, openedHref, spanOf } from './asked.ts';

test('a preset begins and ends where one says it', () => {
  expect(spanOf('thisYear', '2026-10-31')).toEqual({ from: '2026-01-01', to: '2026-10-31' });
  expect(spanOf('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(spanOf('lastMonth', '2024-03-01')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  expect(spanOf('lastMonth', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(spanOf('lastYear', '2026-01-15')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(spanOf('today', '2026-01-15')).toEqual({ from: '2026-01-15', to: '2026-01-15' });
  expect(lastDayOf('2026-12-05')).toBe('2026-12-31');
});

test('an opened number keeps what narrowed it', () => {
  const input = { from: '2026-01-01', to: '2026-01-31', areaId: 'a' };
  expect(openedHref(input, 'overdue', { organId: 'o', own: undefined })).toBe(
    '/indicators/cases?from=2026-01-01&to=2026-01-31&areaId=a&organId=o&measure=overdue',
  );
});
