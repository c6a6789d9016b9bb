import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { countCases } from './count-cases.ts';

/** The hours of a day at which the ledger is counted by itself; whoever looks may count in between. */
const hours = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18];

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
  defineDaily('supervision.count-day', '00:02', countDay),
  defineJob({ kind: 'supervision.count', run: async (tx, _: object, call) => void (await countCases(tx, {}, call)) }),
];
