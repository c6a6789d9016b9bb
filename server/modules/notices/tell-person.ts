import { maskPhone } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import type { DataKey } from '../../platform/vault/index.ts';
import { messageText, type Template, type TemplateFacts } from './message.rules.ts';
import { insertMessage } from './message.store.ts';

/** A message to somebody, with what its template needs and the key under which it is kept. */
export interface Telling<T extends Template = Template> {
  readonly template: T;
  readonly facts: TemplateFacts<T>;
  readonly phone: string;
  readonly key: DataKey;
  readonly subjectId?: string;
}

/** Writes a text message into the outbox and plans its sending. */
export async function tellPerson<T extends Template>(
  tx: Tx,
  { template, facts, phone, key, subjectId }: Telling<T>,
  call: Call,
): Promise<void> {
  const messageId = await insertMessage(tx, call.district, {
    channel: 'sms',
    template,
    key,
    receiver: phone,
    maskedReceiver: maskPhone(phone),
    text: messageText(template, facts, call.demo ? 'demo' : 'live'),
    subjectId: subjectId ?? null,
    at: call.now,
  });
  plan(tx, call, { kind: 'notices.send', payload: { messageId, ...(subjectId && { caseId: subjectId }) } });
}
