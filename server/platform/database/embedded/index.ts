import fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { machineNow } from '../../clock.ts';
import { chooseAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import type { Cluster, Durability } from './cluster.ts';
import { openCluster, own } from './cluster.ts';
import { lockFolder } from './folder-lock.ts';
import type { Address, Connection, Postmaster } from './postmaster.ts';
import { becomesReady, connectionTo, findRunning, lastWords, launch, stopFast, stopOrphan } from './postmaster.ts';

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** The process of the database; another one after a restart. */
  readonly pid: number | undefined;
  connection(database: string): Connection;
  /** The same as an address, for `openDatabase`. */
  url(database: string): string;
  /** Stops the database in order. May be called twice. */
  stop(): Promise<void>;
  /** Settles when the database has ended for good: after `stop`, or with its exit code after too many crashes. */
  exited: Promise<number | null>;
}

const crashesAllowed = 5;
const largestSocketPath = 103;
const largestLog = 10 * 1024 * 1024;

/**
 * Starts the PostgreSQL that comes with the product on a folder of its own, made on first use, and keeps it running:
 * when it crashes it is started again, at most five times in a minute. Refuses a folder that another server uses.
 */
export async function startEmbedded(input: {
  folder: string;
  durability: Durability;
  log: (line: string) => void;
}): Promise<Embedded> {
  const { durability, log } = input;
  const folder = resolve(input.folder);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const account = chooseAccount(folder);
  const unlock = lockFolder(folder, account);
  let address: (Address & { close: () => void }) | undefined;
  const release = () => {
    address?.close();
    unlock();
  };
  try {
    const binaries = await findBinaries(folder, account);
    const cluster = await openCluster(folder, { binaries, account, durability });
    await stopOrphan(cluster, binaries);
    address = await chooseAddress(cluster);
    return await supervise(cluster, { binaries, address, log, release });
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * How to connect beside a server that runs on the folder already; undefined when none does. Whoever connects so
 * neither supervises the database nor stops it.
 */
export async function connectEmbedded(folder: string): Promise<Embedded['connection'] | undefined> {
  const secret = join(resolve(folder), 'secret');
  if (!fs.existsSync(secret)) return undefined;
  return findRunning(join(resolve(folder), 'data'), fs.readFileSync(secret, 'utf8'));
}

async function supervise(
  cluster: Cluster,
  surroundings: { binaries: Binaries; address: Address; log: (line: string) => void; release: () => void },
): Promise<Embedded> {
  const { binaries, address, log, release } = surroundings;
  const logFile = join(cluster.folder, 'postgres.log');
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > largestLog) fs.truncateSync(logFile);
  const connection = (database: string) => connectionTo(cluster, address, database);
  let postmaster: Postmaster = { pid: undefined, exited: Promise.resolve(null) };
  let stopping = false;

  /** After a crash the last backends may linger, and PostgreSQL waits for them by refusing to start. */
  async function raise(): Promise<void> {
    const giveUpAt = machineNow().add({ seconds: 30 });
    for (let wait = 100; ; wait = Math.min(2 * wait, 1000)) {
      if (stopping) throw new Error('The database was stopped while it started.');
      const afterCrash = fs.existsSync(join(cluster.data, 'postmaster.pid'));
      postmaster = launch(cluster, binaries, address, logFile);
      if (await becomesReady(postmaster, connection('postgres'))) return;
      if (!afterCrash || Temporal.Instant.compare(machineNow(), giveUpAt) > 0)
        throw new Error(`The database in ${cluster.folder} did not start: ${lastWords(logFile)}`);
      await pause(wait);
    }
  }

  async function watch(): Promise<number | null> {
    for (let crashes: Temporal.Instant[] = []; ; ) {
      const code = await postmaster.exited;
      if (stopping) return code;
      const now = machineNow();
      crashes = [...crashes.filter((at) => now.since(at).total('minutes') < 1), now];
      if (crashes.length > crashesAllowed) {
        log(`The database crashed ${crashes.length} times in a minute and stays down: ${lastWords(logFile)}`);
        return code;
      }
      log('The database ended unexpectedly and is started again.');
      try {
        await raise();
        log('The database answers again.');
      } catch (error) {
        if (!stopping) log((error as Error).message);
        await end();
        return code;
      }
    }
  }

  const stopPostmaster = () => {
    stopping = true;
    if (postmaster.pid !== undefined) stopFast(postmaster.pid, binaries);
  };
  const end = async () => {
    stopPostmaster();
    await postmaster.exited;
  };
  try {
    await raise();
  } catch (error) {
    await end();
    throw error;
  }
  process.once('exit', stopPostmaster);
  const exited = watch().finally(() => {
    stopping = true;
    process.off('exit', stopPostmaster);
    release();
  });
  return {
    get pid() {
      return postmaster.pid;
    },
    connection,
    url(database) {
      const { host, port, user, password } = connection(database);
      const where = new URLSearchParams({ host, port: String(port), sslmode: 'disable' });
      return `postgres://${user}:${password}@localhost/${encodeURIComponent(database)}?${where}`;
    },
    async stop() {
      if (!stopping) stopPostmaster();
      await exited;
    },
    exited,
  };
}

/** A socket that only the account can reach, or a free loopback port where there are no such sockets. */
async function chooseAddress({ folder, account }: Cluster): Promise<Address & { close: () => void }> {
  if (process.platform === 'win32') {
    const port = await findFreePort();
    return { host: '127.0.0.1', port, settings: { listen_addresses: '127.0.0.1', port }, close() {} };
  }
  const beside = join(folder, 'socket');
  const fits = Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= largestSocketPath;
  // What a killed server left there would pass for a socket in use.
  fs.rmSync(beside, { recursive: true, force: true });
  const host = fits ? beside : fs.mkdtempSync(join(tmpdir(), 'doorstep-'));
  own(host, account);
  return {
    host,
    port: 5432,
    // Relative to the data, so that a folder above which is closed to the account does not matter.
    settings: { listen_addresses: '', port: 5432, unix_socket_directories: fits ? '../socket' : host },
    close: () => fs.rmSync(host, { recursive: true, force: true }),
  };
}

async function findFreePort(): Promise<number> {
  const { promise, resolve: found, reject } = Promise.withResolvers<number>();
  const probe = createServer().once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}
