import { defineJob, type JobKind } from '../../platform/jobs/index.ts';
import { recomputeClocks } from './recompute-clocks.ts';

/** Batches of open clocks, recounted after an import. `deadlines.moved.…` jobs belong to the modules above. */
export const deadlinesJobs: readonly JobKind[] = [defineJob({ kind: 'deadlines.recompute', run: recomputeClocks })];
