import { randomInt } from 'node:crypto';
import { maskPhone } from '../../../contract/identifiers.ts';
import { machineNow } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { createDataKey, seal } from '../../platform/vault/index.ts';
import { readPhone } from './identity.rules.ts';
import { savePhoneCode } from './resident.store.ts';

const validMinutes = 5;

/** Makes a sign-in code and plans its message. A new code replaces the old one. */
export async function sendPhoneCode(tx: Tx, input: { phone: string }, call: Call) {
  const phone = readPhone(input.phone);
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  const at = machineNow();
  await savePhoneCode(tx, call.district, { phone, code, at, expiresAt: at.add({ minutes: validMinutes }) });
  // The message is made by a module above us; what it needs travels sealed.
  const key = createDataKey(tx, call.district);
  plan(tx, call, {
    kind: 'notices.phone-code',
    payload: { dataKeyId: key.id, sealed: seal(key, JSON.stringify({ phone, code, validMinutes })).toString('base64') },
  });
  return { phone: maskPhone(phone), validMinutes, againInSeconds: 60 };
}
