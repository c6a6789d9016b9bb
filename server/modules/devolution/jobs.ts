import { defineJob } from '../../platform/jobs/index.ts';
import { continueLookBack } from './continue-look-back.ts';

export const devolutionJobs = [
  defineJob({
    kind: 'devolution.look-back',
    run: async (tx, payload: { lookBackId: string }, call) => void (await continueLookBack(tx, payload, call)),
  }),
];
