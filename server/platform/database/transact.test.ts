import { expect, inject, test } from 'vitest';
import { createTestDatabase } from '../../tests/support/database.ts';
import { openDatabase, send, sql, transact } from './index.ts';

const db = await createTestDatabase();
await db.pool.query('create table notes (text text not null)');
const texts = async () =>
  (await sql<{ text: string }>`select text from notes order by text`.execute(db)).rows.map((row) => row.text);

test('what is queued for the commit is written in order and commits with the act, or not at all', async () => {
  await transact(db, async (tx) => {
    tx.atCommit.push((closing) => sql`insert into notes values (${'queued'})`.execute(closing));
    await sql`insert into notes values (${'written'})`.execute(tx);
  });
  expect(await texts()).toEqual(['queued', 'written']);
  const failing = transact(db, async (tx) => {
    tx.atCommit.push((closing) => sql`insert into notes values (${null})`.execute(closing));
    await sql`insert into notes values (${'lost'})`.execute(tx);
  });
  await expect(failing).rejects.toMatchObject({ code: '23502' });
  expect(await texts()).toEqual(['queued', 'written']);
});

test('of statements that travel together the first that fails is told, and none of them stays', async () => {
  const failing = transact(db, (tx) =>
    Promise.all([
      sql`insert into notes values (${'lost'})`.execute(tx),
      sql`select 1 / ${0}::int`.execute(tx),
      sql`insert into notes values (${'lost too'})`.execute(tx),
    ]),
  );
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(await texts()).not.toContain('lost');
});

test('a branch of an act that goes on after the act failed cannot write any more', async () => {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  let branch: Promise<unknown> = Promise.resolve();
  const failing = transact(db, async (tx) => {
    branch = late.then(() => sql`insert into notes values (${'stray'})`.execute(tx));
    branch.catch(() => {});
    throw new Error('refused');
  });
  await expect(failing).rejects.toThrow('refused');
  resolve();
  await expect(branch).rejects.toThrow('over');
  expect(await texts()).not.toContain('stray');
});

test('names of columns are in camel case, names inside jsonb stay as they were written', async () => {
  const { rows } = await sql`select 1 as some_column, '{"inner_name": 2}'::jsonb as a_value`.execute(db);
  expect(rows).toEqual([{ someColumn: 1, aValue: { inner_name: 2 } }]);
});

test('short reads share connections; each hears its own answer, and one that fails fails alone', async () => {
  let taken = 0;
  db.pool.on('acquire', () => (taken += 1));
  const asked = Array.from({ length: 40 }, (_, n) =>
    sql<{ n: number; share: number }>`select ${n}::int as n, 100 / (${n}::int - 7) as share`.execute(db.planned),
  );
  const heard = await Promise.allSettled(asked);
  expect(taken).toBe(10);
  expect(heard[7]).toMatchObject({ status: 'rejected', reason: { code: '22012' } });
  expect(heard.flatMap((each) => (each.status === 'fulfilled' ? each.value.rows.map(({ n }) => n) : []))).toEqual(
    Array.from({ length: 40 }, (_, n) => n).filter((n) => n !== 7),
  );
  await expect.poll(() => db.pool.idleCount).toBe(db.pool.totalCount);
});

test('short reads without end, on the only connection there is, let an act between them', async () => {
  const narrow = openDatabase({ connection: inject('server'), poolSize: 1 });
  let [isOver, reads] = [false, 0];
  const reading = Array.from({ length: 3 }, async () => {
    for (; !isOver; reads += 1) await sql`select pg_sleep(${0.002}::float)`.execute(narrow.planned);
  });
  const { rows } = await transact(narrow, (tx) => sql`select ${1}::int as done`.execute(tx));
  expect(rows).toEqual([{ done: 1 }]);
  // Those that were under way, and no other.
  expect(reads).toBeLessThanOrEqual(3);
  isOver = true;
  await Promise.all(reading);
  await narrow.close();
});

test('a read behind the commit sees what was written, also by what was queued', async () => {
  let seen: string[] = [];
  await transact(db, async (tx) => {
    await sql`insert into notes values (${'an act'})`.execute(tx);
    tx.atCommit.push((closing) => sql`insert into notes values (${'its ledger row'})`.execute(closing));
    tx.behindCommit.push(async (read) => {
      const { rows } = await sql<{
        text: string;
      }>`select text from notes where text like ${'%act'} or text like ${'its%'} order by text`.execute(read);
      seen = rows.map(({ text }) => text);
    });
  });
  expect(seen).toEqual(['an act', 'its ledger row']);
});

test('a read behind the commit that fails takes nothing back, and what follows the commit is done all the same', async () => {
  let told = false;
  const failing = transact(db, async (tx) => {
    await sql`insert into notes values (${'kept'})`.execute(tx);
    tx.afterCommit.push(() => {
      told = true;
    });
    tx.behindCommit.push((read) => sql`select 1 / ${0}::int`.execute(read));
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(told).toBe(true);
  expect(await texts()).toContain('kept');
  await transact(db, (tx) => sql`insert into notes values (${'the next act'})`.execute(tx));
  expect(await texts()).toContain('the next act');
});

test('of a write that is sent the act goes on at once, finds it written, and commits with it or not at all', async () => {
  const seen = await transact(db, async (tx) => {
    send(tx, sql`insert into notes values (${'sent'})`);
    return (await sql`select from notes where text = ${'sent'}`.execute(tx)).rows.length;
  });
  expect([seen, await texts()]).toEqual([1, expect.arrayContaining(['sent'])]);
  const failing = transact(db, async (tx) => {
    await sql`insert into notes values (${'lost with it'})`.execute(tx);
    send(tx, sql`insert into notes values (${null})`);
  });
  await expect(failing).rejects.toMatchObject({ code: '23502' });
  expect(await texts()).not.toContain('lost with it');
});

test('an act that stumbles over a write that was sent before says why that one failed', async () => {
  const failing = transact(db, async (tx) => {
    send(tx, sql`insert into notes values (${null})`);
    await sql`select from notes`.execute(tx);
  });
  await expect(failing).rejects.toMatchObject({ code: '23502' });
  const refusing = transact(db, async (tx) => {
    send(tx, sql`insert into notes values (${null})`);
    throw new Error('refused');
  });
  await expect(refusing).rejects.toThrow('refused');
});

test('a lock that fails says so, also where what travelled behind it is heard of first', async () => {
  await db.pool.query("insert into notes values ('held')");
  const held = await db.pool.connect();
  await held.query("begin; select from notes where text = 'held' for update");
  for (let turn = 0; turn < 5; turn += 1) {
    const waiting = transact(db, async (tx) => {
      await sql`set local statement_timeout = 30`.execute(tx);
      const lock = async () => {
        await Promise.all([sql`select from notes where text = ${'held'} for update`.execute(tx)]);
      };
      const admit = async () => {
        await Promise.all([lock(), sql`select from notes where text = ${turn.toString()}`.execute(tx)]);
      };
      await Promise.all([admit(), sql`select from notes where text = ${'beside'}`.execute(tx)]);
    });
    await expect(waiting).rejects.toMatchObject({ code: '57014' });
  }
  await held.query('rollback');
  held.release();
});
