import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';
import type { CaseLicence } from './case-licence.store.ts';

/** Plans the end of a licence's last day, for a renewal that came in time. */
export function planRenewal(tx: Tx, call: Call, { caseId, untilDay, inTime }: CaseLicence): void {
  if (!inTime || untilDay === null) return;
  plan(tx, call, {
    kind: 'cases.renew-licence',
    key: `${caseId}:${untilDay}`,
    payload: { caseId },
    runAt: endOfDueDay(Temporal.PlainDate.from(untilDay)),
  });
}
