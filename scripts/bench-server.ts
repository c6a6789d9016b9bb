import { once } from 'node:events';
import type pg from 'pg';
import { openApp } from '../server/app.ts';
import { readConfig } from '../server/platform/config.ts';
import { openDatabase } from '../server/platform/database/index.ts';
import { foldersOf } from '../server/platform/installation.ts';
import { openKeys } from '../server/platform/vault/keys.ts';

/** What the bench hands to the server's process. */
export interface ServerOrder {
  readonly connection: pg.PoolConfig;
  readonly dataFolder: string;
  /** Whether its worker runs jobs (printing, messages) beside the requests. */
  readonly jobs: 'at rest' | 'at work';
}

/** What the server's process has used and what it holds. */
export interface ServerState {
  readonly processorMs: number;
  readonly residentBytes: number;
}

// A process of its own, as in production: whoever measures must not lend it his processor time.
if (process.send !== undefined) {
  const [order] = (await once(process, 'message')) as [ServerOrder];
  const config = { ...readConfig({ DOORSTEP_DATA: order.dataFolder }), port: 0 };
  const db = openDatabase({ connection: order.connection, poolSize: config.poolSize });
  const keys = await openKeys(foldersOf(config).keys);
  const app = await openApp({ config, db, keys, log: (error) => process.stderr.write(`${String(error)}\n`) });
  const address = await app.http.listen({ host: config.host, port: 0 });
  if (order.jobs === 'at work') app.jobs.start();
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    const state: ServerState = { processorMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() };
    process.send?.(state);
  });
  process.once('disconnect', () => process.exit(0));
  process.send({ address });
}
