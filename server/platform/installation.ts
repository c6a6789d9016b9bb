import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, config as settings } from './config.ts';
import { connectEmbedded, type Embedded, startEmbedded } from './database/embedded/index.ts';
import { type Database, openDatabase, type Read, sql, type Tx } from './database/index.ts';
import { vault } from './vault/index.ts';

/** Where an installation keeps what it cannot make again. */
export const foldersOf = ({ dataFolder }: Config) => ({
  database: join(dataFolder, 'postgres'),
  keys: join(dataFolder, 'keys'),
  files: join(dataFolder, 'files'),
});

/** The database of the embedded server; it serves this product alone. */
export const embeddedDatabase = 'postgres';

type Connection = Parameters<typeof openDatabase>[0]['connection'];

/** The database server of an installation: the embedded one, or the one that is set. */
export interface DatabaseServer {
  readonly connection: Connection;
  /** Absent where the district has a server of its own. */
  readonly embedded?: Embedded;
}

const toErrors = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Starts the embedded database of an installation, where no other one is set. */
export async function startDatabase(config: Config, log = toErrors): Promise<DatabaseServer> {
  if (config.databaseUrl !== undefined) return { connection: { connectionString: config.databaseUrl } };
  const embedded = await startEmbedded({ folder: foldersOf(config).database, durability: 'full', log });
  return { connection: embedded.connection(embeddedDatabase), embedded };
}

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
  const { connection, embedded } = await startDatabase(config);
  return reach(connection, embedded?.stop);
}

function reach(connection: Connection, stop = async () => {}): { db: Database; leave: () => Promise<void> } {
  const db = openDatabase({ connection, poolSize: 2 });
  return {
    db,
    async leave() {
      await db.pool.end();
      await stop();
    },
  };
}

/** Where uploaded files and rendered documents lie. */
export function filesFolder(): string {
  return foldersOf(settings()).files;
}

/** Whether this database holds an installation. */
export async function isInstalled(db: Database): Promise<boolean> {
  const { rows } = await sql`select from installation`.execute(db);
  return rows.length > 0;
}

/** Whether this database holds a live installation; asked before anything is done to it, so also of one without tables. */
export async function isLive(db: Database): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`select to_regclass('installation') is not null as is_there`.execute(
    db,
  );
  return rows[0]?.isThere === true && (await getMode(db)) === 'live';
}

/** Demo or live. */
export async function getMode(db: Database): Promise<'demo' | 'live' | undefined> {
  const { rows } = await sql<{ mode: 'demo' | 'live' }>`select mode from installation`.execute(db);
  return rows[0]?.mode;
}

/** The last statement of an installation: which district this is, and its mode, which never changes. */
export async function insertInstallation(
  db: Database,
  { district, mode, at }: { district: string; mode: 'demo' | 'live'; at: Temporal.Instant },
): Promise<void> {
  await sql`insert into installation (district, mode, created_at, key_check) values (${district}, ${mode}, ${at}, ${keyCheck(district)})`.execute(
    db,
  );
}

/** Where the demo's clock is walking to, when it walks. */
export async function findClockTarget(read: Read, district: string): Promise<string | undefined> {
  const { rows } = await sql<{ target: string | null }>`
    select clock_target_at as target from installation where district = ${district}
  `.execute(read);
  return rows[0]?.target ?? undefined;
}

/** Lets the demo's clock walk to an instant. */
export async function setClockTarget(tx: Tx, district: string, target: Temporal.Instant): Promise<void> {
  await sql`update installation set clock_target_at = ${target} where district = ${district}`.execute(tx);
}

const keyCheck = (district: string) => vault().blindIndex('installation', district);

/** Refuses to go on when the master key at hand is not the one that this database was made with. */
export async function checkKey(db: Database): Promise<void> {
  const { rows } = await sql<{
    district: string;
    keyCheck: Buffer;
  }>`select district, key_check from installation`.execute(db);
  const [row] = rows;
  if (row !== undefined && !row.keyCheck.equals(keyCheck(row.district)))
    throw new Error('keys/master.key is not the key of this database. Put the right key back; nothing was changed.');
}

/**
 * Empties a database in which an installation was begun and never finished: nothing in it was ever acknowledged to
 * anybody, since the installation's own row is written last.
 */
export async function clearUnfinished(db: Database): Promise<void> {
  // Every act writes to the ledger in its own transaction: without a row there, there is nothing anywhere.
  if ((await sql`select from ledger_heads limit 1`.execute(db)).rows.length === 0) return;
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
  `.execute(db);
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(db);
}
