import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { dayOf, machineNow } from './platform/clock.ts';
import { startEmbedded } from './platform/database/embedded/index.ts';
import { type Database, openDatabase, sql, transact } from './platform/database/index.ts';
import { migrate } from './platform/database/migrate.ts';
import { systemCall } from './platform/http/call.ts';
import { newId } from './platform/ids.ts';
import { append } from './platform/ledger/index.ts';
import { sealDay } from './platform/ledger/seal-day.ts';
import { openKeys } from './platform/vault/keys.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'doorstep-verify-'));
afterAll(() => rmSync(dataFolder, { recursive: true, maxRetries: 10 }));

const start = () => startEmbedded({ folder: join(dataFolder, 'postgres'), durability: 'none', log: () => {} });
const id = newId();

/** Runs the command as a person would, and hears what it says. */
async function run(folder: string): Promise<{ code: number | null; says: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const command = spawn(process.execPath, ['server/verify-ledger.ts'], { env: { ...env, DOORSTEP_DATA: folder } });
  const ended = new Promise<number | null>((resolve) => command.once('exit', resolve));
  const [said, complained] = await Promise.all([text(command.stdout), text(command.stderr)]);
  return { code: await ended, says: said + complained };
}

async function makeHistory(db: Database): Promise<void> {
  await migrate(db);
  await sql`insert into installation (district, mode, created_at, key_check) values ('louxing', 'demo', now(), '\\x00'::bytea)`.execute(
    db,
  );
  const now = machineNow();
  const call = systemCall({ district: 'louxing', demo: true, now, today: dayOf(now) });
  for (const act of ['case.received', 'case.accepted'])
    await transact(db, async (tx) => append(tx, call, { subject: { kind: 'case', id }, act }));
  const keys = await openKeys(join(dataFolder, 'keys'));
  await transact(db, (tx) => sealDay(tx, { day: call.today, keys }, call));
}

test('The command speaks beside a running server and without one, and ends with 1 when history was changed', async () => {
  const server = await start();
  const db = openDatabase({ connection: server.connection('postgres'), poolSize: 2 });
  await makeHistory(db);

  const whole = await run(dataFolder);
  expect(whole.says).toBe(
    '经过记录完整：2 条，1 个对象，1 天封存。\nThe ledger is whole: 2 rows, 1 subject, 1 daily seal.\n',
  );
  expect(whole.code).toBe(0);

  await sql`update ledger_rows set body = replace(body, 'accepted', 'received') where sequence = 2`.execute(db);
  const changed = {
    code: 1,
    says: `经过记录已被改动：case:${id} 第 2 条的内容或校验值被改动。\nThe ledger is broken: the text or the hash of row 2 of case:${id} was changed.\n`,
  };
  expect(await run(dataFolder)).toEqual(changed);

  await db.close();
  await server.stop();
  expect(await run(dataFolder)).toEqual(changed);
});

test('Where nothing is installed the command says so and makes nothing', async () => {
  const nowhere = join(dataFolder, 'nowhere');
  expect(await run(nowhere)).toEqual({ code: 1, says: `There is no installation in ${nowhere}.\n` });
});
