import { maskName } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from './caller.store.ts';
import { assertKnownName, type Identity } from './identity.rules.ts';
import { findVerifiedResident, lockResident, saveIdentity } from './resident.store.ts';
import { verifyResident } from './verify-resident.ts';

/**
 * A clerk saw the card of somebody who filed from his own account: the account is verified. Where another record is the
 * verified one of that number, or the account has since declared another, the account stays as it is, and the verified
 * record of the number is returned. Refuses, at `name`, another name than the known one.
 */
export async function verifyAccount(
  tx: Tx,
  { accountId, identity }: { accountId: string; identity: Identity },
  call: StaffCall,
): Promise<{ residentId: string }> {
  const account = await lockResident(tx, call.district, accountId);
  const known = await findVerifiedResident(tx, call.district, identity.residentNumber);
  if (known !== undefined) {
    assertKnownName(known.identity, identity);
    return { residentId: known.id };
  }
  if (account === undefined || account.identity?.residentNumber !== identity.residentNumber)
    return verifyResident(tx, { identity }, call);
  await saveIdentity(tx, call.district, account, {
    identity,
    maskedName: maskName(identity.name),
    assurance: 'verified',
  });
  append(tx, call, { subject: { kind: 'resident', id: account.id }, act: 'resident.verified' });
  return { residentId: account.id };
}
