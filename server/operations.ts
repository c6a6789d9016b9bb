import { createRequire } from 'node:module';
import { anyone, staff } from './modules/people/index.ts';
import { type Endpoint, read, write } from './platform/http/endpoints.ts';
import { countJobs, getJobs, retryJob } from './platform/jobs/job.store.ts';
import { append } from './platform/ledger/index.ts';
import { getSeals } from './platform/ledger/seals.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** What those who run the platform look at: health, dead jobs, and the public seals of the ledger. */
export const operationsEndpoints: readonly Endpoint[] = [
  read('GET /health', anyone('district'), async (db, _, call) => {
    const jobs = await countJobs(db, call.now);
    return { status: 'ok', version, database: true, jobsWaiting: jobs.waiting, jobsDead: jobs.dead };
  }),
  read('GET /seals', anyone('district'), (db, input, call) => getSeals(db, call, input)),
  read('GET /jobs', staff('jobs.read', 'district'), async (db, { state = 'dead', after, limit = 20 }, call) => {
    const { jobs, next } = await getJobs(db, call.district, { state, limit, ...(after !== undefined && { after }) });
    return {
      jobs: jobs.map(({ id, error, ...job }) => ({ jobId: id, ...job, ...(error !== null && { error }) })),
      ...(next !== undefined && { next }),
    };
  }),
  write(
    'POST /jobs/:jobId/retry',
    staff('jobs.retry', 'district'),
    async (tx, { jobId }, call) => {
      await retryJob(tx, call.district, jobId);
      append(tx, call, { subject: { kind: 'job', id: jobId }, act: 'job.retried' });
      return { done: true as const };
    },
    async (_, made) => made,
  ),
];
