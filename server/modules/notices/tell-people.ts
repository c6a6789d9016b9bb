import { maskPhone } from '../../../contract/identifiers.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { plan } from '../../platform/jobs/index.ts';
import type { DataKey } from '../../platform/vault/index.ts';
import { messageText, type Template, type TemplateFacts } from './message.rules.ts';
import { insertMessages } from './message.store.ts';

/** A message to somebody, with what its template needs and the key under which it is kept. */
export interface Telling<T extends Template = Template> {
  readonly template: T;
  readonly facts: TemplateFacts<T>;
  readonly phone: string;
  readonly key: DataKey;
  readonly subjectId?: string;
}

/** Writes text messages into the outbox, in their order, and plans their sending. */
export async function tellPeople(tx: Tx, tellings: readonly Telling[], call: Call): Promise<void> {
  if (tellings.length === 0) return;
  const messages = tellings.map(({ template, facts, phone, key, subjectId = null }) => ({
    id: newId(),
    channel: 'sms' as const,
    ...{ template, key, subjectId },
    receiver: phone,
    maskedReceiver: maskPhone(phone),
    text: messageText(template, facts, call.demo ? 'demo' : 'live'),
  }));
  await insertMessages(tx, call.district, messages, call.now);
  for (const { id, subjectId } of messages)
    plan(tx, call, { kind: 'notices.send', payload: { messageId: id, ...(subjectId && { caseId: subjectId }) } });
}
