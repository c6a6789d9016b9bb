import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { bringToDecision, submitLicence, takeInLicence } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { filesFolder } from '../../platform/installation.ts';
import type { Manifest } from './manifest.rules.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const resident = await town.resident({ identity: 'verified' });

/** A licence that was applied for online, granted and taken, all on 2 March: Monday. */
async function completed(): Promise<string> {
  const { caseId } = await submitLicence(town, resident, { deliveryWish: 'ELECTRONIC' });
  await bringToDecision(town, caseId);
  await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  await resident.call('POST /my/cases/:caseId/receive-result', { caseId });
  await town.settle();
  return caseId;
}

async function archiveOf(caseId: string) {
  const { archives } = await town.archivist.call('GET /archives', { limit: 100 });
  const found = archives.find((archive) => archive.caseId === caseId);
  if (found === undefined) throw new Error('No archive yet.');
  return town.archivist.call('GET /archives/:archiveId', { archiveId: found.archiveId });
}

const failedPoints = (view: Awaited<ReturnType<typeof archiveOf>>) =>
  view.report.flatMap(({ point, faults }) => faults.map(({ code, what }) => [point, code, what]));

async function packageOf(archiveId: string): Promise<{ manifest: Manifest; files: Record<string, Uint8Array> }> {
  const { status, bytes } = await town.archivist.raw('GET', `/api/archives/${archiveId}/package`);
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  return { manifest: JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as Manifest, files };
}

let done: string;
beforeAll(async () => {
  done = await completed();
});

test('OGS 12, 实施条例 39: ten working days after its end a case is packed, and ARCHIVED from then on', async () => {
  await town.at('2026-03-16T00:30');
  expect((await town.archivist.call('GET /archives', {})).archives).toEqual([]);
  await town.at('2026-03-16T02:00');
  const archive = await archiveOf(done);
  expect(failedPoints(archive)).toEqual([]);
  expect(archive).toMatchObject({ state: 'ARCHIVED', ending: 'COMPLETED', endedDay: '2026-03-02' });
  expect(archive.retention).toMatchObject({ class: 'THIRTY_YEARS', disposalDay: '2057-01-01' });
  expect((await resident.call('GET /my/cases/:caseId', { caseId: done })).state).toBe('ARCHIVED');
  expect(new Set(archive.entries.map(({ part }) => part))).toEqual(
    new Set(['form', 'materials', 'documents', 'opinions', 'decision', 'licence', 'service', 'ledger', 'archive']),
  );
});
