import { expect, test } from 'vitest';
import { takeInLicence } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const attempts = () => town.supervisor.call('GET /beyond-guide', {});

test('Who demands or takes in what the guide does not list is refused, and counted by post, organ, item and month', async () => {
  const { caseId, caseNo } = await takeInLicence(town, town.clerk, { papers: ['idCard'] });
  const defects = [{ key: 'familyTree', kind: 'missing', howToFix: '请带族谱' } as const];
  await expect(town.clerk.call('POST /cases/:caseId/correct', { caseId, defects })).rejects.toMatchObject({
    code: 'material_unknown',
  });
  await expect(takeInLicence(town, town.clerk, { papers: ['idCard', 'bribe', 'gift'] })).rejects.toMatchObject({
    code: 'material_unknown',
  });
  const seen = await attempts();
  expect(seen.total).toBe(2);
  expect(seen.attempts).toMatchObject([
    { itemId: town.items.hygieneLicence, demanded: [{ zh: 'bribe' }, { zh: 'gift' }] },
    { itemId: town.items.hygieneLicence, caseNo, demanded: [{ zh: 'familyTree' }] },
  ]);
  expect(seen.attempts[0]).not.toHaveProperty('caseNo');
  expect(seen.items).toMatchObject([{ id: town.items.hygieneLicence, times: 2 }]);
  expect(seen.posts).toMatchObject([{ id: town.clerk.postId, times: 2 }]);
  expect(seen.organs).toMatchObject([{ times: 2 }]);
  const [organ] = seen.organs;
  const one = await town.supervisor.call('GET /beyond-guide', {
    month: seen.month,
    organId: organ?.id ?? '',
    itemId: town.items.hygieneLicence,
    limit: 1,
  });
  expect(one.attempts.map(({ attemptId }) => attemptId)).toEqual([seen.attempts[0]?.attemptId]);
  const next = await town.supervisor.call('GET /beyond-guide', { after: one.next ?? '' });
  expect(next.attempts.map(({ attemptId }) => attemptId)).toEqual([seen.attempts[1]?.attemptId]);
  expect(await town.supervisor.call('GET /beyond-guide', { month: '2001-01' })).toMatchObject({
    total: 0,
    attempts: [],
  });
});

test('What a resident sends is no demand of anybody', async () => {
  const before = (await attempts()).total;
  const resident = await town.resident();
  const { caseId } = await resident.call('POST /my/cases', { itemId: town.items.hygieneLicence });
  await expect(
    resident.call('POST /my/cases/:caseId/save', { caseId, materials: [{ key: 'bribe', fileIds: [] }] }),
  ).rejects.toMatchObject({ code: 'invalid_input' });
  expect((await attempts()).total).toBe(before);
});

test('The publisher, who answers for the guides, sees the attempts of the whole district', async () => {
  expect((await town.itemPublisher.call('GET /beyond-guide', {})).total).toBe((await attempts()).total);
});
