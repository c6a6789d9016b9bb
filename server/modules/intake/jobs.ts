import { defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';
import { deemAccepted } from './deem-accepted.ts';
import { getSilentCases } from './silent-case.queries.ts';

/** Finds silent cases whose planned job was lost: nobody's right depends on one row. */
const sweep = defineDaily('cases.sweep', '00:10', async (tx, _, call) => {
  for (const { id, round, dueDay } of await getSilentCases(tx, call.district, call.today))
    plan(tx, call, {
      kind: 'cases.deem-accepted',
      key: `${id}:${round}:swept:${call.today}`,
      payload: { caseId: id, round },
      runAt: endOfDueDay(Temporal.PlainDate.from(dueDay)),
    });
});

const deem = defineJob({ kind: 'cases.deem-accepted', run: deemAccepted });

export const intakeJobs = [deem, sweep];
