import { expect, test } from 'vitest';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

test('Everybody may see the organs of the district, page by page, each with its level and place.', async () => {
  const { organs, next } = await town.visitor.call('GET /organs', {});
  expect(next).toBeUndefined();
  expect(organs.map(({ organId }) => organId)).toContain(town.organs.bureau);
  for (const { name, place } of organs) expect([name.zh, place.zh]).not.toContain('');

  const paged: string[] = [];
  let after: string | undefined;
  do {
    const page = await town.visitor.call('GET /organs', { limit: 1, ...(after !== undefined && { after }) });
    paged.push(...page.organs.map(({ organId }) => organId));
    after = page.next;
  } while (after !== undefined);
  expect(paged).toEqual(organs.map(({ organId }) => organId));
});
