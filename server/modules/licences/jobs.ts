import { defineJob } from '../../platform/jobs/index.ts';
import { completePublicNotice } from './complete-public-notice.ts';

const noticed = defineJob({ kind: 'licences.complete-public-notice', run: completePublicNotice });

export const licencesJobs = [noticed];
