import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import type { BusinessClock } from '../../platform/business-clock.ts';
import { dayOf } from '../../platform/clock.ts';
import { readConfig, setConfig } from '../../platform/config.ts';
import { transact } from '../../platform/database/index.ts';
import { systemCall } from '../../platform/http/call.ts';
import { openJobs } from '../../platform/jobs/index.ts';
import { createDataKey, openVault, setVault } from '../../platform/vault/index.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { noticesJobs } from './jobs.ts';
import { tellPeople } from './tell-people.ts';

/** What the gateway was handed, in its order; a code that it does not take is refused. */
const handed: { phone: string; code: string; key: string }[] = [];
let refused = '';
const gateway = createServer(async (request, answer) => {
  const { phone, text } = (await json(request)) as { phone: string; text: string };
  const code = /\d{6}/.exec(text)?.[0] ?? '';
  const isRefused = code === refused;
  if (!isRefused) handed.push({ phone, code, key: String(request.headers['idempotency-key']) });
  answer.writeHead(isRefused ? 400 : 200).end();
});
await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
afterAll(() => void gateway.close());

const db = await createTestDatabase();
setVault(openVault(Buffer.alloc(32, 7)));
setConfig(readConfig({ DOORSTEP_SMS_GATEWAY: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}` }));
const district = 'testing';
const now = Temporal.Instant.from('2026-03-02T01:00:00Z');
const clock: BusinessClock = {
  ...{ district, demo: false, now: () => now, today: () => dayOf(now) },
  refresh: async () => {},
  moveTo: async () => {},
};
const jobs = openJobs({ db, clock, kinds: noticesJobs, log: () => {} });
const call = systemCall({ district, demo: false, now, today: dayOf(now) });

test('Forty messages of a real district go out once each, to each phone in their order, and one that is refused is sent later', async () => {
  const phones = Array.from({ length: 20 }, (_, at) => `1300000${String(at).padStart(4, '0')}`);
  const codes = phones.flatMap((phone, at) => [0, 1].map((time) => ({ phone, code: `${100_000 + 2 * at + time}` })));
  await transact(db, async (tx) => {
    const key = createDataKey(tx, district);
    const told = codes.map(({ phone, code }) => ({ phone, facts: { code, validMinutes: 5 } }));
    await tellPeople(
      tx,
      told.map((each) => ({ template: 'phoneCode', key, ...each })),
      call,
    );
  });
  refused = '100013';
  await jobs.runDue();
  expect(handed).toHaveLength(39);
  for (const phone of phones) {
    const got = handed.filter((each) => each.phone === phone).map(({ code }) => code);
    expect(got).toEqual(codes.filter((each) => each.phone === phone && each.code !== refused).map(({ code }) => code));
  }
  const states = async () =>
    (await db.pool.query('select state, count(*)::int from messages group by state order by state')).rows;
  expect(await states()).toEqual([
    { state: 'planned', count: 1 },
    { state: 'sent', count: 39 },
  ]);
  refused = '';
  await db.pool.query('update jobs set retry_at = null');
  await jobs.runDue();
  expect(handed.map(({ code }) => code)).toHaveLength(new Set(handed.map(({ code }) => code)).size);
  expect(new Set(handed.map(({ key }) => key)).size).toBe(40);
  expect(await states()).toEqual([{ state: 'sent', count: 40 }]);
});
