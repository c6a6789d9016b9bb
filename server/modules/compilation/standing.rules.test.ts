import { expect, test } from 'vitest';
import { standings } from '../../../contract/words.ts';
import { actsOnStanding, type StandingAct, standingAfter } from './standing.rules.ts';

const acts: readonly StandingAct[] = ['suspend', 'resume', 'cancel'];
const allowed: Record<string, string> = {
  'IN_USE suspend': 'SUSPENDED',
  'IN_USE cancel': 'CANCELLED',
  'SUSPENDED resume': 'IN_USE',
  'SUSPENDED cancel': 'CANCELLED',
};

test.each(standings.flatMap((standing) => acts.map((act) => [standing, act] as const)))(
  'An item that is %s can be changed by %s only where the table says so',
  (standing, act) => {
    expect(standingAfter(act, standing)).toBe(allowed[`${standing} ${act}`]);
    expect(actsOnStanding(standing).includes(act)).toBe(`${standing} ${act}` in allowed);
  },
);
