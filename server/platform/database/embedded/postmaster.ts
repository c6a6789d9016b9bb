import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { machineNow } from '../../clock.ts';
import { giveTo, quietEnvironment } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Cluster, Durability } from './cluster.ts';
import { dataAsSeenInside, role } from './cluster.ts';

/** PostgreSQL's first process, which starts all its others. */
export interface Postmaster {
  pid: number | undefined;
  /** Its exit code, null when a signal ended it; settles when it is gone. */
  exited: Promise<number | null>;
}

/** Where PostgreSQL listens. */
export interface Address {
  /** A folder that holds the socket, or a loopback address. */
  host: string;
  port: number;
  settings: Record<string, string | number>;
}

/** What `pg` needs to connect to one database. */
export interface Connection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl: false;
}

const settings = {
  shared_buffers: '64MB',
  max_connections: 40,
  max_wal_size: '1GB',
  wal_level: 'replica',
  autovacuum: 'on',
  // Acts keep their plans: in a young district, whose tables grow tenfold in an hour, these are made anew soon.
  autovacuum_naptime: '15s',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // A failed statement or the row it met may hold personal data; neither belongs in a log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const durabilitySettings: Record<Durability, Record<string, string>> = {
  full: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  none: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
};

export function connectionTo(
  { secret }: Pick<Cluster, 'secret'>,
  { host, port }: Address,
  database: string,
): Connection {
  return { host, port, user: role, password: secret, database, ssl: false };
}

/** Starts PostgreSQL in a session of its own, so that a Ctrl-C meant for the server does not stop its database first. */
export function launch(cluster: Cluster, binaries: Binaries, address: Address, log: string): Postmaster {
  const all = { ...settings, ...durabilitySettings[cluster.durability], ...address.settings };
  const parameters = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = fs.openSync(log, 'a', 0o600);
  try {
    giveTo(cluster.account, log);
    const child = spawn(
      join(binaries.bin, 'postgres'),
      ['-D', dataAsSeenInside(cluster.data, cluster.account), ...parameters],
      {
        ...cluster.account,
        cwd: cluster.data,
        env: quietEnvironment(),
        stdio: ['ignore', output, output],
        detached: true,
        windowsHide: true,
      },
    );
    const { promise: exited, resolve: settle } = Promise.withResolvers<number | null>();
    child.once('exit', settle).once('error', () => settle(null));
    return { pid: child.pid, exited };
  } finally {
    fs.closeSync(output);
  }
}

/** Waits until PostgreSQL answers, however long its recovery takes; false when it ended instead. */
export async function becomesReady({ exited }: Postmaster, connection: Connection): Promise<boolean> {
  const over = exited.then(() => 'over');
  while ((await knock(connection)) !== 'open') {
    if ((await Promise.race([over, pause(20)])) === 'over') return false;
  }
  return true;
}

/** Asks PostgreSQL to roll back what is open, write everything down and end. */
export function stopFast(pid: number, binaries: Binaries): void {
  try {
    if (process.platform === 'win32') execFileSync(join(binaries.bin, 'pg_ctl'), ['kill', 'INT', String(pid)]);
    else process.kill(pid, 'SIGINT');
  } catch {
    // It ended by itself in the meantime.
  }
}

/**
 * Stops the PostgreSQL that a killed server left behind on this cluster. It proves by our secret that it is ours;
 * one that lives and does not is left alone and refused.
 */
export async function stopOrphan({ data, secret }: Cluster, binaries: Binaries): Promise<void> {
  const note = join(data, 'postmaster.pid');
  if (!fs.existsSync(note)) return;
  const { pid, address } = readNote(data);
  const connection = connectionTo({ secret }, address, 'postgres');
  let asked = false;
  for (const giveUpAt = machineNow().add({ seconds: 60 }); isThere(pid) && fs.existsSync(note); await pause(50)) {
    if (!isPostgres(pid)) {
      // The number went to another program since, after which PostgreSQL itself would not dare to remove the note.
      fs.rmSync(note);
      return;
    }
    if (!asked && (await knock(connection)) === 'open') {
      stopFast(pid, binaries);
      asked = true;
    }
    if (Temporal.Instant.compare(machineNow(), giveUpAt) > 0)
      throw new Error(`Process ${pid} is using the database in ${data} and does not answer; stop it first.`);
  }
}

/** What PostgreSQL notes beside its data: its first process and where it listens. */
function readNote(data: string): { pid: number; address: Address } {
  const [pid, , , port, socketFolder, loopback] = fs.readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const host = socketFolder ? resolve(data, socketFolder) : (loopback ?? '');
  return { pid: Math.abs(Number(pid)), address: { host, port: Number(port), settings: {} } };
}

/** How to connect to the PostgreSQL that runs on this data now; undefined when none answers. */
export async function findRunning(
  data: string,
  secret: string,
): Promise<((database: string) => Connection) | undefined> {
  if (!fs.existsSync(join(data, 'postmaster.pid'))) return undefined;
  const { address } = readNote(data);
  const connection = (database: string) => connectionTo({ secret }, address, database);
  return (await knock(connection('postgres'))) === 'open' ? connection : undefined;
}

async function knock(connection: Connection): Promise<'open' | 'closed'> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'open';
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new Error('The running database does not know the secret in its folder.', { cause: error });
    return 'closed';
  } finally {
    await client.end().catch(() => {});
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** False only when the system says that the process is another program, or has ended and waits to be collected. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return /\(postgres\) [^ZX]/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The last words in PostgreSQL's log, for whoever must mend what they say. */
export function lastWords(log: string): string {
  return fs.existsSync(log) && fs.statSync(log).size > 0
    ? (fs
        .readFileSync(log, 'utf8')
        .trimEnd()
        .split('\n')
        .findLast((line) => line.includes('FATAL')) ?? `see ${log}`)
    : `see ${log}`;
}
