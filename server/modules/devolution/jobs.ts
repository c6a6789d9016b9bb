import { defineJob } from '../../platform/jobs/index.ts';
import { continueLookBack } from './continue-look-back.ts';

export const devolutionJobs = [defineJob({ kind: 'devolution.look-back', run: continueLookBack })];
