import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '../../tests/support/database.ts';
import { dayOf, startOfDay } from '../clock.ts';
import { type Read, sql, transact } from '../database/index.ts';
import { type Call, systemCall } from '../http/call.ts';
import { newId } from '../ids.ts';
import type { Keys } from '../vault/keys.ts';
import { append, getChain } from './index.ts';
import { sealDay } from './seal-day.ts';
import { getSeals } from './seals.ts';
import { verifyChain, verifyLedger } from './verify.ts';

const db = await createTestDatabase();

function makeKeys(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    master: Buffer.alloc(32),
    sealing: { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }) },
  };
}

const keys = makeKeys();
const start = Temporal.PlainDate.from('2026-03-02');
const noon = (day: Temporal.PlainDate) => startOfDay(day).add({ hours: 12 });

/** A district of its own for each test, with what a test does to its ledger. */
function makeDistrict() {
  const district = newId();
  let day = start;
  const call = (): Call => {
    const now = noon(day);
    return systemCall({ district, demo: true, now, today: dayOf(now) });
  };
  return {
    district,
    call,
    async record(kind: string, id: string, times = 1) {
      for (let i = 0; i < times; i += 1)
        await transact(db, async (tx) =>
          append(tx, call(), { subject: { kind, id }, act: `${kind}.moved`, facts: { i } }),
        );
    },
    async sealToday() {
      await transact(db, (tx) => sealDay(tx, { day, keys }, call()));
      day = day.add({ days: 1 });
    },
    verify: (publicKey?: Buffer) => verifyLedger(db, district, publicKey),
    chain: (id: string, read: Read = db) => getChain(read, district, { kind: 'case', id }),
  };
}

/** Three cases of three rows each, sealed after the second row of each; the middle one is what tests spoil. */
async function makeHistory() {
  const here = makeDistrict();
  const ids = [newId(), newId(), newId()] as const;
  for (const id of ids) await here.record('case', id, 2);
  await here.sealToday();
  for (const id of ids) await here.record('case', id);
  return { ...here, id: ids[1], subject: `case:${ids[1]}` };
}

type History = Awaited<ReturnType<typeof makeHistory>>;

const flip = (column: string) => sql.raw(`set_byte(${column}, 5, get_byte(${column}, 5) # 1)`);
const row = ({ district, id }: History, sequence: number) =>
  sql`district = ${district} and subject_id = ${id} and sequence = ${sequence}`;
const ofSubject = ({ district, id }: History) => sql`district = ${district} and subject_id = ${id}`;

/** Makes the head what the last row says, as somebody would who knows how the ledger works. */
const mendHead = (at: History) => sql`
  update ledger_heads head set sequence = r.sequence, hash = r.hash from ledger_rows r
  where head.district = ${at.district} and head.subject_id = ${at.id} and r.district = head.district
    and r.subject_id = head.subject_id
    and r.sequence = (select max(sequence) from ledger_rows where ${ofSubject(at)})
`;

test('A whole ledger is whole, and counted', async () => {
  const here = await makeHistory();
  expect(await here.verify(keys.sealing.publicKey)).toEqual({ whole: true, rows: 9, subjects: 3, seals: 1 });
  expect(verifyChain(await here.chain(here.id))).toEqual({ whole: true });
});

test('An empty ledger can be sealed and is whole', async () => {
  const here = makeDistrict();
  await here.sealToday();
  expect(await here.verify()).toEqual({ whole: true, rows: 0, subjects: 0, seals: 1 });
});

