import { maskPhone } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import type { DataKey } from '../../platform/vault/index.ts';
import { messageText, type Template, type TemplateFacts } from './message.rules.ts';
import { insertMessage } from './message.store.ts';

/** Writes a text message into the outbox and plans its sending. */
export async function tell<T extends Template>(
  tx: Tx,
  { template, facts, phone, key, subjectId }: { template: T; facts: TemplateFacts<T>; phone: string; key: DataKey; subjectId?: string },
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
