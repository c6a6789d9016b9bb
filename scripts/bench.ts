import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../server/platform/config.ts';
import type { Database } from '../server/platform/database/index.ts';
import { type Verdict, verifyLedger } from '../server/platform/ledger/verify.ts';
import { openOffice } from '../simulator/office.ts';
import { type Copy, openBare, openRecorder, type Recording } from './bench-bare.ts';
import { type Act, acceptOf, acts, type Desk, journeyOf, later, sitDown, takeIn } from './bench-journey.ts';
import { describeMachine, startServer } from './bench-process.ts';
import { crowd, type Figures, figuresOf, quantile, type Round } from './bench-rounds.ts';
import type { ServerOrder } from './bench-server.ts';
import { openDemo } from './open-demo.ts';
import { readOptions, wholeNumbers } from './options.ts';

/** `npm run bench`: how many acts a second through HTTP, beside the same rows by bare SQL, in turns in one run. */
const options = readOptions(() => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      // One short pair of rounds each: shows that the bench works, not how fast the product is.
      quick: { type: 'boolean', default: false },
      clients: { type: 'string', default: '1,8,32' },
      // Lets the server print papers and send messages between the requests, as a lone small server would.
      jobs: { type: 'boolean', default: false },
      // A folder for the processor profile of the server.
      profile: { type: 'string' },
    },
  });
  return { ...values, crowds: wholeNumbers('--clients', values.clients, [1, 1000]) };
});
const { crowds } = options;
const pairs = options.quick ? 1 : 5;
/** Acts in one round: some seconds. */
const acceptsOf = (clients: number) => (options.quick ? 96 : clients === 1 ? 240 : 640);
const journeyActsOf = (clients: number) => acts.length * (options.quick ? 32 : clients === 1 ? 40 : 80);

interface Line {
  readonly what: 'accept' | 'journey';
  readonly clients: number;
  readonly http: Figures;
  readonly bare: Figures;
  /** HTTP rate by bare rate, of each pair of rounds, and their median. */
  readonly ratios: readonly number[];
  readonly ratio: number;
}

/** One round of one side: prepares what it needs, untimed, then measures. */
type Side = (clients: number, count: number) => Promise<Round>;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-bench-'));
  const config = readConfig({ DOORSTEP_DATA: folder });
  const { db, connection, keys, call, close } = await openDemo(config, say);
  try {
    const jobs = options.jobs ? 'at work' : 'at rest';
    const lines = await measure({ connection, dataFolder: folder, jobs }, config.poolSize);
    const report = {
      machine: { ...(await describeMachine(db)), poolSize: config.poolSize, jobs },
      lines,
      numbers: await proveNumbers(db),
      ledger: await verifyLedger(db, call.district, keys.sealing.publicKey),
    };
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : print(report));
    if (report.numbers.gaps > 0 || !report.ledger.whole) process.exitCode = 1;
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(order: ServerOrder, poolSize: number): Promise<Line[]> {
  const server = await startServer(order, options.profile);
  const office = openOffice(server.address);
  const bare = openBare(order.connection, poolSize);
  try {
    const workplace = await sitDown(office, Math.max(...crowds));
    const recordings = await recordJourney(order, workplace.desks[0] as Desk, workplace.itemId);
    const play = (act: Act, copy: Copy) => bare.play(recordings[act], copy);

    const accept = {
      async http(clients: number, count: number) {
        const act = await acceptOf(workplace, { clients, count });
        return server.watch(crowd(clients, count, act));
      },
      async bare(clients: number, count: number) {
        const copies: Copy[] = [];
        await crowd(8, count, async () => {
          const copy: Copy = new Map();
          await play('take-in', copy);
          copies.push(copy);
        });
        return crowd(clients, count, () => play('accept', copies.pop() ?? new Map()));
      },
    };
    const journey = {
      http: (clients: number, count: number) => server.watch(crowd(clients, count, journeyOf(workplace))),
      async bare(clients: number, count: number) {
        const copies: Copy[] = [];
        return crowd(clients, count, (client, turn) => {
          const act = acts[turn % acts.length] ?? 'take-in';
          const copy = act === 'take-in' ? new Map<string, string>() : (copies[client] ?? new Map());
          copies[client] = copy;
          return play(act, copy);
        });
      },
    };
    // The first calls of a process compile what the later ones run.
    for (const sides of [accept, journey]) {
      await sides.http(8, options.quick ? 48 : 480);
      await sides.bare(8, options.quick ? 48 : 480);
    }
    // What autovacuum does within a minute where a district is not a minute old.
    await bare.analyze();
    const lines: Line[] = [];
    for (const clients of crowds) lines.push(await compare('accept', clients, acceptsOf(clients), accept));
    for (const clients of crowds) lines.push(await compare('journey', clients, journeyActsOf(clients), journey));
    return lines;
  } finally {
    office.close();
    await bare.close();
    await server.stop();
  }
}

