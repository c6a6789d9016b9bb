import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';

/** The modules above that keep something beside a case, which ends with it. */
const followers = ['procedures', 'meetings'] as const;

/** What each of them is told: the case, and up to when what was begun for it is over. */
export interface CaseEnded {
  readonly caseId: string;
  /** ISO instant: what began later belongs to a new acceptance. */
  readonly endedAt: string;
}

/** The job by which a module above learns that a case ended, or that its acceptance was taken back. */
export function caseEndedJob(follower: (typeof followers)[number]): string {
  return `cases.ended.${follower}`;
}

/** A case ended without its usual way to the end: what stands beside it ends after this act. */
export function planCaseEnded(tx: Tx, call: Call, caseId: string): void {
  const payload = { caseId, endedAt: call.now.toString() } satisfies CaseEnded;
  for (const follower of followers) plan(tx, call, { kind: caseEndedJob(follower), payload });
}
