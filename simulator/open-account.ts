import { setTimeout as pause } from 'node:timers/promises';
import type { Client, Office } from './office.ts';
import { personOf } from './person.ts';

/** Numbers beyond those of all people who come to a counter. */
const firstNumber = 900_000;

/** An account of the demo: signed in again where it is known, else made as everybody makes one, with a code that comes by text message. */
export async function openAccount(office: Office, number: number): Promise<Client> {
  const name = `样例·网上${number + 1}号`;
  const { residents } = await office.visitor.call('GET /dev/people', {});
  const known = residents.find((resident) => resident.name === name);
  if (known !== undefined) return office.becomeResident(known.residentId);
  const { phone, residentNumber } = personOf(firstNumber + number);
  await office.visitor.call('POST /phone-codes', { phone });
  const account = await office.signIn(phone, await readCode(office, phone));
  await account.call('POST /my/identity', { name, residentNumber });
  return account;
}

/** The newest code that the demo's outbox shows for a phone. */
async function readCode({ visitor }: Office, phone: string): Promise<string> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { messages } = await visitor.call('GET /dev/outbox', { limit: 20 });
    const message = messages.find(({ receiver, text }) => receiver.endsWith(phone.slice(-4)) && /\b\d{6}\b/.test(text));
    const code = /\b(\d{6})\b/.exec(message?.text ?? '')?.[1];
    if (code !== undefined) return code;
    await pause(100);
  }
  throw new Error('The demo sent no sign-in code.');
}
