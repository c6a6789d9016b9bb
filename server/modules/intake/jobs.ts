import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';
import { deemAccepted } from './deem-accepted.ts';
import { getSilentCases } from './silent-case.queries.ts';

/** Cases that one transaction looks at. */
const batchSize = 500;

/** Finds silent cases whose planned job was lost, batch by batch: nobody's right depends on one row. */
async function sweepSilent(tx: Tx, { day, after }: { day: string; after?: string }, call: Call): Promise<void> {
  const found = await getSilentCases(tx, call.district, { today: call.today, after, limit: batchSize });
  for (const { id, round, dueDay } of found)
    plan(tx, call, {
      kind: 'cases.deem-accepted',
      key: `${id}:${round}:swept:${call.today}`,
      payload: { caseId: id, round },
      runAt: endOfDueDay(Temporal.PlainDate.from(dueDay)),
    });
  const last = found.at(-1)?.id;
  if (last !== undefined && found.length === batchSize)
    plan(tx, call, { kind: 'cases.sweep-on', key: `${day}:${last}`, payload: { day, after: last } });
}

const sweep = defineDaily('cases.sweep', '00:10', (tx, { day }, call) => sweepSilent(tx, { day }, call));
const sweepingOn = defineJob({ kind: 'cases.sweep-on', run: sweepSilent });
const deem = defineJob({ kind: 'cases.deem-accepted', run: deemAccepted });

export const intakeJobs = [deem, sweep, sweepingOn];
