import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { ServiceGuide } from '../../contract/catalogue.ts';
import type { Screen } from './browser.ts';

/** Becomes a sample resident of the demo, by his name. */
export async function becomeResident({ page }: Screen, name: string): Promise<void> {
  const { residents } = (await (await page.request.get('/api/dev/people')).json()) as {
    residents: { residentId: string }[];
  };
  const found = residents.find((each) => JSON.stringify(each).includes(name));
  const reply = await page.request.post('/api/dev/become', {
    data: { residentId: found?.residentId },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(reply.status(), `${name}: ${await reply.text()}`).toBe(200);
}

/** The guide of an item, found by its own name. */
export async function guideOf({ page }: Screen, name: string): Promise<ServiceGuide> {
  const get = async <T>(path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;
  const { items } = await get<{ items: { itemId: string; name: { zh: string } }[] }>(
    `/api/items?q=${encodeURIComponent(name)}`,
  );
  return get(`/api/items/${items.find((each) => each.name.zh === name)?.itemId}`);
}
