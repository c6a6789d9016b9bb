import { tidy } from '../../../contract/typing.ts';
import { machineNow } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { startSession } from '../../platform/sessions/index.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import { readPhone } from './identity.rules.ts';
import { getResidentMe } from './resident.queries.ts';
import { codeHash, findResidentByPhone, insertResident, takePhoneCode } from './resident.store.ts';

/** Signs in with phone and code; the first time makes the account. Refuses: code_wrong, code_expired. */
export async function signInResident(tx: Tx, input: { phone: string; code: string }, call: Call) {
  const phone = readPhone(input.phone);
  const kept = await takePhoneCode(tx, call.district, phone);
  if (kept === undefined || !kept.codeHash.equals(codeHash(phone, tidy(input.code).replace(/\s/g, ''))))
    throw new Refusal('code_wrong');
  if (Temporal.Instant.compare(Temporal.Instant.from(kept.expiresAt), machineNow()) < 0)
    throw new Refusal('code_expired');
  const resident = await findResidentByPhone(tx, call.district, phone);
  const residentId = resident?.id ?? newId();
  if (resident === undefined) {
    const key = createDataKey(tx, call.district);
    await insertResident(tx, call.district, { id: residentId, key, phone, assurance: 'none', at: call.now });
    const actor = { ...call.actor, kind: 'resident', id: residentId } as const;
    append(tx, { ...call, actor }, { subject: { kind: 'resident', id: residentId }, act: 'resident.joined' });
  }
  await startSession(tx, call, 'resident', residentId);
  return getResidentMe(tx, call.district, residentId);
}
