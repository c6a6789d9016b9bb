import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serverFlags } from '../scripts/server-flags.ts';

export interface DemoServer {
  readonly address: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a demo in a process of its own on a data folder, and waits until it answers. Nothing else is ever opened: not a real district
 * of that folder, nor a database that the environment names.
 */
export async function startDemoServer({ data, port }: { data: string; port: number }): Promise<DemoServer> {
  await assertFree(port);
  const child = spawn(
    process.execPath,
    [...serverFlags, fileURLToPath(new URL('../server/main.ts', import.meta.url))],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: undefined,
        DOORSTEP_DEMO_ONLY: 'yes',
        HOST: '127.0.0.1',
        PORT: String(port),
        DOORSTEP_DATA: data,
        // A year of papers is drawn when somebody asks for one, and archived after the run.
        DOORSTEP_PAPERS: 'whenAsked',
        DOORSTEP_ARCHIVE_DAYS: '250',
      },
    },
  );
  const ended = once(child, 'exit');
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered.`);
    const isUp = await fetch(`${address}/api/district`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (tries > 600) throw new Error('The server did not answer within two minutes.');
    await pause(200);
  }
  return {
    address,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
}

/** Else what serves there would be taken for the server that was started. */
async function assertFree(port: number): Promise<void> {
  const probe = createServer().listen(port, '127.0.0.1');
  await once(probe, 'listening').catch(() => {
    throw new Error(`Port ${port} is taken. --port chooses another one; --server uses a demo that runs already.`);
  });
  probe.close();
  await once(probe, 'close');
}
