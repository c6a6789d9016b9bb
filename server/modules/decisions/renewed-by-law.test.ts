import { expect, test } from 'vitest';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { enterLicence } from '../../tests/support/licences.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce } from '../catalogue/index.ts';

// The licence ends on 30 April 2026; the renewal comes on 31 March, thirty days before.
const town = await openTown({ on: '2026-03-31T10:00' });

test('R-2.16, ALL 50(2): on 1 May the law has renewed, also where the job that writes it down was lost: nobody denies, ends or takes back', async () => {
  const resident = await town.resident();
  const held = await bringTo(town, resident, 'received');
  await enterLicence(town, { caseId: held, name: '样例·张某某', number: resident.number, untilDay: '2026-04-30' });
  const itemId = town.items.hygieneRenewal ?? '';
  const { content } = await getVersionInForce(town.db, town.systemCall(), itemId);
  const { caseId } = await resident.call('POST /my/cases', { itemId });
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: sampleAnswers('hygieneRenewal', town.regions.village),
    materials: await Promise.all(
      content.materials
        .filter(({ necessity }) => necessity === 'required')
        .map(async ({ key }) => ({ key, fileIds: [await resident.upload(`${key}.png`)] })),
    ),
    regionId: town.regions.village,
    deliveryWish: 'ELECTRONIC',
  });
  await resident.call('POST /my/cases/:caseId/submit', { caseId });
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  const { tasks } = await town.reviewer.call('GET /cases/:caseId', { caseId });
  if (tasks.some(({ kind }) => kind === 'REVIEW')) {
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
    await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
  }
  await town.at('2026-04-30T23:00');
  await town.db.pool.query(`delete from jobs where kind = 'cases.renew-licence'`);
  await town.at('2026-05-01T00:05');
  const { decider } = town;
  expect((await decider.call('GET /cases/:caseId', { caseId })).state).toBe('DECIDING');
  const renewedByLaw = { code: 'renewed_by_law', facts: { day: '2026-04-30' } };
  await expect(
    decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '不符合。' }),
  ).rejects.toMatchObject(renewedByLaw);
  await expect(
    decider.call('POST /cases/:caseId/terminate', {
      ...{ caseId, ground: 'objectGone', reason: '店面拆除。', returned: [] },
    }),
  ).rejects.toMatchObject(renewedByLaw);
  await expect(resident.call('POST /my/cases/:caseId/withdraw', { caseId })).rejects.toMatchObject(renewedByLaw);
  // The night's search finds it.
  await town.at('2026-05-01T00:30');
  expect(await decider.call('GET /cases/:caseId', { caseId })).toMatchObject({
    ...{ state: 'DELIVERING', outcome: 'GRANTED' },
  });
}, 90_000);
