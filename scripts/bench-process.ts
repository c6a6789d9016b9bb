import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Database } from '../server/platform/database/index.ts';
import type { Round } from './bench-rounds.ts';
import type { ServerOrder, ServerState } from './bench-server.ts';
import { serverFlags } from './server-flags.ts';

/** The product in a process of its own. */
export interface ServerProcess {
  readonly address: string;
  /** From the start of the process until it listens. */
  readonly startMs: number;
  /** What it holds and what it has used. */
  state(): Promise<ServerState>;
  /** Adds to a round what it took of the server's processor time. */
  watch(round: Promise<Round>): Promise<Round>;
  stop(): Promise<void>;
}

/** Starts it; `profile` is a folder for its processor profile. */
export async function startServer(order: ServerOrder, profile?: string): Promise<ServerProcess> {
  const began = performance.now();
  const child = fork(new URL('bench-server.ts', import.meta.url), {
    execArgv: [...serverFlags, ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
  });
  child.send(order);
  const gone = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`)));
  gone.catch(() => {});
  const answer = async <T>() => ((await Promise.race([once(child, 'message'), gone])) as [T])[0];
  const { address } = await answer<{ address: string }>();
  const startMs = performance.now() - began;
  const state = async () => {
    child.send('state');
    return answer<ServerState>();
  };
  return {
    address,
    startMs,
    state,
    async watch(round) {
      const before = await state();
      const { rate, times } = await round;
      return { rate, times, processorMs: ((await state()).processorMs - before.processorMs) / times.length };
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** What a figure is worth nothing without. */
export async function describeMachine(db: Database): Promise<Record<string, string | number>> {
  const { rows } = await db.pool.query<{ name: string; setting: string }>(
    `select name, current_setting(name) as setting from pg_settings
     where name in ('server_version', 'fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size')`,
  );
  return {
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    ...Object.fromEntries(rows.map(({ name, setting }) => [name, setting])),
  };
}
