import { createHash } from 'node:crypto';
import { CamelCasePlugin, Kysely, PostgresDialect, type QueryExecutorProvider, sql } from 'kysely';
import pg from 'pg';

export { sql } from 'kysely';

/** Whatever a statement can be run on for reading: the pool or an open transaction. */
export type Read = QueryExecutorProvider;

/** An open write transaction. What is queued on it (ledger rows, jobs) is written with the commit, in one flight. */
export interface Tx extends QueryExecutorProvider {
  readonly atCommit: ((tx: Tx) => Promise<unknown>)[];
  readonly afterCommit: (() => void)[];
}

export interface Database extends QueryExecutorProvider {
  readonly kysely: Kysely<never>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const { builtins } = pg.types;

/** Days and instants leave the driver as ISO strings, whole numbers as numbers. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE) return (text: string) => text;
    if (oid === builtins.TIMESTAMPTZ)
      return (text: string) => `${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`;
    if (oid === builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  return value;
}

/** Statement texts that were seen on any connection; the name is the same everywhere, so each is parsed once. */
const names = new Map<string, string>();
const mostNames = 1000;

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

/** A client that prepares every parameterised statement, and takes Temporal values. */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads cannot be restated
  override query(...given: any[]): any {
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || !Array.isArray(values)) return Reflect.apply(super.query, this, given);
    const name = nameOf(text);
    const query = { text, values: values.map(toParameter), ...(name === undefined ? {} : { name }) };
    this.#gather();
    return Reflect.apply(super.query, this, [query, ...rest]);
  }

  #gathering = false;

  /** Statements that are ready together leave in one write: the system call and the wake-up cost more than the bytes. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }
}

/**
 * Opens a pool. Connections are pipelined: statements that do not wait for one another's rows travel together, so an
 * act costs few round trips without being written as one statement.
 */
export function openDatabase(options: { connection: pg.PoolConfig; poolSize: number }): Database {
  const pool = new pg.Pool({
    ...options.connection,
    Client: PreparingClient,
    max: options.poolSize,
    pipeline: true,
    types,
    options: '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
    connectionTimeoutMillis: 30_000,
  } as pg.PoolConfig);
  pool.on('error', () => {
    // An idle connection was lost; the pool replaces it with the next request.
  });
  const kysely = new Kysely<never>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    kysely,
    pool,
    getExecutor: () => kysely.getExecutor(),
    close: () => pool.end(),
  };
}

/** Runs one act in one transaction; anything thrown rolls it back whole. */
export async function transact<T>(db: Database, run: (tx: Tx) => Promise<T>): Promise<T> {
  const afterCommit: (() => void)[] = [];
  const result = await db.kysely.connection().execute(async (connection) => {
    const tx: Tx = { getExecutor: () => connection.getExecutor(), atCommit: [], afterCommit };
    const begun = sql`begin`.execute(connection);
    begun.catch(() => {});
    try {
      const made = await run(tx);
      // Ledger rows, jobs and COMMIT leave together. Were one of them refused, COMMIT would roll back: so all must succeed.
      const closing = tx.atCommit.map((write) => write(tx));
      await Promise.all([begun, ...closing, sql`commit`.execute(connection)]);
      return made;
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => {});
      throw error;
    }
  });
  for (const tell of afterCommit) tell();
  return result;
}