describe('What was changed by hand is named with its place', () => {
  const plants: {
    what: string;
    plant: (at: History) => ReturnType<typeof sql>[];
    found: (at: History) => { subject: string; sequence: number; what: string };
  }[] = [
    {
      what: 'one byte of a text',
      plant: (at) => [sql`update ledger_rows set body = overlay(body placing 'X' from 40 for 1) where ${row(at, 2)}`],
      found: ({ subject }) => ({ subject, sequence: 2, what: 'rowChanged' }),
    },
    {
      what: 'one byte of a hash',
      plant: (at) => [sql`update ledger_rows set hash = ${flip('hash')} where ${row(at, 2)}`],
      found: ({ subject }) => ({ subject, sequence: 2, what: 'rowChanged' }),
    },
    {
      what: 'a row in the middle removed',
      plant: (at) => [sql`delete from ledger_rows where ${row(at, 2)}`],
      found: ({ subject }) => ({ subject, sequence: 2, what: 'rowMissing' }),
    },
    {
      what: 'the first row removed',
      plant: (at) => [sql`delete from ledger_rows where ${row(at, 1)}`],
      found: ({ subject }) => ({ subject, sequence: 1, what: 'rowMissing' }),
    },
    {
      what: 'the tail cut off',
      plant: (at) => [sql`delete from ledger_rows where ${row(at, 3)}`],
      found: ({ subject }) => ({ subject, sequence: 3, what: 'tailMissing' }),
    },
    {
      what: 'two rows of the tail cut off',
      plant: (at) => [sql`delete from ledger_rows where ${ofSubject(at)} and sequence > 1`],
      found: ({ subject }) => ({ subject, sequence: 2, what: 'tailMissing' }),
    },
    {
      what: 'all rows removed',
      plant: (at) => [sql`delete from ledger_rows where ${ofSubject(at)}`],
      found: ({ subject }) => ({ subject, sequence: 1, what: 'tailMissing' }),
    },
    {
      what: 'tail and head cut together, past what was sealed',
      plant: (at) => [sql`delete from ledger_rows where ${ofSubject(at)} and sequence > 1`, mendHead(at)],
      found: ({ subject }) => ({ subject, sequence: 2, what: 'tailMissing' }),
    },
    {
      what: 'a subject removed with its head',
      plant: (at) => [
        sql`delete from ledger_rows where ${ofSubject(at)}`,
        sql`delete from ledger_heads where ${ofSubject(at)}`,
      ],
      found: ({ subject }) => ({ subject, sequence: 1, what: 'tailMissing' }),
    },
    {
      what: 'history written anew, with new hashes',
      plant: (at) => [
        sql`delete from ledger_rows where ${ofSubject(at)} and sequence > 2`,
        sql`
          update ledger_rows r set body = replace(r.body, '"i":1', '"i":9'),
            hash = sha256(convert_to('1:2:', 'UTF8') || before.hash || convert_to(replace(r.body, '"i":1', '"i":9'), 'UTF8'))
          from ledger_rows before
          where r.district = ${at.district} and r.subject_id = ${at.id} and r.sequence = 2
            and before.district = r.district and before.subject_id = r.subject_id and before.sequence = 1
        `,
        mendHead(at),
      ],
      found: ({ subject }) => ({ subject, sequence: 2, what: 'rowChanged' }),
    },
    {
      what: "a head's hash",
      plant: (at) => [sql`update ledger_heads set hash = ${flip('hash')} where ${ofSubject(at)}`],
      found: ({ subject }) => ({ subject, sequence: 3, what: 'headChanged' }),
    },
    {
      what: 'a head set back',
      plant: (at) => [sql`update ledger_heads set sequence = 2 where ${ofSubject(at)}`],
      found: ({ subject }) => ({ subject, sequence: 3, what: 'headChanged' }),
    },
    {
      what: 'a head removed',
      plant: (at) => [sql`delete from ledger_heads where ${ofSubject(at)}`],
      found: ({ subject }) => ({ subject, sequence: 3, what: 'headChanged' }),
    },
    {
      what: 'a head hidden from the next seal',
      plant: (at) => [sql`update ledger_heads set sealed_in = 1 where ${ofSubject(at)}`],
      found: ({ subject }) => ({ subject, sequence: 3, what: 'headChanged' }),
    },
    {
      what: "a row's act in its column",
      plant: (at) => [sql`update ledger_rows set act = 'case.lost' where ${row(at, 2)}`],
      found: ({ subject }) => ({ subject, sequence: 2, what: 'columnsDiffer' }),
    },
    {
      what: "a row's instant in its column",
      plant: (at) => [sql`update ledger_rows set at = at - interval '1 second' where ${row(at, 3)}`],
      found: ({ subject }) => ({ subject, sequence: 3, what: 'columnsDiffer' }),
    },
    {
      what: "a row's act id",
      plant: (at) => [sql`update ledger_rows set act_id = ${newId()} where ${row(at, 3)}`],
      found: ({ subject }) => ({ subject, sequence: 3, what: 'columnsDiffer' }),
    },
    {
      what: "a seal's day",
      plant: (at) => [sql`update ledger_seals set day = day - 1 where district = ${at.district}`],
      found: () => ({ subject: 'seal', sequence: 1, what: 'signatureWrong' }),
    },
    {
      what: "a seal's root",
      plant: (at) => [sql`update ledger_seals set root = ${flip('root')} where district = ${at.district}`],
      found: () => ({ subject: 'seal', sequence: 1, what: 'sealChanged' }),
    },
    {
      what: "a seal's signature",
      plant: (at) => [sql`update ledger_seals set signature = ${flip('signature')} where district = ${at.district}`],
      found: () => ({ subject: 'seal', sequence: 1, what: 'signatureWrong' }),
    },
    {
      what: 'a leaf of a seal',
      plant: (at) => [sql`update ledger_seal_leaves set hash = ${flip('hash')} where ${ofSubject(at)}`],
      found: () => ({ subject: 'seal', sequence: 1, what: 'sealChanged' }),
    },
    {
      what: 'a leaf of a seal removed',
      plant: (at) => [sql`delete from ledger_seal_leaves where ${ofSubject(at)}`],
      found: () => ({ subject: 'seal', sequence: 1, what: 'sealChanged' }),
    },
  ];

  test.for(plants)('$what', async ({ plant, found }) => {
    const here = await makeHistory();
    for (const statement of plant(here)) {
      const { numAffectedRows } = await statement.execute(db);
      expect(numAffectedRows).toBeGreaterThan(0n);
    }
    expect(await here.verify()).toEqual({ whole: false, ...found(here) });
  });

  test('the newest seal removed', async () => {
    const here = await makeHistory();
    await here.sealToday();
    await sql`delete from ledger_seal_leaves where district = ${here.district} and number = 2`.execute(db);
    await sql`delete from ledger_seals where district = ${here.district} and number = 2`.execute(db);
    expect(await here.verify()).toEqual({ whole: false, subject: 'seal', sequence: 2, what: 'sealChanged' });
  });

  test('a seal signed by a stranger', async () => {
    const here = await makeHistory();
    const stranger = makeKeys().sealing.publicKey;
    expect(await here.verify(stranger)).toEqual({ whole: false, subject: 'seal', sequence: 1, what: 'signatureWrong' });
  });

  test('a row inside the chain that one page shows', async () => {
    const here = await makeHistory();
    await sql`update ledger_rows set body = replace(body, '"i":1', '"i":9') where ${row(here, 2)}`.execute(db);
    expect(verifyChain(await here.chain(here.id))).toEqual({ whole: false, sequence: 2, what: 'rowChanged' });
  });
});

