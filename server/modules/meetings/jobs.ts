import { defineJob } from '../../platform/jobs/index.ts';
import { endHearingPeriod } from './end-hearing-period.ts';

export const meetingsJobs = [defineJob({ kind: 'meetings.end-hearing-period', run: endHearingPeriod })];
