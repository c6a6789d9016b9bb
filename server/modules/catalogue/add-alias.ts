import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { insertAlias } from './alias.store.ts';
import { getVersionInForce, reviseCatalogue } from './item.store.ts';
import { deleteMiss } from './search-miss.store.ts';
import { bareOf, tidied } from './search-words.rules.ts';

/**
 * Gives an item one more everyday name, which counts from the next search on; a miss that it answers is forgotten.
 * Refuses `not_found`, `item_not_offered`, `alias_empty` for what every question says, `alias_known` for a name that the
 * item has already.
 */
export async function addAlias(
  tx: Tx,
  { itemId, alias: typed, missId }: { itemId: string; alias: string; missId?: string },
  call: StaffCall,
): Promise<{ aliasId: string }> {
  const { content } = await getVersionInForce(tx, call, itemId);
  const alias = tidied(typed);
  if (bareOf(alias).length < 2) throw new Refusal('alias_empty');
  if ([content.name.zh, content.name.en, ...content.aliases].map(tidied).includes(alias))
    throw new Refusal('alias_known');
  const aliasId = newId();
  const isNew = await insertAlias(tx, call, { id: aliasId, itemId, alias, addedBy: call.staff.id });
  if (!isNew) throw new Refusal('alias_known');
  if (missId !== undefined) await deleteMiss(tx, call.district, missId);
  reviseCatalogue(tx, call.district);
  append(tx, call, { subject: { kind: 'item', id: itemId }, act: 'item.aliasAdded', facts: { aliasId } });
  return { aliasId };
}
