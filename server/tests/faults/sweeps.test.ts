import { expect, test, vi } from 'vitest';
import { archivesJobs } from '../../modules/archives/jobs.ts';
import { casesJobs } from '../../modules/cases/jobs.ts';
import { decisionsJobs } from '../../modules/decisions/jobs.ts';
import { intakeJobs } from '../../modules/intake/jobs.ts';
import { meetingsJobs } from '../../modules/meetings/jobs.ts';
import { proceduresJobs } from '../../modules/procedures/jobs.ts';
import { bringTo } from '../authorisation/cases.ts';
import { collectedArchive } from '../support/archives.ts';
import { enterLicence } from '../support/licences.ts';
import { caseToBeHeard } from '../support/meetings.ts';
import { acceptedLicence, publishWay } from '../support/procedures.ts';
import { plannedFor, plant, roundsOf } from '../support/sweeps.ts';
import { openTown } from '../support/town.ts';

// Each nightly search takes five hundred of its rows at a time: two whole batches and a bit are in front of every one.
vi.setConfig({ testTimeout: 120_000 });
const count = 1_101;
const inRounds = 3;
const town = await openTown({ on: '2026-03-02T09:00' });
const local = { law: '样例市政务服务规定', article: '第九条', mark: 'sample' } as const;
await publishWay(town, {}, { correctionDays: 15, deemedWithdrawal: local });
const resident = await town.resident();
const received = await bringTo(town, resident, 'received');
const accepted = await acceptedLicence(town);
const past = '2026-02-27';

const plantCases = (id: string, change: object) =>
  plant(town, { table: 'cases', id, count, change: { query_index: null, ...change }, unique: ['case_no'] });
const idsOf = async (query: string, ...values: unknown[]) =>
  (await town.db.pool.query<{ id: string }>(query, values)).rows.map(({ id }) => id);
const countOf = async (query: string) =>
  Number((await town.db.pool.query<{ count: string }>(`select count(*) from ${query}`)).rows[0]?.count);

test('R-2.5: silence accepts every one of 1,101 applications whose jobs were lost', async () => {
  await plantCases(received, { due_day: past });
  await town.db.pool.query(`delete from jobs where kind = 'cases.deem-accepted'`);
  expect(await roundsOf(town, intakeJobs, ['cases.sweep', 'cases.sweep-on'])).toBe(inRounds);
  expect(await plannedFor(town, 'cases.deem-accepted')).toBe(count);
});

test('R-2.16, R-2.4, 容缺: one search finds what the law renews, what counts as withdrawn and what was never supplied, a thousand each', async () => {
  const licence = await enterLicence(town, { caseId: received, untilDay: past });
  await plantCases(await bringTo(town, resident, 'received'), {
    state: 'CORRECTION_REQUIRED',
    due_purpose: 'correction',
    due_day: past,
  });
  await plantCases(accepted, { owed_materials: 1, supply_due_day: past });
  await town.db.pool.query(
    `insert into case_licences (district, case_id, licence_id, handling, until_day, apply_by_day, in_time)
     select district, id, $1, 'renewal', $2::date, $2::date - 30, true from cases where supply_due_day = $2`,
    [licence.licenceId, past],
  );
  expect(await roundsOf(town, decisionsJobs, ['cases.sweep-endings', 'cases.sweep-endings-on'])).toBe(inRounds);
  for (const kind of ['cases.correction-over', 'cases.renew-licence', 'cases.end-unsupplied'])
    expect(await plannedFor(town, kind), kind).toBe(count);
});

test('domain §4.1, ALL 47: every unit that kept silent is reported, and every hearing that nobody asked for is ended', async () => {
  const task = await caseToBeHeard(town, () => bringTo(town, resident, 'accepted'));
  const [hearing = ''] = await idsOf('select id from hearings where task_id = $1', task.taskId);
  await plantCases(task.caseId, {});
  const links = ['case_id'];
  await plant(town, { table: 'case_tasks', id: task.taskId, count, links, change: { due_day: past } });
  await plant(town, {
    ...{ table: 'hearings', id: hearing, count, links: ['case_id', 'task_id'] },
    change: { notified_day: '2026-02-12', request_last_day: past },
  });
  expect(await roundsOf(town, casesJobs, ['cases.find-silence', 'cases.find-more-silence'])).toBe(inRounds);
  expect(await plannedFor(town, 'cases.report-silence')).toBe(count);
  expect(await roundsOf(town, meetingsJobs, ['meetings.find-past', 'meetings.find-more-past'])).toBe(inRounds);
  expect(await countOf(`jobs where kind = 'meetings.end-hearing-period' and key like '%:${town.today()}'`)).toBe(count);
});

