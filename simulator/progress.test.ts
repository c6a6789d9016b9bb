import { afterAll, expect, test, vi } from 'vitest';
import type { Act, Journey } from './journey.rules.ts';
import { linesOf } from './progress.ts';

vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
afterAll(() => void vi.useRealTimers());

/** A run in which so many act in each of some hours. */
const run = (hours: Readonly<Record<number, number>>, now = 0) => ({
  first: Temporal.PlainDate.from('2027-01-01'),
  now,
  journeys: Object.entries(hours).flatMap(([at, count]) =>
    Array.from({ length: count }, () => ({ steps: [{ act: 'accept' as Act, at: Number(at) }] }) as unknown as Journey),
  ),
});

function told(): { lines: string[]; progress: ReturnType<typeof linesOf> } {
  const lines: string[] = [];
  return { lines, progress: linesOf((line) => lines.push(line)) };
}

test('Time left is counted in the acts to come, not in hours of the calendar', () => {
  const { lines, progress } = told();
  // A quiet year but for its last hour: half of the hours are over long before half of the work is.
  progress.begin(run({ 9: 10, 10: 10, 5000: 10, 8000: 570 }));
  for (const hour of [9, 10, 5000]) {
    progress.reach(hour);
    for (let act = 0; act < 10; act += 1) progress.done('accept');
    vi.advanceTimersByTime(5000);
  }
  expect(lines.map((line) => /\d+ of .*/.exec(line)?.[0])).toEqual([
    '10 of 600  5 min left',
    '20 of 600  5 min left',
    '30 of 600  5 min left',
  ]);
  progress.end();
});

test('What was refused is no longer to be done, and a night in which nobody acts belongs to the pace', () => {
  const { lines, progress } = told();
  progress.begin(run({ 9: 60, 33: 60 }));
  progress.reach(9);
  // The other thirty found that the law was there before them.
  for (let act = 0; act < 30; act += 1) progress.done('accept');
  vi.advanceTimersByTime(30_000);
  progress.reach(33);
  vi.advanceTimersByTime(30_000);
  expect(lines.at(-1)).toMatch(/accepted 30 .* 0 acts\/s {2}60 of 120 {2}1 min left$/);
  progress.end();
});

test('A run that is taken up counts what was done before, and no pace of it', () => {
  const { lines, progress } = told();
  progress.begin(run({ 9: 500, 33: 100 }, 33));
  vi.advanceTimersByTime(5000);
  progress.reach(33);
  for (let act = 0; act < 50; act += 1) progress.done('accept');
  vi.advanceTimersByTime(5000);
  progress.end();
  expect(lines.map((line) => /acts\/s.*/.exec(line)?.[0])).toEqual([
    'acts/s  500 of 600  ? min left',
    'acts/s  550 of 600  1 min left',
    'acts/s  550 of 600  1 min left',
  ]);
  expect(lines[0]).toMatch(/^2027-01-02 09:00 {2}accepted 500 /);
});
