import { createHash } from 'node:crypto';
import { mandateScopes } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { insertMandate, type NewMandate } from './mandate.store.ts';

/** Writes a mandate that the rules have allowed, and plans that both sides hear of it. */
export async function writeMandate(tx: Tx, mandate: NewMandate, call: Call): Promise<{ mandateId: string }> {
  await insertMandate(tx, call.district, { ...mandate, givenAt: call.now });
  const { id, principalId, agentId, itemIds, fromDay, untilDay, channel, scope, caseId } = mandate;
  const scopeDigest = createHash('sha256').update(mandateScopes[scope].zh).digest('hex');
  append(tx, call, {
    subject: { kind: 'mandate', id },
    act: 'mandate.given',
    facts: { principalId, agentId, itemIds, fromDay, untilDay, channel, scope, scopeDigest, caseId },
  });
  plan(tx, call, { kind: 'notices.mandate-given', payload: { mandateId: id } });
  return { mandateId: id };
}
