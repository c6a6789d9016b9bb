import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openOffice } from '../simulator/office.ts';
import { acts, type Desk, later, sitDown, takeIn } from './bench-journey.ts';
import { buildWeb } from './build-web.ts';
import { pageWeight, residentHomeLimit } from './page-weight.ts';
import { serverFlags } from './server-flags.ts';

/**
 * `node scripts/measure.ts`: the figures beside the bench. How long a first and a later start take until the first page
 * is there, what the server and its database weigh at rest, the resident's home, one paper. Printed; nothing is judged.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
/** How long the server is left alone before its memory is read. */
const restSeconds = 20;

interface Start {
  readonly seconds: number;
  readonly address: string;
  readonly child: ChildProcess;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-measure-'));
  try {
    const checkout = join(folder, 'doorstep');
    await copyCheckout(checkout);
    const environment = { ...process.env, PORT: '0', DOORSTEP_DATA: join(folder, 'data') };
    const first = await start(checkout, environment);
    await stop(first.child);
    const later = await start(checkout, environment);
    await pause(restSeconds * 1000);
    const memory = memoryOf(later.child.pid ?? 0);
    const papers = await timePapers(later.address);
    await stop(later.child);
    const home = pageWeight(await buildWeb(), 'resident.html');
    const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
    const lines: [string, string][] = [
      ['machine', `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}`],
      ['first start to first page, with web build, initdb, migrations, demo', `${first.seconds.toFixed(1)} s`],
      ['later start to first page', `${later.seconds.toFixed(1)} s`],
      ['resident home, gzip, script and style at once', `${kilobytes(home.atOnce)} of ${kilobytes(residentHomeLimit)}`],
      ...memory,
      ['first PDF after an act, with its worker and faces', `${papers.first.toFixed(0)} ms`],
      [
        'later PDFs after an act, median and longest',
        `${papers.median.toFixed(0)} ms, ${papers.longest.toFixed(0)} ms`,
      ],
    ];
    for (const [name, value] of lines) process.stdout.write(`${name}: ${value}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The checkout as a fresh clone would have it after its install: with every package, without any built page. */
async function copyCheckout(to: string): Promise<void> {
  await mkdir(to);
  const files = globSync(['*.{ts,json}', '{contract,scripts,server,web}/**/*.*'], { cwd: root });
  for (const file of files) await cp(join(root, file), join(to, file), { recursive: true });
  await mkdir(join(to, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '.cache') await symlink(join(root, 'node_modules', name), join(to, 'node_modules', name));
}

/** Starts the product and waits until a browser would have its first page. */
async function start(checkout: string, env: NodeJS.ProcessEnv): Promise<Start> {
  const began = performance.now();
  const child = spawn(process.execPath, [...serverFlags, 'server/main.ts'], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await Promise.race([
    new Promise<string>((resolve) => {
      let told = '';
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString('utf8');
        const found = /http:\/\/[\d.]+:\d+/.exec(told);
        if (found !== null) resolve(found[0]);
      });
    }),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}.`))),
  ]);
  const page = await fetch(`${address}/`);
  const text = await page.text();
  if (page.status !== 200 || !text.includes('<html')) throw new Error(`The first page answered ${page.status}.`);
  return { seconds: (performance.now() - began) / 1000, address, child };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Memory at rest. The database's processes share their buffers: only proportional shares add up. */
function memoryOf(server: number): [string, string][] {
  if (!existsSync('/proc/self/smaps_rollup')) return [['memory at rest', 'can only be read on Linux']];
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        const parent = / PPid:\s+(\d+)/.exec(` ${read(`/proc/${pid}/status`).replaceAll('\n', ' ')}`)?.[1];
        return parent === undefined ? [] : [[Number(pid), Number(parent)] as const];
      }),
  );
  const below = (pid: number): number[] =>
    [...parents].flatMap(([child, parent]) => (parent === pid ? [child, ...below(child)] : []));
  const megabytes = (kilobytes: number) => `${(kilobytes / 1024).toFixed(0)} MB`;
  const share = (pid: number) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
  const resident = Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${server}/status`))?.[1] ?? 0);
  const database = below(server);
  return [
    [
      `server after ${restSeconds} s at rest`,
      `${megabytes(resident)} resident, ${megabytes(share(server))} proportional`,
    ],
    [
      `database after ${restSeconds} s at rest`,
      `${megabytes(database.reduce((sum, pid) => sum + share(pid), 0))} proportional in ${database.length} processes`,
    ],
  ];
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Journeys through the product, and how long after the reply of an act its paper can be read: the job that prints it, or
 * the reader who comes first, waits for the one worker.
 */
async function timePapers(address: string): Promise<{ first: number; median: number; longest: number }> {
  const office = openOffice(address);
  try {
    const { itemId, desks } = await sitDown(office, 1);
    const desk = desks[0] as Desk;
    const times: number[] = [];
    for (let journey = 0; journey < 6; journey += 1) {
      const caseId = await takeIn(desk, itemId);
      for (const act of acts) {
        if (act !== 'take-in') await later[act](desk, caseId);
        const began = performance.now();
        const { documents } = await desk.clerk.call('GET /cases/:caseId', { caseId });
        const newest = documents.at(-1);
        if (newest === undefined || newest.ready) continue;
        await desk.clerk.fetch(`/api/documents/${newest.documentId}/pdf`);
        times.push(performance.now() - began);
      }
    }
    const [first = 0, ...others] = times;
    const sorted = others.toSorted((a, b) => a - b);
    return { first, median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 };
  } finally {
    office.close();
  }
}

await main();
