import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../server/platform/config.ts';
import { type Database, transact } from '../server/platform/database/index.ts';
import { verifyLedger } from '../server/platform/ledger/verify.ts';
import { type Client, openOffice } from '../simulator/office.ts';
import { acceptOf, journeyOf, sitDown, type Workplace } from './bench-journey.ts';
import { describeMachine, type ServerProcess, startServer } from './bench-process.ts';
import { closedMonth, type Reading, readingsOf, takeSeats } from './bench-reads.ts';
import { printSizes, type SizeReport } from './bench-report.ts';
import { crowd, figuresOf, type Round } from './bench-rounds.ts';
import { buildWeb } from './build-web.ts';
import { generateDistrict, wasGenerated } from './generate-district.ts';
import { casesAPerson } from './generate-persons.ts';
import { openDemo } from './open-demo.ts';
import { readOptions, wholeNumber, wholeNumbers } from './options.ts';
import { pageWeight } from './page-weight.ts';

/** `npm run bench:size`: what grows with the number of cases, and how. */
const { values, ...told } = readOptions(() => {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      /** Seconds of mixed work at the largest size. */
      soak: { type: 'string', default: '180' },
      // Tiny sizes and few turns: shows that the bench works, not how fast the product is.
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      /** Where the districts lie, to be measured again; else they go with the run. */
      data: { type: 'string' },
      /** Where `size.md` and `size.svg` are written. */
      out: { type: 'string' },
    },
  });
  return {
    values,
    sizes: wholeNumbers('--sizes', values.sizes, [200, 10_000_000]),
    soakSeconds: wholeNumber('--soak', values.soak, [0, 86_400]),
  };
});
const { sizes, soakSeconds } = values.quick ? { sizes: [200], soakSeconds: 2 } : told;
const crowds = [1, 8];
/** Turns of one reading by so many clients, and milliseconds after which no new one begins. */
const turnsOf = (clients: number) => (values.quick ? 4 : clients === 1 ? 400 : 1600);
const mostMs = values.quick ? 2000 : 5000;
const writeRounds = values.quick ? 1 : 3;
const writes = values.quick ? 16 : 320;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'doorstep-size-')));
  try {
    const reports: SizeReport[] = [];
    for (const [at, cases] of sizes.entries())
      reports.push(await measureSize(join(folder, String(cases)), cases, at === sizes.length - 1 ? soakSeconds : 0));
    const printed = printSizes(reports, {
      command: `npm run bench:size -- --sizes ${sizes.join(',')} --soak ${soakSeconds}${values.data === undefined ? '' : ' --data folder'}`,
      day: Temporal.Now.plainDateISO('Asia/Shanghai').toString(),
      pages: values.quick ? [] : await weighPages(),
    });
    process.stdout.write(values.json ? `${JSON.stringify(reports)}\n` : printed.table);
    if (values.out !== undefined) {
      await writeFile(join(values.out, 'size.md'), printed.table);
      await writeFile(join(values.out, 'size.svg'), printed.charts);
    }
    if (reports.some(({ ledger }) => ledger !== undefined && !ledger.whole)) process.exitCode = 1;
  } finally {
    if (values.data === undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function measureSize(folder: string, cases: number, soakFor: number): Promise<SizeReport> {
  const config = readConfig({ DOORSTEP_DATA: folder });
  const { db, connection, keys, call, close } = await openDemo(config, say);
  try {
    // A generation that was stopped left nothing behind it.
    const generated = (await transact(db, wasGenerated))
      ? undefined
      : await generateDistrict(db, { cases, seed: 1, keys, say }, call);
    const server = await startServer({ connection, dataFolder: folder, jobs: 'at rest' });
    try {
      const measured = await measureServer(server, db, cases, soakFor);
      // At a million it takes minutes, and the generator's own test proves it.
      const ledger = cases > 200_000 ? undefined : await verifyLedger(db, call.district, keys.sealing.publicKey);
      return {
        cases,
        generateSeconds: generated?.seconds,
        startMs: server.startMs,
        databaseBytes: await sizeOf(db),
        ledger,
        machine: { ...(await describeMachine(db)), poolSize: config.poolSize },
        ...measured,
      };
    } finally {
      await server.stop();
    }
  } finally {
    await close();
  }
}

async function measureServer(
  server: ServerProcess,
  db: Database,
  cases: number,
  soakFor: number,
): Promise<Pick<SizeReport, 'reads' | 'writes' | 'load' | 'closeSeconds' | 'residentBytes' | 'soak'>> {
  // Closing a month of a million cases takes its time.
  const office = openOffice(server.address, { timeout: 600 });
  try {
    const load = loadavg()[0] ?? 0;
    const seats = await takeSeats(office);
    const closeSeconds = await closeMonth(seats.supervisor);
    const readings = await readingsOf(seats, db, Math.max(1, Math.floor(cases / casesAPerson)));
    const workplace = await sitDown(office, Math.max(...crowds));
    const reads: SizeReport['reads'][number][] = [];
    for (const reading of readings) {
      // The first calls compile what the later ones run, and read what the later ones find in memory.
      await crowd(2, Math.min(20, turnsOf(2)), (client, turn) => reading.read(client * 1009 + turn), mostMs);
      for (const clients of crowds) {
        const round = await crowd(
          clients,
          turnsOf(clients),
          (client, turn) => reading.read(client * 1009 + 31 + turn),
          mostMs,
        );
        reads.push({ group: reading.group, name: reading.name, clients, ...figuresOf([round]) });
      }
      const [alone, together] = reads.slice(-2);
      say(`${cases}: ${reading.name}: p95 ${alone?.p95.toFixed(1)} ms, at 8 clients ${together?.rate.toFixed(0)}/s`);
    }
    const written = await measureWrites(server, workplace);
    const soak = soakFor === 0 ? undefined : await soakServer(server, readings, workplace, soakFor);
    return { load, closeSeconds, reads, writes: written, soak, residentBytes: (await server.state()).residentBytes };
  } finally {
    office.close();
  }
}

/** 封存 of the month that the readings look back at; undefined where a run before closed it. */
async function closeMonth(supervisor: Client): Promise<number | undefined> {
  const { periods } = await supervisor.call('GET /closed-periods', {});
  if (periods.some(({ month }) => month === closedMonth)) return undefined;
  const began = performance.now();
  await supervisor.call('POST /closed-periods', { month: closedMonth });
  return (performance.now() - began) / 1000;
}

/** Accepting, and the whole journey, each by 8 clients. */
async function measureWrites(server: ServerProcess, workplace: Workplace): Promise<SizeReport['writes']> {
  const clients = 8;
  const accept = async (count: number): Promise<Round> => {
    const act = await acceptOf(workplace, { clients, count });
    return server.watch(crowd(clients, count, act));
  };
  const journey = (count: number) => server.watch(crowd(clients, count, journeyOf(workplace)));
  const rounds: Record<'accept' | 'journey', Round[]> = { accept: [], journey: [] };
  await accept(Math.min(writes, 96));
  await journey(Math.min(writes, 96));
  for (let round = 0; round < writeRounds; round += 1) {
    rounds.accept.push(await accept(writes));
    rounds.journey.push(await journey(writes * 2));
  }
  return (['accept', 'journey'] as const).map((what) => ({ what, clients, ...figuresOf(rounds[what]) }));
}

/** Mixed work without pause: of 8 clients each fourth turn writes. What the server holds is read every few seconds. */
async function soakServer(
  server: ServerProcess,
  readings: readonly Reading[],
  workplace: Workplace,
  seconds: number,
): Promise<NonNullable<SizeReport['soak']>> {
  const clients = 8;
  const write = journeyOf(workplace);
  const written = Array.from({ length: clients }, () => 0);
  const memory: number[] = [(await server.state()).residentBytes];
  let running = true;
  const watch = (async () => {
    while (running) {
      await pause(Math.min(5000, (1000 * seconds) / 4));
      memory.push((await server.state()).residentBytes);
    }
  })();
  const round = await crowd(
    clients,
    Number.MAX_SAFE_INTEGER,
    (client, turn) => {
      if (turn % 4 !== 0)
        return readings[(client * 7 + turn) % readings.length]?.read(client * 4099 + turn) ?? pause(0);
      const nth = written[client] ?? 0;
      written[client] = nth + 1;
      return write(client, nth);
    },
    seconds * 1000,
  );
  running = false;
  await watch;
  return { seconds, clients, turns: round.times.length, ...figuresOf([round]), memory };
}

async function sizeOf(db: Database): Promise<number> {
  const { rows } = await db.pool.query<{ bytes: number }>('select pg_database_size(current_database()) as bytes');
  return rows[0]?.bytes ?? 0;
}

async function weighPages(): Promise<{ page: string; bytes: number }[]> {
  const built = await buildWeb({});
  return ['resident.html', 'staff.html'].map((page) => ({ page, bytes: pageWeight(built, page).atOnce }));
}

await main();