/** What each act of one journey writes: done once by the product, watched from beside. */
async function recordJourney(order: ServerOrder, desk: Desk, itemId: string): Promise<Record<Act, Recording>> {
  const recorder = await openRecorder(order.connection);
  try {
    const caseId = await takeIn(desk, itemId);
    const recordings: Partial<Record<Act, Recording>> = { 'take-in': await recorder.record('take-in') };
    for (const act of acts) {
      if (act === 'take-in') continue;
      await later[act](desk, caseId);
      recordings[act] = await recorder.record(act);
    }
    return recordings as Record<Act, Recording>;
  } finally {
    await recorder.close();
  }
}

/** Both sides in turns, so that whatever else the machine does hits both. */
async function compare(
  what: Line['what'],
  clients: number,
  count: number,
  sides: { http: Side; bare: Side },
): Promise<Line> {
  const http: Round[] = [];
  const bare: Round[] = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (pair % 2 === 0) http.push(await sides.http(clients, count));
    bare.push(await sides.bare(clients, count));
    if (pair % 2 === 1) http.push(await sides.http(clients, count));
    say(
      `${what} ${clients}: ${http.at(-1)?.rate.toFixed(0)}/s by HTTP, ${bare.at(-1)?.rate.toFixed(0)}/s bare, ` +
        `server ${http.at(-1)?.processorMs?.toFixed(2)} ms of processor an act`,
    );
  }
  const ratios = http.map(({ rate }, pair) => rate / (bare[pair]?.rate ?? Number.NaN));
  return { what, clients, http: figuresOf(http), bare: figuresOf(bare), ratio: quantile(ratios, 0.5), ratios };
}

/** Document numbers without a gap, by either side, and counters that agree with them. */
async function proveNumbers(db: Database): Promise<{ documents: number; series: number; gaps: number }> {
  const { rows } = await db.pool.query<{ documents: number; series: number; gaps: number }>(`
    select coalesce(sum(d.documents), 0)::int as documents, count(*)::int as series,
      count(*) filter (where d.documents is distinct from c.last_number or d.least <> 1 or d.most <> c.last_number)::int as gaps
    from document_counters c
    left join lateral (
      select count(distinct number)::int as documents, min(number) as least, max(number) as most from documents
      where district = c.district and organisation_id = c.organisation_id and word = c.word and year = c.year
    ) d on true
  `);
  return rows[0] ?? { documents: 0, series: 0, gaps: 1 };
}

interface Report {
  readonly machine: Readonly<Record<string, string | number>>;
  readonly lines: readonly Line[];
  readonly numbers: { documents: number; series: number; gaps: number };
  readonly ledger: Verdict;
}

function print({ machine, lines, numbers, ledger }: Report): string {
  const ms = (value: number) => value.toFixed(1);
  const side = ({ rate, p50, p95, p99 }: Figures) => `${rate.toFixed(0)} | ${ms(p50)} | ${ms(p95)} | ${ms(p99)}`;
  return [
    ...Object.entries(machine).map(([name, value]) => `${name}: ${value}`),
    '',
    '| Act | Clients | HTTP acts/s | p50 ms | p95 ms | p99 ms | Bare acts/s | p50 ms | p95 ms | p99 ms | Ratio | least to most |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...lines.map(
      ({ what, clients, http, bare, ratio, ratios }) =>
        `| ${what} | ${clients} | ${side(http)} | ${side(bare)} | ${percent(ratio)} | ${percent(Math.min(...ratios))} to ${percent(Math.max(...ratios))} |`,
    ),
    '',
    `${numbers.documents} document numbers in ${numbers.series} series, ${numbers.gaps} series with a gap.`,
    ledger.whole ? `The ledger is whole: ${ledger.rows} rows.` : `The ledger is broken: ${JSON.stringify(ledger)}`,
    '',
  ].join('\n');
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

await main();
