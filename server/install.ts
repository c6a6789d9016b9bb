import { type Config, useConfig } from './platform/config.ts';
import { machineNow, dayOf } from './platform/clock.ts';
import { type Database, sql } from './platform/database/index.ts';
import { type Call, systemCall } from './platform/http/call.ts';
import { openVault, useVault } from './platform/vault/index.ts';
import type { Keys } from './platform/vault/keys.ts';

/** Whether this database holds an installation. */
export async function isInstalled(db: Database): Promise<boolean> {
  const { rows } = await sql`select from installation`.execute(db);
  return rows.length > 0;
}

/**
 * Installs a district in an empty database: its short key and its mode, which never change. `found` fills it; the row
 * is written last, so that a half-made installation is none.
 */
export async function install(
  db: Database,
  { config, keys, district, mode, found }: { config: Config; keys: Keys; district: string; mode: 'demo' | 'live'; found: (call: Call) => Promise<void> },
): Promise<void> {
  useConfig(config);
  useVault(openVault(keys.master));
  const now = machineNow();
  await found(systemCall({ district, demo: mode === 'demo', now, today: dayOf(now) }));
  await sql`insert into installation (district, mode, created_at) values (${district}, ${mode}, ${now})`.execute(db);
}
