import { expect, test } from 'vitest';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const march = { from: '2026-03-01', to: '2026-03-31' };

test('what was accepted and completed stands in the numbers of its area, centre, organ, item and channel', async () => {
  const resident = await town.resident();
  await bringTo(town, resident, 'accepted');
  const caseId = await bringTo(town, resident, 'delivering');
  await resident.call('POST /my/cases/:caseId/receive-result', { caseId });
  await town.supervisor.call('POST /indicators/count', {});
  const found = await town.supervisor.call('GET /indicators', { ...march, by: 'area' });
  expect(found.sums).toMatchObject({ accepted: 2, completed: 1, finished: 1 });
  expect(found.open).toBe(1);
  for (const by of ['area', 'center', 'organ', 'item', 'channel'] as const) {
    const { rows } = await town.supervisor.call('GET /indicators', { ...march, by });
    expect(
      rows.reduce((sum, row) => sum + row.sums.accepted, 0),
      by,
    ).toBe(2);
  }
  const { cases } = await town.supervisor.call('GET /indicators/cases', { ...march, measure: 'open' });
  expect(cases).toHaveLength(1);
});
