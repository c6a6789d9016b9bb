import { expect, test } from 'vitest';
import { newId } from './ids.ts';

test('Ids are UUIDv7 and grow in the order in which they are made, however fast', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  for (const id of [ids[0], ids.at(-1)])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id)).toBe(true);
});
