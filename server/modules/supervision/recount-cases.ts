import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import {
  countCasesAnew,
  findCasesAfter,
  findLastSeal,
  forgetCounts,
  lockCounting,
  mostAtOnce,
  saveCounted,
} from './count.store.ts';
import { loadGrounds } from './grounds.queries.ts';
import { sumTotals } from './sum-totals.ts';

/** Counts and sums everything from the first row of the ledger, as if nothing had ever been counted. */
export async function recountCases(tx: Tx, _: object, call: Call): Promise<void> {
  await lockCounting(tx, call.district);
  const grounds = await loadGrounds(tx, call);
  if (grounds === undefined) return;
  await forgetCounts(tx, call.district);
  // What grows from here on is found by its chain, which is longer then than it was counted.
  const seal = await findLastSeal(tx, call.district);
  for (let after: string | undefined; ; ) {
    const caseIds = await findCasesAfter(tx, call.district, { after, limit: mostAtOnce });
    await countCasesAnew(tx, call.district, { ...grounds, caseIds });
    after = caseIds.at(-1);
    if (caseIds.length < mostAtOnce) break;
  }
  await sumTotals(tx, grounds, call);
  await saveCounted(tx, call.district, { seal, areasDigest: grounds.areasDigest, at: call.now });
}
