import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { findMandateReach } from '../people/index.ts';
import { actingOf } from './acting.rules.ts';
import type { Case } from './case.store.ts';

/**
 * Whether the agent of a case may know what came at an instant: with his mandate the news ends (CC 173), what was there
 * before stays his to read.
 */
export async function agentReaches(read: Read, theCase: Case, at: Temporal.Instant, call: Call): Promise<boolean> {
  const acting = actingOf(theCase);
  if (acting === undefined) return false;
  const reach = await findMandateReach(read, call.district, { ...acting, today: call.today });
  return reach !== undefined && Temporal.Instant.compare(at, reach) <= 0;
}
