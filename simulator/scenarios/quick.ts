import type { Scenario } from '../scenario.ts';
import { louxing } from './louxing.ts';

/** One working day at every counter, some forty people: for a demo or a test. */
export const quick: Scenario = {
  ...louxing,
  name: 'quick',
  begins: 'nextWorkingDay',
  lasts: { days: 1 },
  declared: { accepted: 40, completed: 32 },
  fates: {
    corrected: 0.08,
    abandoned: 0.03,
    refused: 0.03,
    denied: 0.05,
    withdrawn: 0.05,
    tolerated: 0.05,
    committed: 0.05,
  },
  officers: { ...louxing.officers, slowAnswers: 0 },
  phones: 1,
  accounts: 3,
};
