import { maskName } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import type { StaffCall } from './caller.store.ts';
import { assertKnownName, type Identity } from './identity.rules.ts';
import { findVerifiedResident, insertResident } from './resident.store.ts';

/**
 * A clerk saw the card: the person behind the number is known for certain, and his verified record is found or made. It
 * has no phone: what is typed at a window proves nobody's phone, and a sign-in must not come of it. Refuses: busy, and at
 * `name` another name than the known one.
 */
export async function verifyResident(
  tx: Tx,
  { identity, regionId }: { identity: Identity; regionId?: string | undefined },
  call: StaffCall,
): Promise<{ residentId: string }> {
  const known = await findVerifiedResident(tx, call.district, identity.residentNumber);
  if (known !== undefined) {
    assertKnownName(known.identity, identity);
    return { residentId: known.id };
  }
  const residentId = newId();
  const key = createDataKey(tx, call.district);
  const made = await insertResident(tx, call.district, {
    id: residentId,
    key,
    identity,
    maskedName: maskName(identity.name),
    assurance: 'verified',
    regionId,
    at: call.now,
  });
  if (made) {
    append(tx, call, { subject: { kind: 'resident', id: residentId }, act: 'resident.verified' });
    return { residentId };
  }
  // The same person stood at another window at the same moment.
  const other = await findVerifiedResident(tx, call.district, identity.residentNumber);
  if (other === undefined) throw new Refusal('busy');
  assertKnownName(other.identity, identity);
  return { residentId: other.id };
}
