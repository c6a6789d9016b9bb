import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { addToTotals, batchesOf, countCasesAnew, findTouched, lockCounting, saveCounted } from './count.store.ts';
import { loadGrounds } from './grounds.queries.ts';
import { recountCases } from './recount-cases.ts';

/** Counts what the ledger says since it was last counted: the cases whose chains grew are taken out of their totals and added anew. */
export async function countCases(tx: Tx, _: object, call: Call): Promise<{ countedAt: string }> {
  const { district } = call;
  const counted = await lockCounting(tx, district);
  if (counted.isFirst) {
    await recountCases(tx, {}, call);
    return { countedAt: call.now.toString() };
  }
  const [{ seal, caseIds }, grounds] = await Promise.all([
    findTouched(tx, district, counted.seal),
    loadGrounds(tx, call),
  ]);
  if (grounds === undefined) return { countedAt: call.now.toString() };
  for (const some of batchesOf(caseIds)) {
    await addToTotals(tx, district, { caseIds: some, by: -1 }, grounds.holders);
    await countCasesAnew(tx, district, { ...grounds, caseIds: some });
    await addToTotals(tx, district, { caseIds: some, by: 1 }, grounds.holders);
  }
  if (!grounds.areasDigest.equals(counted.areasDigest))
    plan(tx, call, { kind: 'supervision.sum', key: grounds.areasDigest.toString('hex'), payload: {} });
  await saveCounted(tx, district, { ...counted, at: call.now, seal });
  return { countedAt: call.now.toString() };
}
