import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { findCountedAt, lockCounting, saveCounted } from './count.store.ts';
import { loadGrounds } from './grounds.queries.ts';
import { sumTotals } from './sum-totals.ts';

/**
 * Regions were merged, or an update brought a cut that nothing was summed by: everything is summed anew, by the areas as they stand now.
 * Nothing happens where that was done already.
 */
export async function sumAgain(tx: Tx, _: object, call: Call): Promise<void> {
  const counted = await lockCounting(tx, call.district);
  const [grounds, countedAt] = await Promise.all([loadGrounds(tx, call), findCountedAt(tx, call.district)]);
  if (grounds === undefined || countedAt === undefined || grounds.areasDigest.equals(counted.areasDigest)) return;
  await sumTotals(tx, grounds, call);
  const { seal } = counted;
  const at = Temporal.Instant.from(countedAt);
  await saveCounted(tx, call.district, { seal, at, areasDigest: grounds.areasDigest });
}
