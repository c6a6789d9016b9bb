import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import type { Case } from '../cases/index.ts';
import type { ItemVersion } from '../catalogue/index.ts';

/** Plans the end of the five days for a round of a case, where its version gives silence that meaning. */
export function planDeemedAcceptance(
  tx: Tx,
  call: Call,
  theCase: Case,
  version: ItemVersion,
  runAt: Temporal.Instant,
): void {
  if (!version.content.deemedAcceptance) return;
  plan(tx, call, {
    kind: 'cases.deem-accepted',
    key: `${theCase.id}:${theCase.round}`,
    payload: { caseId: theCase.id, round: theCase.round },
    runAt,
  });
}
