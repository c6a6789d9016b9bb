import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from './caller.store.ts';
import { endRelationRow } from './relation.store.ts';

/** Takes back one's own declaration, for one that was wrong or is over; the ledger keeps that it stood. Refuses: not_found. */
export async function endRelation(tx: Tx, { relationId }: { relationId: string }, call: StaffCall): Promise<object> {
  const kind = await endRelationRow(tx, call.district, { id: relationId, staffId: call.staff.id, at: call.now });
  if (kind === undefined) throw new Refusal('not_found');
  append(tx, call, {
    subject: { kind: 'staff', id: call.staff.id },
    act: 'staff.relationEnded',
    facts: { relationId, kind },
  });
  return {};
}
