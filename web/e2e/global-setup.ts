import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../scripts/build-web.ts';
import { type Chromium, findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's one installation answers, as its own first line says it. */
    address: string;
    /** The folder of its database, files and keys. */
    dataFolder: string;
    chromium: Chromium;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One real installation a run: the built web, a demo district founded from nothing, and a browser to look at it. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const [chromium] = await Promise.all([findChromium(), buildWeb()]);
  const dataFolder = mkdtempSync(join(tmpdir(), 'doorstep-e2e-'));
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(await freePort()), DOORSTEP_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const tearDown = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    provide('address', await addressOf(server));
    provide('dataFolder', dataFolder);
    provide('chromium', chromium);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The address that a started server prints; a server that ends before is a fault of the run. */
async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error('The server cannot be heard.');
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /^门口办 Doorstep: (http\S+)$/.exec(line)?.[1];
    if (address === undefined) continue;
    // What it says later is not read, but must not fill the pipe.
    server.stdout.resume();
    return address;
  }
  throw new Error('The server ended before it answered; the reason stands above.');
}
