import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';

/** What is owed until a day. */
export interface OwedUntil {
  readonly caseId: string;
  /** ISO day. */
  readonly supplyDay: string;
}

/** Plans the end of a day of supply alone. */
export function planSupplyEnd(tx: Tx, call: Call, { caseId, supplyDay }: OwedUntil): void {
  plan(tx, call, {
    kind: 'cases.end-unsupplied',
    key: `${caseId}:${supplyDay}`,
    payload: { caseId },
    runAt: endOfDueDay(Temporal.PlainDate.from(supplyDay)),
  });
}
