import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { machineNow } from '../../platform/clock.ts';

/** The product as its command starts it, on a folder of its own. */
export interface ServerProcess {
  readonly address: string;
  readonly child: ChildProcess;
  /** Everything it has said so far, for whoever must know why it ended. */
  said(): string;
}

const environment = (folder: string) => {
  const { DATABASE_URL: _, ...env } = process.env;
  return { ...env, DOORSTEP_DATA: folder, PORT: '0', HOST: '127.0.0.1', DOORSTEP_LOG: 'error' };
};

export async function startServer(folder: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], { env: environment(folder), stdio: 'pipe' });
  const { promise, resolve, reject } = Promise.withResolvers<ServerProcess>();
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
    const address = /Doorstep: (http:\S+)/.exec(said)?.[1];
    if (address !== undefined) resolve({ address, child, said: () => said });
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  child.once('exit', () => reject(new Error(`The server did not start: ${said}`)));
  return promise;
}

/** Ends a process that we started, and waits until it is gone. */
export async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
  return child.exitCode;
}

/** The first process of the database under this server's folder, while there is one. */
export function findPostmaster(folder: string): number | undefined {
  const note = join(folder, 'postgres', 'data', 'postmaster.pid');
  if (!existsSync(note)) return undefined;
  return Number(readFileSync(note, 'utf8').split('\n')[0]) || undefined;
}

/** `npm run ledger:verify` as a person would run it. */
export async function verifyHistory(folder: string): Promise<{ code: number | null; says: string }> {
  const command = spawn(process.execPath, ['server/verify-ledger.ts'], { env: environment(folder) });
  const ended = once(command, 'exit');
  const [said, complained] = await Promise.all([text(command.stdout), text(command.stderr)]);
  await ended;
  return { code: command.exitCode, says: said + complained };
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One request over loopback; undefined when the server went away before it answered. */
export async function send(
  server: ServerProcess,
  path: string,
  { cookie = '', body, key = randomUUID() }: { cookie?: string; body?: unknown; key?: string } = {},
): Promise<(Answer & { cookie: string }) | undefined> {
  try {
    const answer = await fetch(`${server.address}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie,
        ...(body === undefined
          ? {}
          : {
              'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
              'idempotency-key': key,
            }),
      },
      ...(body !== undefined && { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const [given = ''] = answer.headers.getSetCookie();
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, unknown>,
      cookie: given.split(';')[0] ?? '',
    };
  } catch {
    return undefined;
  }
}

/** Asks again and again until the answer is there, or time is up. */
export async function until<T>(seconds: number, what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const giveUpAt = machineNow().add({ seconds }); ; await pause(50)) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Temporal.Instant.compare(machineNow(), giveUpAt) > 0) throw new Error(`Not within ${seconds} s: ${what}.`);
  }
}
