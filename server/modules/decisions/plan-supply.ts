import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { reminderDays } from '../cases/index.ts';
import type { WorkCalendar } from '../deadlines/index.ts';
import { type OwedUntil, planSupplyEnd } from './plan-supply-end.ts';

/** Plans the reminders before a day of supply, and its end. Another day of the same case has jobs of its own. */
export function planSupply(tx: Tx, call: Call, { caseId, supplyDay }: OwedUntil, calendar: WorkCalendar): void {
  for (const day of reminderDays(Temporal.PlainDate.from(supplyDay), call.today, calendar))
    plan(tx, call, {
      kind: 'cases.remind-supply',
      key: `${caseId}:${supplyDay}:${day}`,
      payload: { caseId, supplyDay },
      runAt: startOfDay(day).add({ hours: 9 }),
    });
  planSupplyEnd(tx, call, { caseId, supplyDay });
}
