import { randomInt } from 'node:crypto';
import { checkMobile, maskPhone } from '../../../contract/identifiers.ts';
import { machineNow } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey, seal } from '../../platform/vault/index.ts';
import { savePhoneCode } from './resident.store.ts';

const validMinutes = 5;

/** A mobile number as we keep it; refuses, at the field, what is none. */
export function readPhone(text: string): string {
  const phone = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[\s-]/g, '');
  if (!checkMobile(phone).ok) throw new Refusal('invalid_input', {}, [{ field: 'phone', code: 'phone' }]);
  return phone;
}

/** Makes a sign-in code and plans its message. A new code replaces the old one. */
export async function sendPhoneCode(tx: Tx, input: { phone: string }, call: Call) {
  const phone = readPhone(input.phone);
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const at = machineNow();
  await savePhoneCode(tx, call.district, { phone, code, at, expiresAt: at.add({ minutes: validMinutes }) });
  // The message is made by a module above us; what it needs travels sealed.
  const key = await createDataKey(tx, call.district);
  plan(tx, call, {
    kind: 'notices.phone-code',
    payload: { dataKeyId: key.id, sealed: seal(key, JSON.stringify({ phone, code, validMinutes })).toString('base64') },
  });
  return { phone: maskPhone(phone), validMinutes, againInSeconds: 60 };
}
