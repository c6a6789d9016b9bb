import { expect, test } from 'vitest';
import { createTestDatabase } from '../../tests/support/database.ts';
import type { BusinessClock } from '../business-clock.ts';
import { dayOf } from '../clock.ts';
import { sql, type Tx, transact } from '../database/index.ts';
import { systemCall } from '../http/call.ts';
import { defineBatch, defineJob, type JobKind, openJobs, plan } from './index.ts';

const db = await createTestDatabase();
await db.pool.query(
  'create table done (name text not null, place integer generated always as identity, tx bigint not null default txid_current())',
);

const district = 'testing';
const now = Temporal.Instant.from('2026-03-02T01:00:00Z');
const clock: BusinessClock = {
  ...{ district, demo: false, now: () => now, today: () => dayOf(now) },
  refresh: async () => {},
  moveTo: async () => {},
};
const call = systemCall({ district, demo: false, now, today: dayOf(now) });

interface Name {
  readonly name: string;
}

async function note(tx: Tx, payloads: readonly Name[]): Promise<void> {
  await sql`insert into done (name) select * from unnest(${payloads.map(({ name }) => name)}::text[])`.execute(tx);
}

const telling = defineBatch<Name>({ kind: 'tell', run: note });
const drawing = defineJob<Name>({ kind: 'draw', run: (tx, payload) => note(tx, [payload]) });

const errors: string[] = [];
const worker = (...kinds: JobKind[]) =>
  openJobs({ db, clock, kinds, log: (error) => errors.push((error as Error).message) });

/** Names in the order in which they were planned, an hour apart where one has a time of its own. */
async function planned(kind: string, names: readonly string[], runAt?: Temporal.Instant): Promise<void> {
  await transact(db, async (tx) => {
    for (const name of names) plan(tx, call, { kind, payload: { name }, ...(runAt && { runAt }) });
  });
}

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `${at}`);

/** What was done since the last look, in order, and in how many transactions. */
async function done(): Promise<{ names: string[]; transactions: number }> {
  const { rows } = await db.pool.query<{ name: string; tx: string }>('select name, tx from done order by place');
  await db.pool.query('delete from done');
  return { names: rows.map(({ name }) => name), transactions: new Set(rows.map(({ tx }) => tx)).size };
}

async function left(): Promise<{ name: string; state: string; tries: number; error: string | null }[]> {
  const { rows } = await db.pool.query(
    `select payload ->> 'name' as name, state, tries, error from jobs order by run_at, id`,
  );
  return rows;
}

const oweNothing = () => db.pool.query('update jobs set retry_at = null');

test('A hundred and twenty jobs of a kind that is done in batches take three transactions, in their order', async () => {
  await planned('tell', numbered(120));
  await worker(telling).runDue();
  expect(await done()).toEqual({ names: numbered(120), transactions: 3 });
  expect(await left()).toEqual([]);
});

test('Other work between them keeps its own transaction, and what is not due yet waits', async () => {
  await planned('tell', ['a']);
  await planned('draw', ['b']);
  await planned('tell', ['c'], now.add({ hours: 1 }));
  await planned('tell', ['d']);
  await worker(telling, drawing).runDue();
  expect(await done()).toEqual({ names: ['a', 'd', 'b'], transactions: 2 });
  expect(await left()).toMatchObject([{ name: 'c', tries: 0 }]);
  await db.pool.query('delete from jobs');
});

test('One of fifty that fails leaves the others done once each, waits, and is tried again alone', async () => {
  let isMended = false;
  const batches: number[] = [];
  const fragile = defineBatch<Name>({
    kind: 'tell',
    async run(tx, payloads) {
      batches.push(payloads.length);
      await note(tx, payloads);
      if (!isMended && payloads.some(({ name }) => name === '17')) throw new Error('Seventeen cannot be told.');
    },
  });
  await planned('tell', numbered(50));
  errors.length = 0;
  await worker(fragile).runDue();
  expect((await done()).names).toEqual(numbered(50).filter((name) => name !== '17'));
  expect(await left()).toMatchObject([{ name: '17', state: 'failed', tries: 1, error: 'Seventeen cannot be told.' }]);
  expect(errors).toEqual(['Seventeen cannot be told.']);
  // It waits for its time; what is new goes on without it, and when it comes again it spoils nobody's batch.
  await planned('tell', ['x', 'y']);
  await worker(fragile).runDue();
  expect(await done()).toEqual({ names: ['x', 'y'], transactions: 1 });
  await oweNothing();
  await planned('tell', ['z']);
  batches.length = 0;
  isMended = true;
  await worker(fragile).runDue();
  expect(await done()).toEqual({ names: ['17', 'z'], transactions: 2 });
  expect(batches).toEqual([1, 1]);
});

test('Who cannot be prepared fails by himself; the others are done together, each with what was made for him', async () => {
  const sending = defineBatch<Name, string>({
    kind: 'send',
    before: (_, payloads) =>
      Promise.allSettled(
        payloads.map(async ({ name }) => {
          if (name === '3') throw new Error('Nobody answers.');
          return `sent ${name}`;
        }),
      ),
    run: (tx, _, __, prepared) =>
      note(
        tx,
        prepared.map((name) => ({ name })),
      ),
  });
  await planned('send', numbered(5));
  await worker(sending).runDue();
  expect(await done()).toEqual({ names: ['sent 0', 'sent 1', 'sent 2', 'sent 4'], transactions: 1 });
  expect(await left()).toMatchObject([{ name: '3', state: 'failed', error: 'Nobody answers.' }]);
  await db.pool.query('delete from jobs');
});

test('A batch under which its worker died is done one by one', async () => {
  await planned('tell', numbered(4));
  await db.pool.query(`update jobs set tries = 1, lease_until = now() - interval '1 second'`);
  await worker(telling).runDue();
  expect(await done()).toEqual({ names: numbered(4), transactions: 4 });
});

test('Two workers at one table do each job once', async () => {
  await planned('tell', numbered(400));
  const [one, other] = [worker(telling), worker(telling)];
  await Promise.all([one.runDue(), other.runDue()]);
  await one.runDue();
  const { names } = await done();
  expect(names.toSorted((a, b) => Number(a) - Number(b))).toEqual(numbered(400));
});

test('Who outlives his lease finds the work done by another, and undoes his own', async () => {
  let isFirst = true;
  const slow = defineBatch<Name>({
    kind: 'tell',
    async before(_, payloads) {
      if (isFirst) {
        isFirst = false;
        await db.pool.query(`update jobs set lease_until = now() - interval '1 second'`);
        await worker(slow).runDue();
      }
      return Promise.allSettled(payloads.map(() => undefined));
    },
    run: note,
  });
  await planned('tell', numbered(3));
  await worker(slow).runDue();
  expect((await done()).names).toEqual(numbered(3));
  expect(await left()).toEqual([]);
});
