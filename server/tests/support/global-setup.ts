import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../platform/database/embedded/index.ts';
import type { Connection } from '../../platform/database/embedded/postmaster.ts';
import { openDatabase } from '../../platform/database/index.ts';
import { migrate } from '../../platform/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the run's one server. */
    server: Connection;
    /** The migrated, empty database of which every test file gets a copy. */
    template: string;
  }
}

const template = 'migrated';

/** One PostgreSQL a run, in a folder that goes with it; durability is off, since nothing of it is kept. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-tests-'));
  const server = await startEmbedded({ folder, durability: 'none', log: (line) => process.stderr.write(`${line}\n`) });
  const tearDown = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const maintenance = new pg.Client(server.connection('postgres'));
    // When a migration fails the server goes before this client does: the migration's own error is the one to tell.
    maintenance.on('error', () => {});
    await maintenance.connect();
    await maintenance.query(`create database ${template}`);
    const db = openDatabase({ connection: server.connection(template), poolSize: 1 });
    await migrate(db);
    await db.pool.query('vacuum analyze');
    await db.pool.end();
    // Nobody may be connected to what is being copied.
    await maintenance.query(`alter database ${template} allow_connections false`);
    await maintenance.end();
    provide('server', server.connection('postgres'));
    provide('template', template);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}
