import { maskName } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ResidentCall } from './caller.store.ts';
import { readIdentity } from './identity.rules.ts';
import { lockResident, saveIdentity } from './resident.store.ts';

/** The resident says who he is; nobody has seen a card yet, so the account is `declared`. A verified identity is fixed. */
export async function declareIdentity(tx: Tx, input: { name: string; residentNumber: string }, call: ResidentCall) {
  const identity = readIdentity(input, call.today);
  const resident = await lockResident(tx, call.district, call.resident.id);
  if (resident === undefined) throw new Refusal('not_found');
  if (resident.assurance === 'verified') throw new Refusal('identity_fixed');
  await saveIdentity(tx, call.district, resident, {
    identity,
    maskedName: maskName(identity.name),
    assurance: 'declared',
  });
  append(tx, call, { subject: { kind: 'resident', id: resident.id }, act: 'resident.identityDeclared' });
  return { residentId: resident.id };
}
