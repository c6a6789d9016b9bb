import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { findMandateReach } from '../people/index.ts';
import { actingOf } from './acting.rules.ts';
import type { Case } from './case.store.ts';

/** Until when the agent of a case may know of it: with his mandate the news ends (CC 173). Nothing when none ever did. */
export async function findReach(read: Read, theCase: Case, call: Call): Promise<Temporal.Instant | undefined> {
  const acting = actingOf(theCase);
  return acting && findMandateReach(read, call.district, { ...acting, today: call.today });
}

/** Whether the agent of a case may know what came at an instant; what was there before stays his to read. */
export async function agentReaches(read: Read, theCase: Case, at: Temporal.Instant, call: Call): Promise<boolean> {
  const reach = await findReach(read, theCase, call);
  return reach !== undefined && Temporal.Instant.compare(at, reach) <= 0;
}
