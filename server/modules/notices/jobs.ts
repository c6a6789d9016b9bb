import { config } from '../../platform/config.ts';
import { defineBatch, defineDaily, defineJob } from '../../platform/jobs/index.ts';
import { getDataKeys, openJson } from '../../platform/vault/index.ts';
import { forgetMessages } from './forget-messages.ts';
import { getUnsent, type MessageRow, noteSent } from './message.store.ts';
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

/**
 * Hands messages to the gateway, to one phone one after the other, and to a few at once. A demo sends nothing: its outbox is the
 * end of the line.
 */
const send = defineBatch<{ messageId: string }>({
  kind: 'notices.send',
  async before(read, payloads, call) {
    const { smsGateway } = config();
    if (call.demo) return Promise.allSettled(payloads.map(() => undefined));
    if (smsGateway === undefined) throw new Error('No text message gateway is set (DOORSTEP_SMS_GATEWAY).');
    const ids = payloads.map(({ messageId }) => messageId);
    const unsent = await getUnsent(read, call.district, ids);
    const lanes = new Map<string, Promise<unknown>>();
    const handed = ids.map((id) => {
      const message = unsent.get(id);
      if (message === undefined) return undefined;
      const lane = message.receiver.slice(-1);
      const turn = (lanes.get(lane) ?? Promise.resolve()).then(() => handOver(smsGateway, message));
      lanes.set(
        lane,
        turn.catch(() => {}),
      );
      return turn;
    });
    return Promise.allSettled(handed);
  },
  async run(tx, payloads, call) {
    const ids = payloads.map(({ messageId }) => messageId);
    await noteSent(tx, call.district, ids, call.now);
  },
});

async function handOver(gateway: string, { id, receiver, text }: MessageRow): Promise<undefined> {
  const answer = await fetch(gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ phone: receiver, text }),
    signal: AbortSignal.timeout(20_000),
  });
  if (!answer.ok) throw new Error(`The text message gateway answered ${answer.status}.`);
  return undefined;
}

export const noticesJobs = [
  phoneCode,
  send,
  defineJob({ kind: 'notices.mandate-given', run: tellMandateGiven }),
  defineJob({ kind: 'notices.mandate-revoked', run: tellMandateRevoked }),
  defineDaily('notices.forget', '03:10', forgetMessages),
];
