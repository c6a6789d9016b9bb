import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Embedded } from './index.ts';
import { connectEmbedded, startEmbedded } from './index.ts';

let place: string;
let folder: string;
let running: Embedded[];
let heard: (line: string) => void;

beforeEach(() => {
  place = fs.mkdtempSync(join(tmpdir(), 'doorstep-test-'));
  folder = join(place, 'postgres');
  running = [];
  heard = () => {};
});

afterEach(async () => {
  await Promise.all(running.map((database) => database.stop()));
  fs.rmSync(place, { recursive: true, force: true });
});

async function start(durability: 'full' | 'none' = 'full'): Promise<Embedded> {
  const database = await startEmbedded({ folder, durability, log: (line) => heard(line) });
  running.push(database);
  return database;
}

async function ask(database: Embedded, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.url('postgres') });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const rows = 'select note from notes order by note';

test('A row written in the first start is there in the second', async () => {
  const first = await start();
  await ask(first, "create table notes (note text); insert into notes values ('kept')");
  await first.stop();
  expect(await first.exited).toBe(0);
  expect(await ask(await start(), rows)).toEqual([{ note: 'kept' }]);
});

test('The data has checksums, is UTF-8, and only the secret opens it', async () => {
  const database = await start('full');
  const [shown] = await ask(
    database,
    `select current_setting('data_checksums') sums, current_setting('server_encoding') encoding,
       current_setting('fsync') fsync, current_setting('synchronous_commit') commit`,
  );
  expect(shown).toEqual({ sums: 'on', encoding: 'UTF8', fsync: 'on', commit: 'on' });
  expect(fs.statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  const stranger = new pg.Client({ ...database.connection('postgres'), password: 'guessed' });
  await expect(stranger.connect()).rejects.toThrow('password authentication failed');
});

test('Chinese text is found by ilike and by trigrams', async () => {
  const database = await start('none');
  await ask(
    database,
    "create extension pg_trgm; create table notes (note text); insert into notes values ('老年人优待证 ABC')",
  );
  expect(await ask(database, "select note from notes where note ilike '%优待证 abc%'")).toHaveLength(1);
  const [found] = await ask(
    database,
    "select show_trgm('优待证') <> '{}' known, similarity('老年人优待证', '优待证') > 0 close",
  );
  expect(found).toEqual({ known: true, close: true });
});

test('A second server is refused the folder of the first, which goes on', async () => {
  const first = await start('none');
  await expect(start()).rejects.toThrow(/Another server is using the database folder/);
  expect(await ask(first, 'select 1 one')).toEqual([{ one: 1 }]);
});

test('The database of a killed server is taken over with every row it acknowledged', async () => {
  const program = `
    import { connectEmbedded, startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    const { pid, url } = await startEmbedded({ folder: ${JSON.stringify(folder)}, durability: 'full', log() {} });
    console.log(JSON.stringify({ pid, url: url('postgres') }));`;
  const server = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await server.stdout.setEncoding('utf8').take(1).toArray();
  const orphan = JSON.parse(said) as { pid: number; url: string };
  await ask(
    { url: () => orphan.url } as unknown as Embedded,
    "create table notes (note text); insert into notes values ('kept')",
  );
  const killed = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await killed;
  expect(process.kill(orphan.pid, 0)).toBe(true);

  const database = await start();
  expect(database.pid).not.toBe(orphan.pid);
  expect(await ask(database, rows)).toEqual([{ note: 'kept' }]);
});

test('A killed database comes back by itself with every row it acknowledged', async () => {
  const database = await start();
  await ask(database, "create table notes (note text); insert into notes values ('kept')");
  const { pid } = database;
  const back = new Promise<void>((resolve) => {
    heard = (line) => line.includes('answers again') && resolve();
  });
  process.kill(pid as number, 'SIGKILL');
  await back;
  expect(database.pid).not.toBe(pid);
  expect(await ask(database, rows)).toEqual([{ note: 'kept' }]);
});

test('A database that is killed six times in a minute stays down and says so', async () => {
  const database = await start('none');
  const kill = () => process.kill(database.pid as number, 'SIGKILL');
  let last = '';
  heard = (line) => {
    last = line;
    if (line.includes('answers again')) kill();
  };
  kill();
  await database.exited;
  expect(last).toMatch(/crashed 6 times in a minute and stays down/);
});

test('A start that was interrupted while making the data is made anew', async () => {
  fs.mkdirSync(join(folder, 'unfinished-000000', 'base'), { recursive: true });
  fs.writeFileSync(join(folder, 'secret'), randomBytes(32).toString('base64url'), { mode: 0o600 });
  await start('none');
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('unfinished-'))).toEqual([]);
});

test('A note left by a process whose number another program has now does not stop the start', async () => {
  await (await start('none')).stop();
  fs.writeFileSync(join(folder, 'data', 'postmaster.pid'), `${process.pid}\n${join(folder, 'data')}\n1\n5432\n\n\n`);
  expect(await ask(await start('none'), 'select 1 one')).toEqual([{ one: 1 }]);
});

test('A folder whose path is too long for a socket works all the same', async () => {
  folder = join(place, 'a'.repeat(120), 'postgres');
  const database = await start('none');
  const { host } = database.connection('postgres');
  expect(await ask(database, 'select 1 one')).toEqual([{ one: 1 }]);
  await database.stop();
  expect(fs.existsSync(host)).toBe(false);
});

test('A folder under one that only its owner may enter works, also as root', async () => {
  fs.mkdirSync(join(place, 'closed'), { mode: 0o700 });
  folder = join(place, 'closed', 'postgres');
  expect(await ask(await start('none'), 'select 1 one')).toEqual([{ one: 1 }]);
});

test('Data of another major version is refused', async () => {
  await (await start('none')).stop();
  fs.writeFileSync(join(folder, 'data', 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 17, and this is PostgreSQL 18: back it up/);
});

test('Data without its secret is refused, and so is a secret that is not its own', async () => {
  await (await start('none')).stop();
  fs.renameSync(join(folder, 'secret'), join(folder, 'moved'));
  await expect(start()).rejects.toThrow(/has lost its file "secret"/);
  fs.writeFileSync(join(folder, 'secret'), 'another', { mode: 0o600 });
  await expect(start()).rejects.toThrow(/does not know the secret/);
  fs.renameSync(join(folder, 'moved'), join(folder, 'secret'));
  await start('none');
});

test('Another program connects beside the running server, and finds none once it has stopped', async () => {
  expect(await connectEmbedded(folder)).toBeUndefined();
  const database = await start('none');
  const connection = await connectEmbedded(folder);
  const client = new pg.Client(connection?.('postgres'));
  await client.connect();
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await database.stop();
  expect(await connectEmbedded(folder)).toBeUndefined();
});
