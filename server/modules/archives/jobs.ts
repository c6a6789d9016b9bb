import { defineDaily, defineJob } from '../../platform/jobs/index.ts';
import { buildArchive } from './build-archive.ts';
import { planArchives } from './plan-archives.ts';
import { type PreparedArchive, prepareArchive } from './prepare-archive.ts';
import { sweepPackages } from './sweep-packages.ts';

const build = defineJob<{ archiveId: string }, PreparedArchive | undefined>({
  kind: 'archives.build',
  before: prepareArchive,
  run: async (tx, payload, call, prepared) => void (await buildArchive(tx, payload, call, prepared)),
});

export const archivesJobs = [
  defineDaily('archives.plan', '01:30', (tx, _, call) => planArchives(tx, {}, call)),
  defineJob({ kind: 'archives.plan-more', run: planArchives }),
  defineDaily('archives.sweep', '03:40', sweepPackages),
  defineJob({ kind: 'archives.sweep-more', run: sweepPackages }),
  build,
];
