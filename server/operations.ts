import { createRequire } from 'node:module';
import { getDocumentNames } from './modules/documents/index.ts';
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
    return { status: 'ok' as const, version, database: true, jobsWaiting: jobs.waiting, jobsDead: jobs.dead };
  }),
  read('GET /seals', anyone('district'), (db, input, call) => getSeals(db, call, input)),
  read('GET /jobs', staff('jobs.read', 'district'), async (db, { limit = 20, ...page }, call) => {
    const { jobs, next } = await getJobs(db, call.district, { ...page, limit });
    const documents = await getDocumentNames(
      db,
      call.district,
      jobs.flatMap(({ payload }) => (typeof payload['documentId'] === 'string' ? [payload['documentId']] : [])),
    );
    return {
      jobs: jobs.map(({ id, error, payload, ...job }) => {
        const document = documents.get(String(payload['documentId']));
        return { jobId: id, ...job, ...(error !== null && { error }), ...(document !== undefined && { document }) };
      }),
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
