import { createHash } from 'node:crypto';
import {
  type DatabaseConnection,
  DefaultQueryExecutor,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresQueryCompiler,
  type QueryExecutorProvider,
  sql,
} from 'kysely';
import pg from 'pg';

export { sql } from 'kysely';

/** Whatever a statement can be run on for reading: the pool or an open transaction. */
export type Read = QueryExecutorProvider;

/** An open write transaction. What is queued on it (ledger rows, jobs) is written with the commit, in one flight. */
export interface Tx extends QueryExecutorProvider {
  /** Writes under way that the commit waits for, and nobody before it. */
  readonly sent: Promise<unknown>[];
  readonly atCommit: ((tx: Tx) => Promise<unknown>)[];
  /** Reads that travel right behind COMMIT: they see what was written, and hold nobody's lock. */
  readonly behindCommit: ((read: Read) => Promise<unknown>)[];
  readonly afterCommit: (() => void)[];
}

export interface Database extends QueryExecutorProvider {
  readonly pool: pg.Pool;
  /**
   * The same for what finds its rows by an index, whatever is asked: each statement is planned once for every value, and so short that
   * a few of them share a connection.
   */
  readonly planned: Read;
  /** Lends one connection for as long as `run` takes: for what must see one snapshot. */
  onOneConnection<T>(run: (read: Read) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const { builtins } = pg.types;
const uuids = 2951;

/** Days and instants leave the driver as ISO strings, whole numbers as numbers. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    // Ids need no unquoting, and an officer's session has a hundred of them: the driver's parser takes forty times as long. No array
    // of ours has a null among its ids.
    if (oid === uuids) return (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','));
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

/** For its values, as long as PostgreSQL finds that cheaper, or once for any. */
type Planning = 'auto' | 'force_generic_plan';

/** A client that prepares every parameterised statement, and takes Temporal values. */
class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads cannot be restated
  override query(...given: any[]): any {
    this.#gather();
    const [text, values, ...rest] = given;
    if (typeof text !== 'string' || !Array.isArray(values)) return Reflect.apply(super.query, this, given);
    const name = nameOf(text);
    const query = { text, values: values.map(toParameter), ...(name === undefined ? {} : { name }) };
    return Reflect.apply(super.query, this, [query, ...rest]);
  }

  #planning: Planning = 'auto';

  /** How what follows is planned; told where it changes, in the flight of what follows. */
  plan(planning: Planning): void {
    if (planning === this.#planning) return;
    this.#planning = planning;
    // It fails where the connection is lost, and then what follows does.
    this.query(`set plan_cache_mode = ${planning}`).catch(() => {});
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

type PooledClient = pg.PoolClient & PreparingClient;

/**
 * Opens a pool. Connections are pipelined: statements that do not wait for one another's rows travel together, so an
 * act costs few round trips without being written as one statement.
 * @param options.commits `unawaited`: a commit does not wait for the disk. A later one that does brings all before it
 * there too, so this is for what counts only with a last commit of its own.
 */
export function openDatabase(options: {
  connection: pg.PoolConfig;
  poolSize: number;
  commits?: 'awaited' | 'unawaited';
}): Database {
  const commits = options.commits === 'unawaited' ? ' -c synchronous_commit=off' : '';
  const pool = new pg.Pool({
    ...options.connection,
    Client: PreparingClient,
    max: options.poolSize,
    pipeline: true,
    types,
    options: `-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000${commits}`,
    connectionTimeoutMillis: 30_000,
  } as pg.PoolConfig);
  pool.on('error', () => {
    // An idle connection was lost; the pool replaces it with the next request.
  });
  // One lost while it is held fails the statements of its holder, who hears of it there; unheard here, it would end us.
  pool.on('connect', (client) => client.on('error', () => {}));
  const take = () => pool.connect() as Promise<PooledClient>;
  const lend = async <T>(run: (connection: DatabaseConnection) => Promise<T>): Promise<T> => {
    const client = await take();
    try {
      client.plan('auto');
      return await run(connectionOn(client));
    } finally {
      client.release();
    }
  };
  const executor = executorOn(lend);
  const planned = executorOn(lendTogether(pool, take));
  return {
    pool,
    planned: { getExecutor: () => planned },
    getExecutor: () => executor,
    onOneConnection: (run) =>
      lend((connection) => {
        const own = executorOn((use) => use(connection));
        return run({ getExecutor: () => own });
      }),
    close: () => pool.end(),
  };
}

/** How many reads are under way on one connection at most: one that is slow holds up no more than these. */
const mostTogether = 4;

/**
 * Lends connections to several short reads at once. Those that are asked for in one turn leave in one write, and find the server's
 * process awake; both cost more than most of these reads do.
 */
function lendTogether(
  pool: pg.Pool,
  take: () => Promise<PooledClient>,
): <T>(run: (connection: DatabaseConnection) => Promise<T>) => Promise<T> {
  interface Shared {
    readonly client: Promise<PooledClient>;
    readers: number;
    isTaken: boolean;
  }
  const lent = new Set<Shared>();
  // Who waits for a connection is not overtaken: one that readers joined without end would never come back.
  const mayJoin = ({ readers, isTaken }: Shared) => readers < mostTogether && !(isTaken && pool.waitingCount > 0);
  return async (run) => {
    const shared = lent.values().find(mayJoin) ?? { client: take(), readers: 0, isTaken: false };
    lent.add(shared);
    shared.readers += 1;
    try {
      const client = await shared.client;
      shared.isTaken = true;
      client.plan('force_generic_plan');
      return await run(connectionOn(client));
    } finally {
      shared.readers -= 1;
      if (shared.readers === 0) {
        lent.delete(shared);
        // Where none could be had, its readers were told.
        shared.client.then((client) => client.release()).catch(() => {});
      }
    }
  };
}

/** Column names in camel case, at the top of a row only: what stands inside jsonb is kept as it was written. */
const camelKeys: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    const names = Object.keys(result.rows[0] ?? {}).map((column) => [column, camelName(column)] as const);
    if (names.every(([column, name]) => column === name)) return result;
    return {
      ...result,
      // A loop takes a third of the time of `Object.fromEntries`, for every row of every answer.
      rows: result.rows.map((row) => {
        const named: typeof row = {};
        for (const [column, name] of names) named[name] = row[column];
        return named;
      }),
    };
  },
};

const camelNames = new Map<string, string>();

function camelName(column: string): string {
  let name = camelNames.get(column);
  if (name === undefined) {
    name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(column, name);
  }
  return name;
}

const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();

function executorOn(lend: <T>(use: (connection: DatabaseConnection) => Promise<T>) => Promise<T>) {
  return new DefaultQueryExecutor(compiler, adapter, { provideConnection: lend }, [camelKeys]);
}

/** An act in its transaction. */
interface UnderWay {
  /** Its connection belongs to somebody else: a branch of the act that is still under way finds it shut. */
  over: boolean;
  /** What failed first; what was under way behind it only says that something did. */
  cause: unknown;
}

/**
 * One connection for Kysely's statements. Each is sent when it is asked for, not when the one before was answered, as
 * Kysely's own connections would have it: that would make every statement of a transaction a round trip.
 */
function connectionOn(client: pg.ClientBase, act?: UnderWay): DatabaseConnection {
  return {
    async executeQuery<R>({ sql: text, parameters }: { sql: string; parameters: readonly unknown[] }) {
      if (act?.over) throw new Error('The transaction of this statement is over.');
      try {
        const { rows, rowCount } = await client.query(text, [...parameters]);
        return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
      } catch (error) {
        if (act !== undefined) act.cause ??= error;
        throw error;
      }
    },
    streamQuery() {
      throw new Error('Rows are not streamed.');
    },
  };
}

/**
 * An act finds its rows by their keys, so that one plan serves every value. Left to itself PostgreSQL plans the wider statements
 * anew each time they are asked (docs/bench says what that costs).
 */
const begin = 'begin; set local plan_cache_mode = force_generic_plan';

/**
 * Writes what the act need not hear of: it goes on at once, and the commit waits. Statements run in the order in which they leave,
 * so that whatever is asked later finds it written; an act that sends instead of waiting costs a round trip less.
 */
export function send(tx: Tx, write: { execute(on: Tx): Promise<unknown> }): void {
  const sent = write.execute(tx);
  sent.catch(() => {});
  tx.sent.push(sent);
}

/** What PostgreSQL answers to every statement after the one that failed, and where that one was to prepare it. */
const afterFailure: readonly unknown[] = ['25P02', '26000'];

function causeOf(error: unknown, { cause }: UnderWay): unknown {
  return afterFailure.includes((error as { code?: unknown } | null)?.code) ? (cause ?? error) : error;
}

/** Runs one act in one transaction; anything thrown rolls it back whole. */
export async function transact<T>(db: Database, run: (tx: Tx) => Promise<T>): Promise<T> {
  const client = (await db.pool.connect()) as PooledClient;
  const act: UnderWay = { over: false, cause: undefined };
  let broken = false;
  const connection = connectionOn(client, act);
  const executor = executorOn((use) => use(connection));
  const tx: Tx = { getExecutor: () => executor, sent: [], atCommit: [], behindCommit: [], afterCommit: [] };
  try {
    client.plan('auto');
    send(tx, { execute: () => client.query(begin) });
    const made = await run(tx);
    // Ledger rows, jobs and COMMIT leave together. Were one of them refused, COMMIT would roll back: so all must succeed.
    const closing = tx.atCommit.map((write) => write(tx));
    const committed = sql`commit`.execute(tx);
    const reading = Promise.all(tx.behindCommit.map((read) => read(tx)));
    reading.catch(() => {});
    await Promise.all([...tx.sent, ...closing, committed]);
    for (const tell of tx.afterCommit) tell();
    await reading;
    act.over = true;
    return made;
  } catch (error) {
    if (!act.over) {
      act.over = true;
      await client.query('rollback').catch(() => {
        broken = true;
      });
    }
    throw causeOf(error, act);
  } finally {
    client.release(broken);
  }
}
