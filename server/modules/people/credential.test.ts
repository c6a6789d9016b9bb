import { expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

const record = (staffId: string, credentialNumber?: string) =>
  town.admin.call('POST /staff-members/:staffId/credential', {
    staffId,
    ...(credentialNumber !== undefined && { credentialNumber }),
  });
const recorded = async () =>
  (await town.admin.call('GET /staff-members', { limit: 100 })).members.find(
    ({ staffId }) => staffId === town.reviewer.staffId,
  )?.credentialNumber;

test('An administrator records the number of an officer’s credential, changes it, and takes it away.', async () => {
  expect(await recorded()).toBeUndefined();
  await record(town.reviewer.staffId, ' １8130200017 ');
  expect(await recorded()).toBe('18130200017');
  await record(town.reviewer.staffId);
  expect(await recorded()).toBeUndefined();
});

test('Nobody gets a number who is not there.', async () => {
  await expect(record(newId(), '18130200018')).rejects.toMatchObject({ code: 'not_found' });
});
