import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { foundDemo } from '../server/demo/found-demo.ts';
import { install } from '../server/install.ts';
import { readConfig } from '../server/platform/config.ts';
import { startEmbedded } from '../server/platform/database/embedded/index.ts';
import { type Database, openDatabase } from '../server/platform/database/index.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { embeddedDatabase, foldersOf } from '../server/platform/installation.ts';
import { verifyLedger } from '../server/platform/ledger/verify.ts';
import { openKeys } from '../server/platform/vault/keys.ts';
import { type Copy, openBare, openRecorder, type Recording } from './bench-bare.ts';
import { openOffice } from './bench-clients.ts';
import { type Act, acts, type Desk, later, sitDown, takeIn } from './bench-journey.ts';
import type { ServerOrder } from './bench-server.ts';

/** `npm run bench`: how many acts a second through HTTP, beside the same rows by bare SQL, in turns in one run. */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** One short pair of rounds each: shows that the bench works, not how fast the product is. */
    quick: { type: 'boolean', default: false },
    /** Profiles of the server's process go to this folder. */
    profile: { type: 'string' },
    clients: { type: 'string', default: '1,8,32' },
  },
});

const crowds = options.clients.split(',').map(Number);
const pairs = options.quick ? 1 : 5;
/** Acts in one round: enough for some seconds. */
const actsOf = (clients: number) => (options.quick ? 100 : clients === 1 ? 250 : 800);
const journeysOf = (clients: number) => (options.quick ? 20 : clients === 1 ? 40 : 120);
const database = 'bench';

interface Round {
  readonly rate: number;
  /** Milliseconds each. */
  readonly times: readonly number[];
}

interface Line {
  readonly what: 'accept' | 'journey';
  readonly clients: number;
  readonly http: Figures;
  readonly bare: Figures;
  /** The median of the pairs' ratios: HTTP rate by bare rate. */
  readonly ratio: number;
  readonly ratios: readonly number[];
}

interface Figures {
  /** Acts a second, median of the rounds. */
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

type Turn = (clients: number, count: number) => Promise<Round>;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-bench-'));
  const config = readConfig({ DOORSTEP_DATA: folder });
  const folders = foldersOf(config);
  const embedded = await startEmbedded({ folder: folders.database, durability: 'full', log: say });
  try {
    const db = openDatabase({ connection: embedded.connection(embeddedDatabase), poolSize: 4 });
    const keys = await openKeys(folders.keys);
    await migrate(db);
    const district = 'louxing';
    await install(db, { config, keys, district, mode: 'demo', found: (call) => foundDemo(db, call) });
    const order = {
      connection: embedded.connection(embeddedDatabase),
      keysFolder: folders.keys,
      dataFolder: folder,
      jobs: 'at rest',
    } satisfies ServerOrder;
    const lines = await measure(db, order, config.poolSize);
    const proof = { ...(await proveNumbers(db)), ledger: await verifyLedger(db, district, keys.sealing.publicKey) };
    const machine = await describe(db, config.poolSize);
    await db.close();
    process.stdout.write(options.json ? `${JSON.stringify({ machine, lines, proof })}\n` : page(lines, machine, proof));
    if (!proof.gapFree || !proof.ledger.whole) process.exitCode = 1;
  } finally {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(db: Database, order: ServerOrder, poolSize: number): Promise<Line[]> {
  const server = await startServer(order);
  const office = openOffice(server.address);
  const bare = openBare(order.connection, poolSize);
  try {
    const { itemId, desks } = await sitDown(office, Math.max(...crowds));
    const recordings = await recordJourney(order, desks[0] as Desk, itemId);
    const deskOf = (client: number) => desks[client % desks.length] as Desk;

    const accept = {
      async http(clients, count) {
        const cases = await inCrowd(8, count, (client) => takeIn(deskOf(client % clients), itemId));
        return timed(clients, count, (client, turn) => later.accept(deskOf(client), cases(client, turn)));
      },
      async bare(clients, count) {
        const copies: Copy[] = [];
        await timed(8, count, async () => {
          const copy: Copy = new Map();
          await bare.play(recordings['take-in'], copy);
          copies.push(copy);
        });
        return timed(clients, count, () => bare.play(recordings.accept, copies.pop() as Copy));
      },
    } satisfies Record<string, Turn>;

    const lines: Line[] = [];
    for (const clients of crowds) lines.push(await compare('accept', clients, actsOf(clients), accept));
    return lines;
  } finally {
    office.close();
    await bare.close();
    server.stop();
  }
}
