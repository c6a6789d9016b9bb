import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { caseEndedJob } from '../cases/index.ts';
import { cancelWithCase } from './cancel-with-case.ts';
import { endHearingPeriod } from './end-hearing-period.ts';
import { getCasesPastHearingPeriod } from './hearing.store.ts';

/** How many cases one job looks at. */
const page = 500;

/** Periods that are over and were not ended: so many, and then itself for those that come after. */
async function findPast(tx: Tx, { after }: { after?: string }, call: Call): Promise<void> {
  const { today } = call;
  const caseIds = await getCasesPastHearingPeriod(tx, call.district, { today, after, limit: page });
  for (const caseId of caseIds)
    plan(tx, call, { kind: 'meetings.end-hearing-period', key: `${caseId}:${today}`, payload: { caseId } });
  const last = caseIds.at(-1);
  if (last !== undefined && caseIds.length === page)
    plan(tx, call, { kind: 'meetings.find-more-past', key: `${today}:${last}`, payload: { after: last } });
}

export const meetingsJobs = [
  defineJob({ kind: 'meetings.end-hearing-period', run: endHearingPeriod }),
  defineDaily('meetings.find-past', '00:25', (tx, _, call) => findPast(tx, {}, call)),
  defineJob({ kind: 'meetings.find-more-past', run: findPast }),
  defineJob({ kind: caseEndedJob('meetings'), run: cancelWithCase }),
];
