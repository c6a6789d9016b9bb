import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { Settings } from 'typebox/system';
import { demoEndpoints } from './demo/routes.ts';
import { archivesJobs } from './modules/archives/jobs.ts';
import { archivesEndpoints } from './modules/archives/routes.ts';
import { casesJobs, findFilesOfCases } from './modules/cases/jobs.ts';
import { catalogueEndpoints } from './modules/catalogue/routes.ts';
import { compilationJobs } from './modules/compilation/jobs.ts';
import { compilationEndpoints } from './modules/compilation/routes.ts';
import { creditEndpoints } from './modules/credit/routes.ts';
import { deadlinesJobs } from './modules/deadlines/jobs.ts';
import { deadlinesEndpoints } from './modules/deadlines/routes.ts';
import { decisionsJobs } from './modules/decisions/jobs.ts';
import { casesEndpoints } from './modules/desk/routes.ts';
import { findBatchFiles } from './modules/devolution/index.ts';
import { devolutionJobs } from './modules/devolution/jobs.ts';
import { devolutionEndpoints } from './modules/devolution/routes.ts';
import { documentsJobs } from './modules/documents/jobs.ts';
import { documentsEndpoints } from './modules/documents/routes.ts';
import { handoversEndpoints } from './modules/handovers/routes.ts';
import { intakeJobs } from './modules/intake/jobs.ts';
import { licencesJobs } from './modules/licences/jobs.ts';
import { licencesEndpoints } from './modules/licences/routes.ts';
import { listsEndpoints } from './modules/lists/routes.ts';
import { meetingsJobs } from './modules/meetings/jobs.ts';
import { meetingsEndpoints } from './modules/meetings/routes.ts';
import { noticesJobs } from './modules/notices/jobs.ts';
import { findCaller, may } from './modules/people/index.ts';
import { peopleEndpoints } from './modules/people/routes.ts';
import { placesEndpoints } from './modules/places/routes.ts';
import { findFilesOfReports } from './modules/procedures/index.ts';
import { proceduresJobs } from './modules/procedures/jobs.ts';
import { proceduresEndpoints } from './modules/procedures/routes.ts';
import { standardsJobs } from './modules/standards/jobs.ts';
import { standardsEndpoints } from './modules/standards/routes.ts';
import { supervisionJobs } from './modules/supervision/jobs.ts';
import { supervisionEndpoints } from './modules/supervision/routes.ts';
import { operationsEndpoints } from './operations.ts';
import { type BusinessClock, openBusinessClock } from './platform/business-clock.ts';
import { type Config, setConfig } from './platform/config.ts';
import type { Database } from './platform/database/index.ts';
import { sweepJob } from './platform/files/index.ts';
import { serveMetrics } from './platform/http/metrics.ts';
import { serve } from './platform/http/serve.ts';
import { checkKey, filesFolder } from './platform/installation.ts';
import { type Jobs, openJobs } from './platform/jobs/index.ts';
import { sealJob } from './platform/ledger/seal-day.ts';
import { retentionJob } from './platform/retention.ts';
import { openVault, setVault } from './platform/vault/index.ts';
import type { Keys } from './platform/vault/keys.ts';

/** The product put together on an installed database, not listening and with its jobs at rest: tests use it so. */
export interface App {
  readonly http: FastifyInstance;
  readonly jobs: Jobs;
  readonly clock: BusinessClock;
}

/** `clock`: tests bring their own; without one the installation's is opened. */
export async function openApp({
  config,
  db,
  keys,
  log,
  clock: given,
}: {
  config: Config;
  db: Database;
  keys: Keys;
  log: (error: unknown) => void;
  clock?: BusinessClock;
}): Promise<App> {
  setConfig(config);
  // Every fault of an input is told at once, not the first eight.
  Settings.Set({ maxErrors: 200 });
  setVault(openVault(keys.master));
  await checkKey(db);
  const clock = given ?? (await openBusinessClock(db));
  const jobs = openJobs({
    db,
    clock,
    kinds: [
      ...deadlinesJobs,
      ...documentsJobs,
      ...licencesJobs,
      ...noticesJobs,
      ...standardsJobs(),
      ...compilationJobs,
      ...casesJobs,
      ...decisionsJobs,
      ...intakeJobs,
      ...proceduresJobs,
      ...meetingsJobs,
      ...archivesJobs,
      ...devolutionJobs,
      ...supervisionJobs,
      sweepJob({ folder: filesFolder, findUsed: [findFilesOfCases, findFilesOfReports, findBatchFiles] }),
      sealJob(keys),
      retentionJob,
    ],
    log,
  });
  const http = await serve({
    config,
    db,
    clock,
    doorkeeper: { findCaller, may },
    endpoints: [
      ...operationsEndpoints,
      ...placesEndpoints,
      ...peopleEndpoints,
      ...deadlinesEndpoints,
      ...documentsEndpoints,
      ...licencesEndpoints,
      ...catalogueEndpoints,
      ...compilationEndpoints,
      ...standardsEndpoints,
      ...listsEndpoints,
      ...creditEndpoints,
      ...casesEndpoints,
      ...proceduresEndpoints,
      ...meetingsEndpoints,
      ...archivesEndpoints,
      ...handoversEndpoints,
      ...devolutionEndpoints,
      ...supervisionEndpoints,
      ...(clock.demo ? demoEndpoints(clock, () => void jobs.runDue().catch(log)) : []),
    ],
    before: async (app) => {
      await app.register(swagger, {
        openapi: { openapi: '3.1.0', info: { title: 'Doorstep 门口办', version: '0.1.0' } },
      });
      app.get('/api/openapi.json', { schema: { hide: true } as never }, async () => app.swagger());
      serveMetrics(app, db);
    },
  });
  await jobs.planDaily();
  return { http, jobs, clock };
}
