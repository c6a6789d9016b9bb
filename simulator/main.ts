import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readOptions, wholeNumber } from '../scripts/options.ts';
import { type Book, openBook } from './book.ts';
import { startDemoServer } from './demo-server.ts';
import { assertDemo } from './district.ts';
import { openOffice } from './office.ts';
import { linesOf } from './progress.ts';
import { reportOf, unmet } from './report.ts';
import { runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';
import { louxing } from './scenarios/louxing.ts';
import { quick } from './scenarios/quick.ts';
import { spanFrom } from './span.ts';

/** `npm run simulate -- louxing`: a district's days, lived by programs that use the product as its people do. */
const scenarios: Readonly<Record<string, Scenario>> = { louxing, quick };

const {
  scenario,
  data,
  address: given,
  port,
  scale,
  seed,
  clients,
} = readOptions(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      server: { type: 'string' },
      data: { type: 'string', default: './data' },
      port: { type: 'string', default: '8080' },
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      clients: { type: 'string', default: '8' },
    },
  });
  const scenario = scenarios[positionals[0] ?? ''];
  if (scenario === undefined) throw new Error(`Which scenario? ${Object.keys(scenarios).join(', ')}`);
  if (values.server !== undefined && !/^http:\/\/[^/]+\/?$/.test(values.server))
    throw new Error(`--server is an address such as http://127.0.0.1:8080, not "${values.server}".`);
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 10))
    throw new Error(`--scale must be a number above 0 and up to 10, not "${values.scale}".`);
  return {
    ...{ scenario, scale },
    address: values.server,
    data: resolve(values.data),
    port: wholeNumber('--port', values.port, [1, 65_535]),
    seed: String(wholeNumber('--seed', values.seed, [1, 1_000_000_000])),
    clients: wholeNumber('--clients', values.clients, [1, 1000]),
  };
});

async function simulate(): Promise<number> {
  const server = given === undefined ? await startDemoServer({ data, port }) : undefined;
  // Whoever stops a run stops its server, too; both go on where they were.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void (server?.stop() ?? Promise.resolve()).finally(() => process.exit(1)));
  try {
    const address = server?.address ?? given ?? '';
    const book = await bookOf(scenario, { address, data, run: `${scenario.name}-${seed}-${scale}` });
    const run = {
      ...{ scenario, address, seed, scale, clients, book },
      progress: linesOf((line) => process.stderr.write(`${line}\n`)),
    };
    const outcome = await runScenario(run);
    process.stdout.write(reportOf(outcome, run));
    const isMet =
      unmet(outcome).length === 0 && Object.keys(outcome.failed).length === 0 && outcome.figures.uneven.length === 0;
    return isMet ? 0 : 1;
  } finally {
    await server?.stop();
  }
}

/** The book of the run: the one that it began with on this server, or a new one with days from the demo's clock. */
async function bookOf(
  scenario: Scenario,
  { address, data, run }: { address: string; data: string; run: string },
): Promise<Book> {
  const office = openOffice(address, { patience: 30 });
  try {
    const { id, today } = await assertDemo(office, address);
    const days = () =>
      spanFrom(scenario, Temporal.PlainDate.from(today), async () => {
        const ask = { start: today, limit: 1, unit: 'workingDays' } as const;
        return (await office.visitor.call('GET /deadlines/preview', ask)).dueDay;
      });
    return await openBook(data, { run, server: id, days });
  } finally {
    office.close();
  }
}

process.exitCode = await simulate().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
