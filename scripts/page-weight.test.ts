import { expect, test } from 'vitest';
import { buildWeb } from './build-web.ts';
import { applicationParts, pageWeight, residentApplicationLimit, residentHomeLimit } from './page-weight.ts';

test('the resident home is light enough for a valley', async () => {
  const { files, atOnce } = pageWeight(await buildWeb(), 'resident.html');
  expect(files.length).toBeGreaterThan(0);
  expect(atOnce).toBeLessThanOrEqual(residentHomeLimit);
}, 120_000);

test.each(Object.entries(applicationParts))('a page of an application keeps its weight (%s)', async (_, parts) => {
  const { atOnce } = pageWeight(await buildWeb(), 'resident.html', parts);
  expect(atOnce).toBeLessThanOrEqual(residentApplicationLimit);
});
