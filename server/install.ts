import { dayOf, machineNow } from './platform/clock.ts';
import { type Config, setConfig } from './platform/config.ts';
import type { Database } from './platform/database/index.ts';
import { type Call, systemCall } from './platform/http/call.ts';
import { clearUnfinished, insertInstallation } from './platform/installation.ts';
import { openVault, setVault } from './platform/vault/index.ts';
import type { Keys } from './platform/vault/keys.ts';

/**
 * Installs a district in an empty database: its short key and its mode, which never change. `found` fills it; the row
 * is written last, so that a half-made installation is none.
 */
export async function install(
  db: Database,
  {
    config,
    keys,
    district,
    mode,
    found,
  }: { config: Config; keys: Keys; district: string; mode: 'demo' | 'live'; found: (call: Call) => Promise<void> },
): Promise<void> {
  setConfig(config);
  setVault(openVault(keys.master));
  await clearUnfinished(db);
  const now = machineNow();
  await found(systemCall({ district, demo: mode === 'demo', now, today: dayOf(now) }));
  await insertInstallation(db, { district, mode, at: now });
}
