import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { markAliasRemoved } from './alias.store.ts';
import { reviseCatalogue } from './item.store.ts';

/** Takes an alias of the staff away again; what the published version says stays. Refuses `not_found`. */
export async function removeAlias(
  tx: Tx,
  { aliasId }: { aliasId: string },
  call: StaffCall,
): Promise<{ aliasId: string }> {
  const itemId = await markAliasRemoved(tx, call, { aliasId, removedBy: call.staff.id });
  reviseCatalogue(tx, call.district);
  append(tx, call, { subject: { kind: 'item', id: itemId }, act: 'item.aliasRemoved', facts: { aliasId } });
  return { aliasId };
}
