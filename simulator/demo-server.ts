import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface DemoServer {
  readonly address: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts a demo in a process of its own on a data folder, and waits until it answers. */
export async function startDemoServer({ data, port }: { data: string; port: number }): Promise<DemoServer> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../server/main.ts', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DOORSTEP_DATA: data,
      // A year of papers is drawn when somebody asks for one, and archived after the run.
      DOORSTEP_PAPERS: 'whenAsked',
      DOORSTEP_ARCHIVE_DAYS: '250',
    },
  });
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