test('A day is sealed once, and only what changed since the seal before becomes a leaf', async () => {
  const here = makeDistrict();
  const [still, moving] = [newId(), newId()];
  await here.record('case', still);
  await here.record('case', moving);
  await here.sealToday();
  await here.record('case', moving);
  await here.sealToday();
  for (const day of [start, start.add({ days: 1 })])
    await transact(db, (tx) => sealDay(tx, { day, keys }, here.call()));
  const { rows } = await sql<{ number: number; leaves: number }>`
    select number, count(*) as leaves from ledger_seal_leaves where district = ${here.district} group by 1 order by 1
  `.execute(db);
  expect(rows).toEqual([
    { number: 1, leaves: 2 },
    { number: 2, leaves: 1 },
  ]);
  expect(await here.verify()).toEqual({ whole: true, rows: 3, subjects: 2, seals: 2 });
});

test('A head that moves on while its day is sealed waits for the next seal', async () => {
  const here = makeDistrict();
  const id = newId();
  await here.record('case', id);
  let sealing: Promise<void> | undefined;
  await transact(db, async (tx) => {
    await sql`select from ledger_heads where district = ${here.district} for update`.execute(tx);
    sealing = transact(db, (other) => sealDay(other, { day: start, keys }, here.call()));
    await untilSomebodyWaits();
    append(tx, here.call(), { subject: { kind: 'case', id }, act: 'case.moved' });
  });
  await sealing;
  const { rows } = await sql`select sequence, sealed_in from ledger_heads where district = ${here.district}`.execute(
    db,
  );
  expect(rows).toEqual([{ sequence: 2, sealedIn: null }]);
  expect(await here.verify()).toEqual({ whole: true, rows: 2, subjects: 1, seals: 1 });
  await transact(db, (tx) => sealDay(tx, { day: start.add({ days: 1 }), keys }, here.call()));
  expect(await here.verify()).toEqual({ whole: true, rows: 2, subjects: 1, seals: 2 });
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    `.execute(db);
    if (rows.length > 0) return;
  }
}

test('The public page reads seals newest first, page by page', async () => {
  const here = makeDistrict();
  for (let i = 0; i < 3; i += 1) await here.sealToday();
  const first = await getSeals(db, here.call(), { limit: 2 });
  expect(first.seals.map((seal) => seal.day)).toEqual(['2026-03-04', '2026-03-03']);
  const second = await getSeals(db, here.call(), { limit: 2, after: first.next! });
  expect(second.seals.map((seal) => seal.number)).toEqual([1]);
  expect(second.next).toBeUndefined();
});

test('After any acts over any subjects, with seals in between, the ledger verifies', async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ subject: fc.nat(5), times: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.constant('seal' as const) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      const here = makeDistrict();
      const subjects = Array.from({ length: 6 }, (_, i) => ({
        kind: ['case', 'person', 'document'][i % 3]!,
        id: newId(),
      }));
      for (const next of steps) {
        if (next === 'seal') await here.sealToday();
        else await here.record(subjects[next.subject]!.kind, subjects[next.subject]!.id, next.times);
      }
      const acts = steps.filter((next) => next !== 'seal');
      expect(await here.verify(keys.sealing.publicKey)).toEqual({
        whole: true,
        rows: acts.reduce((sum, { times }) => sum + times, 0),
        subjects: new Set(acts.map(({ subject }) => subject)).size,
        seals: steps.length - acts.length,
      });
    }),
    { numRuns: 25 },
  );
});
