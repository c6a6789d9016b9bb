import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { connectEmbedded, startEmbedded } from './database/embedded/index.ts';
import { type Database, openDatabase } from './database/index.ts';

/** Where an installation keeps what it cannot make again. */
export const foldersOf = ({ dataFolder }: Config) => ({
  database: join(dataFolder, 'postgres'),
  keys: join(dataFolder, 'keys'),
  files: join(dataFolder, 'files'),
});

/** The database of the embedded server; it serves this product alone. */
export const embeddedDatabase = 'postgres';

/**
 * Reaches the database of an existing installation from a command: the district's own, else the embedded one beside
 * the server that runs on it, else started for as long as the command takes. Refuses where there is no installation.
 */
export async function reachDatabase(config: Config): Promise<{ db: Database; leave: () => Promise<void> }> {
  if (config.databaseUrl !== undefined) return reach({ connectionString: config.databaseUrl });
  const folder = foldersOf(config).database;
  if (!existsSync(join(folder, 'data'))) throw new Error(`There is no installation in ${config.dataFolder}.`);
  const beside = await connectEmbedded(folder);
  if (beside !== undefined) return reach(beside(embeddedDatabase));
  const server = await startEmbedded({ folder, durability: 'full', log: (line) => process.stderr.write(`${line}\n`) });
  return reach(server.connection(embeddedDatabase), server.stop);
}

function reach(
  connection: Parameters<typeof openDatabase>[0]['connection'],
  stop = async () => {},
): { db: Database; leave: () => Promise<void> } {
  const db = openDatabase({ connection, poolSize: 2 });
  return {
    db,
    async leave() {
      await db.pool.end();
      await stop();
    },
  };
}
