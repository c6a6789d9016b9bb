import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../server/platform/config.ts';
import { foldersOf, reachDatabase } from '../server/platform/installation.ts';
import { type Verdict, verifyLedger } from '../server/platform/ledger/verify.ts';
import { openKeys } from '../server/platform/vault/keys.ts';
import { openTown } from '../server/tests/support/town.ts';
import { startDemoServer } from './demo-server.ts';
import { linesOf, type Progress } from './progress.ts';
import { unmet } from './report.ts';
import { type Run, runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';
import { quick } from './scenarios/quick.ts';

/** Three days of one township, where every kind of fate is frequent. */
const days: Scenario = {
  ...quick,
  name: 'days',
  lasts: { days: 3 },
  declared: { accepted: 24, completed: 20 },
  items: { seniorCard: 3, soleTrader: 2, hygieneLicence: 2, temporaryRelief: 2, remoteCare: 1, seniorAllowance: 1 },
  fates: {
    corrected: 0.15,
    abandoned: 0.05,
    refused: 0.05,
    denied: 0.1,
    withdrawn: 0.15,
    tolerated: 0.1,
    committed: 0.1,
  },
  townships: { 花山街道: 0 },
  officers: { ...quick.officers, pace: [0.02, 0.2] },
  accounts: 2,
};

const silent = linesOf(() => {});
const span = { from: '2026-03-03', to: '2026-03-05' };

const runOf = (address: string, more: Partial<Run> = {}): Run => ({
  ...{ scenario: days, address, seed: '1', scale: 1, clients: 4, span, progress: silent },
  ...more,
});

/** Gives a signal when so many acts are done. */
function after(acts: number): { progress: Progress; signal: AbortSignal } {
  const controller = new AbortController();
  let done = 0;
  const progress: Progress = {
    ...silent,
    done() {
      done += 1;
      if (done === acts) controller.abort(new Error('The plug was pulled.'));
    },
  };
  return { progress, signal: controller.signal };
}

const town = await openTown({ on: '2026-03-02T09:00', papers: 'whenAsked' });
// As a server that runs: its jobs at work, its edge open.
town.jobs.start();
const address = await town.http.listen({ host: '127.0.0.1', port: 0 });
const whole = await runScenario(runOf(address));

test('A scenario ends on its declared figures, in the product’s own numbers, and the ledger verifies', async () => {
  expect([...whole.failed]).toEqual([]);
  expect(unmet(whole)).toEqual([]);
  expect(whole.figures.sums).toMatchObject({ accepted: 24, completed: 20 });
  expect(whole.figures.uneven).toEqual([]);
  const { received, corrected, denied } = whole.figures.sums;
  expect(received).toBeGreaterThan(24);
  expect(Math.min(corrected, denied)).toBeGreaterThan(0);
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
});

test('Interrupted in the middle and taken up again it ends on the same figures, and nothing is done twice', async () => {
  // The same people a week later, on the same days of the week.
  const later = { span: { from: '2026-03-10', to: '2026-03-12' } };
  for (const acts of [15, 50])
    await expect(runScenario(runOf(address, { ...later, ...after(acts) }))).rejects.toThrow('The plug was pulled.');
  const again = await runScenario(runOf(address, later));
  expect([...again.failed]).toEqual([]);
  expect(again.figures.sums).toEqual(whole.figures.sums);
}, 120_000);

test('The server is killed in the middle and started again: the people wait, and it ends on what was declared', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-simulated-'));
  const port = await freePort();
  const start = () => startDemoServer({ data: folder, port });
  let server = await start();
  try {
    const { today } = (await (await fetch(`${server.address}/api/district`)).json()) as { today: string };
    const from = Temporal.PlainDate.from(today).add({ days: 1 });
    const scenario = { ...days, townships: {}, declared: { accepted: 12, completed: 10 } };
    let acts = 0;
    let restarted: Promise<void> | undefined;
    const progress: Progress = {
      ...silent,
      done() {
        acts += 1;
        if (acts === 30)
          restarted = server.stop('SIGKILL').then(async () => {
            server = await start();
          });
      },
    };
    const outcome = await runScenario(
      runOf(server.address, {
        scenario,
        progress,
        span: { from: from.toString(), to: from.add({ days: 6 }).toString() },
      }),
    );
    await restarted;
    expect(restarted).toBeDefined();
    expect([...outcome.failed]).toEqual([]);
    expect(unmet(outcome)).toEqual([]);
    expect(await verify(folder)).toMatchObject({ whole: true });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 240_000);

test('A server that is no demo is refused in a sentence, and asked for nothing but its mode', async () => {
  const asked: string[] = [];
  const live = createHttpServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    answer.end(JSON.stringify({ mode: 'live', today: '2026-03-02' }));
  });
  await new Promise<void>((listening) => live.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(live.address() as AddressInfo).port}`;
  try {
    await expect(runScenario(runOf(address))).rejects.toThrow('Only a demo can be simulated; nothing was written.');
    expect(asked).toEqual(['GET /api/district']);
  } finally {
    live.close();
  }
});

async function freePort(): Promise<number> {
  const held = createServer();
  await new Promise<void>((listening) => held.listen(0, '127.0.0.1', listening));
  const { port } = held.address() as AddressInfo;
  await new Promise((closed) => held.close(closed));
  return port;
}

async function verify(folder: string): Promise<Verdict> {
  const config = readConfig({ DOORSTEP_DATA: folder });
  const { sealing } = await openKeys(foldersOf(config).keys);
  const { db, leave } = await reachDatabase(config);
  try {
    return await verifyLedger(db, 'louxing', sealing.publicKey);
  } finally {
    await leave();
  }
}
