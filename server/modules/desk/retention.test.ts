import { expect, test } from 'vitest';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

test('a draft is kept for thirty days after it was last saved, then forgotten with its key', async () => {
  const resident = await town.resident();
  const { caseId } = await resident.call('POST /my/cases', { itemId: town.items.seniorCard });
  await town.at('2026-03-31T23:00');
  expect((await resident.call('GET /my/cases/:caseId', { caseId })).state).toBe('DRAFT');
  await town.at('2026-04-02T04:00');
  await expect(resident.call('GET /my/cases/:caseId', { caseId })).rejects.toMatchObject({ code: 'not_found' });
  const { rows } = await town.db.pool.query('select id from cases where id = $1', [caseId]);
  expect(rows).toEqual([]);
});
