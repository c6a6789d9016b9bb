import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';

/** What nobody asks for in time ends its task by itself, once the last day is over (ALL 47). */
export function planHearingEnd(
  tx: Tx,
  { caseId, hearing }: { caseId: string; hearing: { readonly id: string; readonly requestLastDay: string } },
  call: Call,
): void {
  plan(tx, call, {
    kind: 'meetings.end-hearing-period',
    key: `${hearing.id} ${hearing.requestLastDay}`,
    payload: { caseId },
    runAt: endOfDueDay(Temporal.PlainDate.from(hearing.requestLastDay)),
  });
}
