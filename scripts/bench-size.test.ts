import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { drawCharts } from './bench-chart.ts';
import type { SizeReport } from './bench-report.ts';

test('The bench of sizes measures a tiny district from its generation to its soak', async () => {
  const script = fileURLToPath(new URL('bench-size.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--quick', '--json']);
  const [report] = JSON.parse(stdout) as SizeReport[];
  expect(report?.ledger?.whole).toBe(true);
  expect(report?.reads.length).toBeGreaterThan(40);
  for (const { rate, p95 } of report?.reads ?? []) expect(Math.min(rate, p95)).toBeGreaterThan(0);
  expect(report?.writes.map(({ what }) => what)).toEqual(['accept', 'journey']);
  expect(report?.soak?.memory.length).toBeGreaterThan(1);
}, 600_000);

test('A chart draws every line at every place', () => {
  const svg = drawCharts([
    {
      title: 'p95 < 50 & more',
      places: ['10 k', '100 k', '1 M'],
      series: [
        { name: 'one', values: [1, 2, 3] },
        { name: 'other', values: [10, 0, 30] },
      ],
      limit: { value: 50, name: '50 ms' },
    },
  ]);
  expect(svg.match(/<circle/g)).toHaveLength(6);
  expect(svg).toContain('p95 &lt; 50 &amp; more');
  expect(svg).not.toContain('NaN');
});
