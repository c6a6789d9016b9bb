import { recountCases } from './modules/supervision/index.ts';
import { openBusinessClock } from './platform/business-clock.ts';
import { readConfig } from './platform/config.ts';
import { transact } from './platform/database/index.ts';
import { systemCall } from './platform/http/call.ts';
import { reachDatabase } from './platform/installation.ts';

/** `npm run indicators:rebuild`: counts every indicator anew from the first row of the ledger. */
async function main(): Promise<void> {
  const { db, leave } = await reachDatabase(readConfig(process.env));
  try {
    const { district, demo, now, today } = await openBusinessClock(db);
    await transact(db, (tx) => recountCases(tx, {}, systemCall({ district, demo, now: now(), today: today() })));
    process.stdout.write('指标已从头重新统计。\nEvery indicator was counted anew from the ledger.\n');
  } finally {
    await leave();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
