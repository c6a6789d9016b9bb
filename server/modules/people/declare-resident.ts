import { maskName } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import type { StaffCall } from './caller.store.ts';
import { assertKnownName, type Identity } from './identity.rules.ts';
import { findVerifiedResident, insertResident } from './resident.store.ts';

/**
 * Somebody whom a paper names and who does not stand here: nobody saw his card. Where he is verified already it is his
 * record; else one is made that is declared, without a phone, so that no sign-in comes of it. Refuses, at `name`,
 * another name than the known one.
 */
export async function declareResident(
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
  await insertResident(tx, call.district, {
    id: residentId,
    key: createDataKey(tx, call.district),
    identity,
    maskedName: maskName(identity.name),
    assurance: 'declared',
    regionId,
    at: call.now,
  });
  return { residentId };
}
