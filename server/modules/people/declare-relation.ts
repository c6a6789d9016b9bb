import { checkResidentId, maskResidentId } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from './caller.store.ts';
import { tidyNumber } from './identity.rules.ts';
import { insertRelation, type RelationKind } from './relation.store.ts';
import { numberIndex } from './resident.store.ts';

/**
 * An officer says whose relative he is, so that he never acts in that person's matter 回避. Of the number only its keyed
 * index is kept. Refuses: relation_known.
 */
export async function declareRelation(
  tx: Tx,
  { kind, residentNumber }: { kind: RelationKind; residentNumber: string },
  call: StaffCall,
): Promise<object> {
  const number = tidyNumber(residentNumber);
  const checked = checkResidentId(number, call.today.toString());
  if (!checked.ok) throw new Refusal('invalid_input', {}, [{ field: 'residentNumber', code: `id_${checked.reason}` }]);
  const relation = { id: newId(), staffId: call.staff.id, kind, maskedNumber: maskResidentId(number) };
  const isNew = await insertRelation(tx, call.district, {
    ...relation,
    numberIndex: numberIndex(number),
    declaredAt: call.now,
  });
  if (!isNew) throw new Refusal('relation_known');
  append(tx, call, {
    subject: { kind: 'staff', id: call.staff.id },
    act: 'staff.relationDeclared',
    facts: { relationId: relation.id, kind },
  });
  return {};
}
