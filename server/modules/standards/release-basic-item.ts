import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reviseCatalogue } from '../catalogue/index.ts';
import { endClaim } from './basic-item.store.ts';

/** Lets a claimed power go. Refuses `not_found` where the organ has no claim. */
export async function releaseBasicItem(
  tx: Tx,
  { basicItemId, organId }: { basicItemId: string; organId: string },
  call: Call,
): Promise<{ basicItemId: string }> {
  if (!(await endClaim(tx, call, { basicItemId, organId }))) throw new Refusal('not_found');
  reviseCatalogue(tx, call.district);
  append(tx, call, { subject: { kind: 'basicItem', id: basicItemId }, act: 'basicItem.released', facts: { organId } });
  return { basicItemId };
}
