import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../server/platform/config.ts';
import { foldersOf, reachDatabase } from '../server/platform/installation.ts';
import { type Verdict, verifyLedger } from '../server/platform/ledger/verify.ts';
import { openKeys } from '../server/platform/vault/keys.ts';
import { until } from '../server/tests/faults/server-process.ts';
import { openTown } from '../server/tests/support/town.ts';
import { newBook, type Standing } from './book.ts';
import { moveClock, readClock } from './clock.ts';
import { type DemoServer, startDemoServer } from './demo-server.ts';
import { openOffice } from './office.ts';
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
const runOf = (address: string, more: Partial<Run> = {}): Run => ({
  ...{ scenario: days, address, seed: '1', scale: 1, clients: 4, progress: silent },
  book: newBook({ from: '2026-03-03', to: '2026-03-05' }),
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
const office = openOffice(address);
afterAll(() => office.close());
const whole = await runScenario(runOf(address));

test('A scenario ends on its declared figures, in the product’s own numbers, and the ledger verifies', async () => {
  expect(whole.failed).toEqual({});
  expect(unmet(whole)).toEqual([]);
  expect(whole.figures.sums).toMatchObject({ accepted: 24, completed: 20 });
  expect(whole.figures.uneven).toEqual([]);
  const { received, corrected, denied } = whole.figures.sums;
  expect(received).toBeGreaterThan(24);
  expect(Math.min(corrected, denied)).toBeGreaterThan(0);
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
});

test('Interrupted in the middle and taken up again it ends on the same figures, wherever the clock stands meanwhile, and nothing is done twice', async () => {
  // The same people a week later, on the same days of the week.
  const book = newBook({ from: '2026-03-10', to: '2026-03-12' });
  for (const [acts, hours] of [
    [15, 0],
    [40, 1],
    [30, 2],
  ] as const) {
    await expect(runScenario(runOf(address, { book, ...after(acts) }))).rejects.toThrow('The plug was pulled.');
    const clock = (await readClock(office.visitor)).add({ hours });
    await moveClock(office.visitor, clock.toPlainDate(), clock.hour);
  }
  const again = await runScenario(runOf(address, { book }));
  expect(again.failed).toEqual({});
  expect(again.figures.sums).toEqual(whole.figures.sums);
}, 120_000);

test('Called up in the last evening and interrupted, people finish what they came for before others are called', async () => {
  const evening = 2 * 24 + 20;
  const book = newBook({ from: '2026-03-17', to: '2026-03-19' });
  const { keep } = book;
  const controller = new AbortController();
  book.keep = async (change) => {
    await keep(change);
    if (book.standing.called.reserve > 0) controller.abort();
  };
  const progress: Progress = {
    ...silent,
    // The first act after somebody was called up, and no more.
    done: () => controller.signal.throwIfAborted(),
  };
  await expect(runScenario(runOf(address, { book, progress }))).rejects.toThrow('aborted');
  expect(book.standing.finished).toBeLessThan(evening);
  book.keep = keep;
  const again = await runScenario(runOf(address, { book }));
  expect(again.failed).toEqual({});
  expect(again.figures.sums).toEqual(whole.figures.sums);
  // Asked once more it only reports.
  expect(book.standing).toMatchObject({ finished: evening, called: { reserve: 0, waiting: 0 } });
  const idle = await runScenario(runOf(address, { book, progress: { ...silent, done: () => expect.unreachable() } }));
  expect(idle).toEqual(again);
}, 120_000);

test('Simulator and server are killed, each in the middle of an hour, and started again: the report is that of an uninterrupted run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-simulated-'));
  const [calm, rough] = [join(folder, 'calm'), join(folder, 'rough')];
  const port = await freePort();
  let server: DemoServer | undefined;
  try {
    // Two demos that are the same to the last bit, in the morning of one day.
    server = await startDemoServer({ data: calm, port });
    const { visitor, close } = openOffice(server.address);
    await moveClock(visitor, (await readClock(visitor)).toPlainDate().add({ days: 1 }), 8);
    close();
    await server.stop();
    await cp(calm, rough, { recursive: true });
    const report = await simulate(['--data', calm, '--port', String(port)]).report;
    expect(report).toContain('| accepted | 40 | 40 | met |');
    server = await startDemoServer({ data: rough, port });
    const again = ['--data', rough, '--server', server.address];
    const stopped = simulate(again);
    await until(300, 'ten o’clock is over', () => finishedIn(rough, 10));
    stopped.child.kill('SIGKILL');
    await expect(stopped.report).rejects.toThrow('SIGKILL');
    const gone = simulate(again);
    await until(300, 'two o’clock is over', () => finishedIn(rough, 14));
    await server.stop('SIGKILL');
    server = await startDemoServer({ data: rough, port });
    expect(await gone.report).toBe(report);
    expect(await simulate(again).report).toBe(report);
    expect(await verify(rough)).toMatchObject({ whole: true });
  } finally {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}, 600_000);

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

test('A folder with a real district is not opened, and a port that is taken is not taken for the own server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-live-'));
  const port = await freePort();
  try {
    const { DATABASE_URL: _, ...env } = process.env;
    const init = spawn(process.execPath, ['server/init.ts', '--region', '431302', '--district', 'louxing'], {
      stdio: 'ignore',
      env: { ...env, DOORSTEP_DATA: folder },
    });
    expect((await once(init, 'exit'))[0]).toBe(0);
    await expect(simulate(['--data', folder, '--port', String(port)]).report).rejects.toThrow(
      'holds a real district, and only a demo may be served; nothing was written.',
    );
    const { db, leave } = await reachDatabase(readConfig({ DOORSTEP_DATA: folder }));
    const { rows } = await db.pool.query('select kind from jobs');
    await leave();
    expect(rows).toEqual([]);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    await expect(simulate(['--data', folder, '--port', String(port)]).report).rejects.toThrow(`Port ${port} is taken.`);
    other.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);

/** `npm run simulate -- quick` in a process of its own. */
function simulate(options: readonly string[]): { child: ChildProcess; report: Promise<string> } {
  const child = spawn(process.execPath, ['simulator/main.ts', 'quick', '--scale', '1', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const report = Promise.all([text(child.stdout), text(child.stderr), ended]).then(([report, said, [code, signal]]) => {
    if (code !== 0) throw new Error(`${code ?? signal} ${report} ${said}`);
    return report;
  });
  // Whoever kills it hears of it later.
  report.catch(() => {});
  return { child, report };
}

/** Whether the run of a data folder has finished an hour of its day. */
async function finishedIn(data: string, hour: number): Promise<true | undefined> {
  const folder = join(data, 'simulations');
  const [file] = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  if (file === undefined) return undefined;
  const { finished } = JSON.parse(await readFile(join(folder, file), 'utf8')) as Standing;
  return finished >= hour ? true : undefined;
}

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
