import { expect, test } from 'vitest';
import { buildWeb } from './build-web.ts';
import { pageWeight, residentHomeLimit } from './page-weight.ts';

test('the resident home is light enough for a valley', async () => {
  const { files, atOnce } = pageWeight(await buildWeb(), 'resident.html');
  expect(files.length).toBeGreaterThan(0);
  expect(atOnce).toBeLessThanOrEqual(residentHomeLimit);
}, 120_000);