test('ALL 42, R-2.14: every request that nobody answered lapses, and every procedure that takes too long is reported', async () => {
  const extending = await acceptedLicence(town);
  await town.reviewer.call('POST /cases/:caseId/request-extension', { caseId: extending, days: 5, reason: '核实。' });
  const [request = ''] = await idsOf('select id from extension_requests where case_id = $1', extending);
  await plantCases(extending, { statutory_due_day: past });
  await plant(town, { table: 'extension_requests', id: request, count, links: ['case_id'] });
  const testing = await acceptedLicence(town);
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId: testing, ground: 'testing', neededDays: 3, reason: '检测。' },
  });
  const [procedure = ''] = await idsOf('select id from special_procedures where case_id = $1', testing);
  await plant(town, {
    ...{ table: 'cases', id: testing, count, links: ['procedure_id'] },
    ...{ change: { query_index: null }, unique: ['case_no'] },
  });
  await plant(town, {
    ...{ table: 'special_procedures', id: procedure, count, links: ['case_id'] },
    change: { started_day: '2026-02-02' },
  });
  expect(await roundsOf(town, proceduresJobs, ['procedures.watch', 'procedures.watch-on'])).toBe(inRounds);
  expect(await countOf(`extension_requests where state = 'LAPSED'`)).toBe(count);
  expect(await countOf('special_procedures where escalated_at is not null')).toBe(count);
  expect(await countOf(`ledger_rows where act in ('case.extensionLapsed', 'case.procedureOverlong')`)).toBe(2 * count);
});

test('ALL 50: every holder whose licence ends soon is told once, those of thirty days before those of sixty', async () => {
  const [soon, later] = await Promise.all(
    ['2026-03-20', '2026-04-20'].map((untilDay) => enterLicence(town, { caseId: received, untilDay })),
  );
  for (const licence of [soon, later]) {
    const { licenceId = '', documentId = '' } = licence ?? {};
    await plant(town, { table: 'documents', id: documentId, count, unique: ['token_index'] });
    await plant(town, { table: 'licences', id: licenceId, count, links: ['document_id'], unique: ['version'] });
  }
  expect(await roundsOf(town, decisionsJobs, ['cases.remind-holders', 'cases.remind-more-holders'])).toBe(
    2 * inRounds - 1,
  );
  expect(await plannedFor(town, 'cases.tell-licence', 'licenceId')).toBe(2 * (count + 1));
  expect(await countOf(`jobs where kind = 'cases.tell-licence'`)).toBe(2 * (count + 1));
  expect(await countOf('licences where reminded_days = 30')).toBe(count + 1);
});

test('OGS 12: every case that ended gets its archive and its package, and every package that nobody kept goes', async () => {
  const archive = await collectedArchive(town, resident, await bringTo(town, resident, 'received'));
  const [ended = ''] = await idsOf('select case_id as id from archives where id = $1', archive);
  await plantCases(ended, { completed_at: '2026-01-05T02:00:00Z' });
  // The last page of the cases goes on to the archives: one round more.
  expect(await roundsOf(town, archivesJobs, ['archives.plan', 'archives.plan-more'])).toBe(2 * inRounds - 1);
  expect(await countOf('archives')).toBe(count + 1);
  expect(await plannedFor(town, 'archives.build', 'archiveId')).toBe(count + 1);
  await town.db.pool.query(
    `insert into package_writes (district, address, archive_id, begun_at)
     select district, md5('package' || n), id, '2026-02-20T00:00:00Z' from archives, generate_series(1, $2::int) n where id = $1`,
    [archive, count],
  );
  expect(await roundsOf(town, archivesJobs, ['archives.sweep', 'archives.sweep-more'])).toBe(inRounds);
  expect(await countOf('package_writes')).toBe(0);
});
