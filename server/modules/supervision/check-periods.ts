import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { findClosedMonths, getDigest, saveCheck } from './period.store.ts';

/** 每夜核对: takes the digest of what is kept of each closed month anew and keeps it beside the one that the month was closed with. */
export async function checkPeriods(tx: Tx, _: object, call: Call): Promise<void> {
  const { district } = call;
  for (const month of await findClosedMonths(tx, district)) {
    const foundDigest = await getDigest(tx, district, month);
    await saveCheck(tx, district, { month, checkedAt: call.now, foundDigest });
  }
}
