import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { findCountedDays, forgetTotals, sumDays, sumMonths } from './count.store.ts';
import type { Grounds } from './grounds.queries.ts';

/** Sums everything anew from the counted cases, month by month, so that no statement sorts more than one. */
export async function sumTotals(tx: Tx, { holders }: Grounds, call: Call): Promise<void> {
  const months = Map.groupBy(await findCountedDays(tx, call.district), (day) => `${day.slice(0, 7)}-01`);
  await forgetTotals(tx, call.district);
  for (const [month, days] of months) {
    await sumDays(tx, call.district, days, holders);
    await sumMonths(tx, call.district, [month]);
  }
}
