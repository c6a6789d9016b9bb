import { config } from '../../platform/config.ts';
import { defineDaily, defineJob } from '../../platform/jobs/index.ts';
import { getDataKeys, openJson } from '../../platform/vault/index.ts';
import { forgetMessages } from './forget-messages.ts';
import { findMessage, setMessageState } from './message.store.ts';
import { tellMandateGiven } from './tell-mandate-given.ts';
import { tellMandateRevoked } from './tell-mandate-revoked.ts';
import { tellPerson } from './tell-person.ts';

/** A sign-in code, asked for by `people`, becomes a message. */
const phoneCode = defineJob<{ dataKeyId: string; sealed: string }>({
  kind: 'notices.phone-code',
  async run(tx, { dataKeyId, sealed }, call) {
    const key = (await getDataKeys(tx, call.district, [dataKeyId])).get(dataKeyId);
    if (key === undefined) return;
    const { phone, code, validMinutes } = openJson<{ phone: string; code: string; validMinutes: number }>(
      key,
      Buffer.from(sealed, 'base64'),
    );
    await tellPerson(tx, { template: 'phoneCode', facts: { code, validMinutes }, phone, key }, call);
  },
});

/** Hands a message to the gateway. A demo sends nothing: its outbox is the end of the line. */
const send = defineJob<{ messageId: string }>({
  kind: 'notices.send',
  async before(read, { messageId }, call) {
    const { smsGateway } = config();
    if (call.demo) return;
    if (smsGateway === undefined) throw new Error('No text message gateway is set (DOORSTEP_SMS_GATEWAY).');
    const message = await findMessage(read, call.district, messageId);
    if (message === undefined || message.state === 'sent') return;
    const answer = await fetch(smsGateway, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': messageId },
      body: JSON.stringify({ phone: message.receiver, text: message.text }),
      signal: AbortSignal.timeout(20_000),
    });
    if (!answer.ok) throw new Error(`The text message gateway answered ${answer.status}.`);
  },
  async run(tx, { messageId }, call) {
    await setMessageState(tx, call.district, messageId, 'sent', call.now);
  },
});

export const noticesJobs = [
  phoneCode,
  send,
  defineJob({ kind: 'notices.mandate-given', run: tellMandateGiven }),
  defineJob({ kind: 'notices.mandate-revoked', run: tellMandateRevoked }),
  defineDaily('notices.forget', '03:10', forgetMessages),
];
