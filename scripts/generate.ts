import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { foundDemo } from '../server/demo/found-demo.ts';
import { install } from '../server/install.ts';
import { openBusinessClock } from '../server/platform/business-clock.ts';
import { readConfig, setConfig } from '../server/platform/config.ts';
import { startEmbedded } from '../server/platform/database/embedded/index.ts';
import { openDatabase } from '../server/platform/database/index.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { systemCall } from '../server/platform/http/call.ts';
import { embeddedDatabase, foldersOf, isInstalled } from '../server/platform/installation.ts';
import { openVault, setVault } from '../server/platform/vault/index.ts';
import { openKeys } from '../server/platform/vault/keys.ts';
import { generateDistrict } from './generate-district.ts';

/**
 * `npm run generate -- --cases 1000000 --data folder [--seed 1]`: a demo district of that many cases. The database is the
 * embedded one of the folder, or the one of DATABASE_URL; no server may run on it meanwhile.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
  },
});

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const cases = wholeNumber('cases', values.cases, 1, 10_000_000);
  const seed = wholeNumber('seed', values.seed, 1, 1_000_000_000);
  const config = readConfig({ ...process.env, ...(values.data !== undefined && { DOORSTEP_DATA: values.data }) });
  const folders = foldersOf(config);
  await mkdir(config.dataFolder, { recursive: true });
  const keys = await openKeys(folders.keys);
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ folder: folders.database, durability: 'full', log: say })
      : undefined;
  const connection = embedded?.connection(embeddedDatabase) ?? { connectionString: config.databaseUrl };
  const db = openDatabase({ connection, poolSize: 4 });
  try {
    setConfig(config);
    setVault(openVault(keys.master));
    await migrate(db);
    if (!(await isInstalled(db)))
      await install(db, { config, keys, district: 'louxing', mode: 'demo', found: (call) => foundDemo(db, call) });
    const { district, demo, now, today } = await openBusinessClock(db);
    const call = systemCall({ district, demo, now: now(), today: today() });
    const { seconds } = await generateDistrict(db, { cases, seed, keys, say }, call);
    say(`${cases.toLocaleString('en')} cases in ${seconds.toFixed(0)} s.`);
  } finally {
    await db.close();
    await embedded?.stop();
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} is a whole number from ${least} to ${most}, not "${text}".`);
  return value;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
