import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from '../server/app.ts';
import { dueDays } from '../server/modules/deadlines/clock.rules.ts';
import { getClocksOf, loadCalendar } from '../server/modules/deadlines/index.ts';
import { recountCases } from '../server/modules/supervision/index.ts';
import { readConfig } from '../server/platform/config.ts';
import { transact } from '../server/platform/database/index.ts';
import type { Call } from '../server/platform/http/call.ts';
import { verifyLedger } from '../server/platform/ledger/verify.ts';
import { openKeys } from '../server/platform/vault/keys.ts';
import { createTestDatabase } from '../server/tests/support/database.ts';
import { openOffice } from '../simulator/office.ts';
import { readingsOf, takeSeats } from './bench-reads.ts';
import { crowd } from './bench-rounds.ts';
import { generateDistrict } from './generate-district.ts';
import { foundDistrict } from './open-demo.ts';

const db = await createTestDatabase();
const folder = await mkdtemp(join(tmpdir(), 'doorstep-generate-'));
const keys = await openKeys(join(folder, 'keys'));
const config = readConfig({ DOORSTEP_DATA: folder, DOORSTEP_LOG: 'silent' });
const district = 'louxing';
const cases = 500;
let call: Call;
const generate = () => generateDistrict(db, { cases, seed: 7, keys, say: () => {} }, call);

beforeAll(async () => {
  call = await foundDistrict(db, config, keys);
  await generate();
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rowsOf<T>(text: string): Promise<T[]> {
  return (await db.pool.query(text)).rows as T[];
}
const ofGenerated = 'substr(case_no, 17)::int > 100000';

test('The ledger of a generated district verifies, with about five rows a case', async () => {
  const verdict = await verifyLedger(db, district, keys.sealing.publicKey);
  expect(verdict.whole).toBe(true);
  const [made] = await rowsOf<{ cases: number; rows: number }>(`
    select count(*) as cases, sum(h.sequence) as rows from cases c
    join ledger_heads h on h.district = c.district and h.subject_kind = 'case' and h.subject_id = c.id where ${ofGenerated}
  `);
  expect(made?.cases).toBe(cases);
  expect(Number(made?.rows) / cases).toBeGreaterThan(4.5);
});

test('What the copies count is what the product counts from their ledger', async () => {
  await db.pool.query('create table counts_before as table case_counts');
  await db.pool.query('create table totals_before as table indicator_totals');
  await transact(db, (tx) => recountCases(tx, {}, call));
  for (const [before, table] of [
    ['counts_before', 'case_counts'],
    ['totals_before', 'indicator_totals'],
  ])
    expect(
      await rowsOf(`(table ${before} except table ${table}) union all (table ${table} except table ${before})`),
    ).toEqual([]);
  await db.pool.query('drop table counts_before, totals_before');
});

test('Every copied clock is due on the day that its facts replay to', async () => {
  const calendar = await loadCalendar(db, district);
  const subjects = await rowsOf<{ kind: string; id: string }>(
    'select distinct subject_kind as kind, subject_id as id from clocks',
  );
  const clocks = await getClocksOf(db, district, subjects);
  const wrong = clocks.filter(
    ({ limits, facts, dueDay }) => dueDays(limits, facts, calendar).dueDay.toString() !== dueDay.toString(),
  );
  expect(clocks.length).toBeGreaterThan(cases);
  expect(wrong).toEqual([]);
});

test('What organs have to do is what their cases say', async () => {
  expect(
    await rowsOf('(table open_work except table case_work) union all (table case_work except table open_work)'),
  ).toEqual([]);
});

test('One in fifty is open, nobody acts on a day off, nothing lies in the future', async () => {
  const calendar = await loadCalendar(db, district);
  const [open] = await rowsOf<{ count: number }>(
    `select count(*) from cases where ${ofGenerated} and state not in ('COMPLETED', 'ARCHIVED')`,
  );
  expect(Number(open?.count) / cases).toBeGreaterThan(0.01);
  expect(Number(open?.count) / cases).toBeLessThan(0.03);
  const days = await rowsOf<{ day: string }>(`
    select distinct (r.at at time zone 'Asia/Shanghai')::date as day from ledger_rows r
    join cases c on c.district = r.district and c.id = r.subject_id where r.subject_kind = 'case' and ${ofGenerated}
  `);
  for (const { day } of days) {
    expect(calendar.kindOf(Temporal.PlainDate.from(day)).kind).toMatch(/workday|makeup/);
    expect(day < call.today.toString()).toBe(true);
  }
});

test('A district is filled once', async () => {
  await expect(generate()).rejects.toThrow('holds generated cases already');
});

test('Every page that the bench reads answers in a generated district', async () => {
  const app = await openApp({ config, db, keys, log: () => {} });
  const address = await app.http.listen({ host: '127.0.0.1', port: 0 });
  const office = openOffice(address);
  try {
    const readings = await readingsOf(await takeSeats(office), db, cases / 5);
    for (const { read } of readings) await crowd(2, 4, (client, turn) => read(client * 17 + turn));
    const byName = readings.find(({ name }) => name === 'cases by a name, in the district');
    expect(await byName?.read(3)).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ applicant: expect.stringContaining('样例·') })]),
    });
  } finally {
    office.close();
    await app.http.close();
    await app.jobs.stop();
  }
});
