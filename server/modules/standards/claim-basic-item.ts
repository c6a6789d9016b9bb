import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reviseCatalogue } from '../catalogue/index.ts';
import { getBasicItem, insertClaim } from './basic-item.store.ts';

/**
 * 认领: an organ says that a power of the basic catalogue is its own. Another department's claim does not forbid it: the
 * conflict is shown until one of them lets go. Refuses `not_found`, `basic_item_claimed` for a claim that is there.
 */
export async function claimBasicItem(
  tx: Tx,
  { basicItemId, organId }: { basicItemId: string; organId: string },
  call: Call,
): Promise<{ basicItemId: string }> {
  await getBasicItem(tx, call.district, { basicItemId });
  if (!(await insertClaim(tx, call, { basicItemId, organId }))) throw new Refusal('basic_item_claimed');
  reviseCatalogue(tx, call.district);
  append(tx, call, { subject: { kind: 'basicItem', id: basicItemId }, act: 'basicItem.claimed', facts: { organId } });
  return { basicItemId };
}
