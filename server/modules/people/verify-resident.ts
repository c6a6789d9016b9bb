import { maskName } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import type { StaffCall } from './caller.store.ts';
import type { Identity } from './identity.rules.ts';
import {
  findResidentByPhone,
  findVerifiedResident,
  insertResident,
  type Resident,
  saveIdentity,
} from './resident.store.ts';

/**
 * A clerk saw the card: the person behind the number is known for certain. His verified record is found or made; an
 * account on the same phone with the same declared number becomes verified itself.
 */
export async function verifyResident(
  tx: Tx,
  { identity, phone, regionId }: { identity: Identity; phone?: string | undefined; regionId?: string | undefined },
  call: StaffCall,
): Promise<{ residentId: string }> {
  const known = await findVerifiedResident(tx, call.district, identity.residentNumber);
  if (known !== undefined) return { residentId: known.id };
  const account = phone === undefined ? undefined : await findResidentByPhone(tx, call.district, phone);
  if (account?.identity?.residentNumber === identity.residentNumber) return verifyAccount(tx, account, identity, call);
  const residentId = newId();
  const key = await createDataKey(tx, call.district);
  const made = await insertResident(tx, call.district, {
    id: residentId,
    key,
    // A phone that signs in to another account stays with it.
    phone: account === undefined ? phone : undefined,
    identity,
    maskedName: maskName(identity.name),
    assurance: 'verified',
    regionId,
    at: call.now,
  });
  if (!made) {
    const other = await findVerifiedResident(tx, call.district, identity.residentNumber);
    if (other !== undefined) return { residentId: other.id };
  }
  append(tx, call, { subject: { kind: 'resident', id: residentId }, act: 'resident.verified' });
  return { residentId };
}

/** The account's own declared number was seen on the card. */
async function verifyAccount(
  tx: Tx,
  account: Resident,
  identity: Identity,
  call: StaffCall,
): Promise<{ residentId: string }> {
  await saveIdentity(tx, call.district, account, {
    identity,
    maskedName: maskName(identity.name),
    assurance: 'verified',
  });
  append(tx, call, { subject: { kind: 'resident', id: account.id }, act: 'resident.verified' });
  return { residentId: account.id };
}
