import { checkResidentId, maskName } from '../../../contract/identifiers.ts';
import { tidy } from '../../../contract/form.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ResidentCall } from './caller.store.ts';
import { type Identity, lockResident, saveIdentity } from './resident.store.ts';

/** Name and number as they are kept; refuses, at the field, a number that cannot be (GB 11643). */
export function readIdentity(input: { name: string; residentNumber: string }, today: Temporal.PlainDate): Identity {
  const name = input.name.trim().replace(/\s+/g, ' ');
  const residentNumber = input.residentNumber.trim();
  const checked = checkResidentId(residentNumber, today.toString());
  const faults = [
    ...(name === '' ? [{ field: 'name', code: 'required' }] : []),
    ...(checked.ok ? [] : [{ field: 'residentNumber', code: `id_${checked.reason}` }]),
  ];
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  return { name: tidy(name), residentNumber };
}

/** The resident says who he is; nobody has seen a card yet, so the account is `declared`. A verified identity is fixed. */
export async function declareIdentity(tx: Tx, input: { name: string; residentNumber: string }, call: ResidentCall) {
  const identity = readIdentity(input, call.today);
  const resident = await lockResident(tx, call.district, call.resident.id);
  if (resident === undefined) throw new Refusal('not_found');
  if (resident.assurance === 'verified') throw new Refusal('identity_fixed');
  await saveIdentity(tx, call.district, resident, { identity, maskedName: maskName(identity.name), assurance: 'declared' });
  append(tx, call, { subject: { kind: 'resident', id: resident.id }, act: 'resident.identityDeclared' });
  return { residentId: resident.id };
}
