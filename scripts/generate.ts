import { parseArgs } from 'node:util';
import { readConfig } from '../server/platform/config.ts';
import { generateDistrict } from './generate-district.ts';
import { openDemo } from './open-demo.ts';
import { readOptions, wholeNumber } from './options.ts';

/**
 * `npm run generate -- --cases 1000000 --data folder [--seed 1]`: a demo district of that many cases. The database is the
 * embedded one of the folder, or the one of DATABASE_URL; no server may run on it meanwhile.
 */
const { cases, seed, data } = readOptions(() => {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      data: { type: 'string' },
    },
  });
  return {
    ...values,
    cases: wholeNumber('--cases', values.cases, [1, 10_000_000]),
    seed: wholeNumber('--seed', values.seed, [1, 1_000_000_000]),
  };
});

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const config = readConfig({ ...process.env, ...(data !== undefined && { DOORSTEP_DATA: data }) });
  const { db, keys, call, close } = await openDemo(config, say);
  try {
    const { seconds } = await generateDistrict(db, { cases, seed, keys, say }, call);
    say(`${cases.toLocaleString('en')} cases in ${seconds.toFixed(0)} s.`);
  } finally {
    await close();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
