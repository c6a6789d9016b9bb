import { mkdir } from 'node:fs/promises';
import { foundDemo } from '../server/demo/found-demo.ts';
import { install } from '../server/install.ts';
import { openBusinessClock } from '../server/platform/business-clock.ts';
import { type Config, setConfig } from '../server/platform/config.ts';
import { type Database, openDatabase } from '../server/platform/database/index.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { type Call, systemCall } from '../server/platform/http/call.ts';
import { foldersOf, isInstalled, startDatabase } from '../server/platform/installation.ts';
import { openVault, setVault } from '../server/platform/vault/index.ts';
import { type Keys, openKeys } from '../server/platform/vault/keys.ts';

/** A demo district as commands work on it, without a server. */
export interface Demo {
  readonly db: Database;
  /** How a server of one's own reaches the same database. */
  readonly connection: Parameters<typeof openDatabase>[0]['connection'];
  readonly keys: Keys;
  /** A call of the product itself, now by the district's clock. */
  readonly call: Call;
  close(): Promise<void>;
}

/**
 * Opens the district of a data folder, in the embedded database or the one that is set, and founds it where there is none.
 * No server may run on it meanwhile.
 */
export async function openDemo(config: Config, say: (line: string) => void): Promise<Demo> {
  await mkdir(config.dataFolder, { recursive: true });
  const keys = await openKeys(foldersOf(config).keys);
  const { connection, embedded } = await startDatabase(config, say);
  const db = openDatabase({ connection, poolSize: 4 });
  const close = async () => {
    await db.close();
    await embedded?.stop();
  };
  try {
    await migrate(db);
    return { db, connection, keys, close, call: await foundDistrict(db, config, keys) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Founds the demo district in a migrated database, where there is none. */
export async function foundDistrict(db: Database, config: Config, keys: Keys): Promise<Call> {
  setConfig(config);
  setVault(openVault(keys.master));
  if (!(await isInstalled(db)))
    await install(db, { config, keys, district: 'louxing', mode: 'demo', found: (call) => foundDemo(db, call) });
  const { district, demo, now, today } = await openBusinessClock(db);
  return systemCall({ district, demo, now: now(), today: today() });
}
