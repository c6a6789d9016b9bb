import { defineDaily, defineJob } from '../../platform/jobs/index.ts';
import { buildArchive } from './build-archive.ts';
import { planArchives } from './plan-archives.ts';
import { type PreparedArchive, prepareArchive } from './prepare-archive.ts';

const build = defineJob<{ archiveId: string }, PreparedArchive | undefined>({
  kind: 'archives.build',
  before: prepareArchive,
  run: async (tx, payload, call, prepared) => void (await buildArchive(tx, payload, call, prepared)),
});

export const archivesJobs = [defineDaily('archives.plan', '01:30', planArchives), build];
