import { expect, test } from 'vitest';
import { takeInSenior } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown();

test('A document whose rendering fails stands with its name before the administrator, and is rendered when tried again', async () => {
  const { caseId } = await takeInSenior(town, town.clerk);
  // A version that is not there, as after a restore that lost it.
  await town.db.pool.query("update documents set template_version = 99 where kind = 'intakeReceipt'");
  await town.jobs.runDue();
  const failed = await town.admin.call('GET /jobs', {});
  expect(failed.jobs).toMatchObject([
    {
      kind: 'documents.render',
      state: 'failed',
      error: 'not_found',
      document: { title: '收件凭证', day: '2026-03-02' },
    },
  ]);
  await town.db.pool.query('update documents set template_version = 1');
  await town.admin.call('POST /jobs/:jobId/retry', { jobId: failed.jobs[0]?.jobId ?? '' });
  await town.jobs.runDue();
  expect((await town.admin.call('GET /jobs', {})).jobs).toEqual([]);
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(documents.every(({ ready }) => ready)).toBe(true);
});
