import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { checkPeriods } from './check-periods.ts';
import { countCases } from './count-cases.ts';
import { proveTotals } from './prove-totals.ts';
import { sumAgain } from './sum-again.ts';

/** The hours at which the ledger is counted by itself, beside midnight; whoever looks counts what came since. */
const hours = [12, 18];

async function countDay(tx: Tx, _: { day: string }, call: Call): Promise<void> {
  await countCases(tx, {}, call);
  for (const hour of hours)
    plan(tx, call, {
      kind: 'supervision.count',
      key: `${call.today}T${hour}`,
      payload: {},
      runAt: startOfDay(call.today).add({ hours: hour }),
    });
}

export const supervisionJobs = [
  defineDaily('supervision.prove', '02:20', (tx, _, call) => proveTotals(tx, {}, call)),
  defineDaily('supervision.check', '02:40', (tx, _, call) => checkPeriods(tx, {}, call)),
  defineJob({ kind: 'supervision.sum', run: async (tx, _: object, call) => sumAgain(tx, {}, call) }),
  defineDaily('supervision.count-day', '00:02', countDay),
  defineJob({ kind: 'supervision.count', run: async (tx, _: object, call) => void (await countCases(tx, {}, call)) }),
];
