import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';

/** Plans the end of the day that a correction notice set. */
export function planDeemedWithdrawal(
  tx: Tx,
  call: Call,
  { caseId, round, lastDay }: { caseId: string; round: number; lastDay: string },
): void {
  plan(tx, call, {
    kind: 'cases.correction-over',
    key: `${caseId}:${round}:${lastDay}`,
    payload: { caseId, round },
    runAt: endOfDueDay(Temporal.PlainDate.from(lastDay)),
  });
}
