import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const present = (path: string) => (existsSync(path) ? [path] : []);

/**
 * `server` is everything that runs without a browser, files side by side; `e2e` is one journey a surface, one after
 * the other. A test that fails is a fault of the product or of the test: nothing is tried twice.
 */
export default defineConfig({
  test: {
    retry: 0,
    // Each worker's pool takes its share of the forty connections of the run's one database.
    maxWorkers: Math.min(availableParallelism(), 4),
    projects: [
      {
        test: {
          name: 'server',
          include: ['{server,contract,simulator,scripts}/**/*.test.ts', 'web/src/**/*.test.ts'],
          pool: 'forks',
          globalSetup: 'server/tests/support/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Measurements of a big district; run by `npm run bench:catalogue` alone, since they ask for a machine at rest.
        test: {
          name: 'scale',
          include: ['server/**/*.scale.ts'],
          pool: 'forks',
          fileParallelism: false,
          globalSetup: 'server/tests/support/global-setup.ts',
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['web/e2e/**/*.e2e.ts'],
          pool: 'forks',
          fileParallelism: false,
          globalSetup: present('web/e2e/global-setup.ts'),
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // As long as a page may take to show what is waited for, on a slow machine.
          expect: { poll: { timeout: 15_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
