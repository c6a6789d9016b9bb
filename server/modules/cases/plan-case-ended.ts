import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { type CaseEnded, caseEndedJob, followers } from './ending.rules.ts';

/** A case ended without its usual way to the end: what stands beside it ends after this act. */
export function planCaseEnded(tx: Tx, call: Call, caseId: string): void {
  const payload = { caseId, endedAt: call.now.toString() } satisfies CaseEnded;
  for (const follower of followers) plan(tx, call, { kind: caseEndedJob(follower), payload });
}
