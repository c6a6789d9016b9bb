import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { saveRevocation } from './mandate.store.ts';

/** Writes whose word ended a mandate, and plans that both sides hear of it. */
export async function writeRevocation(
  tx: Tx,
  { mandateId, by }: { mandateId: string; by: 'principal' | 'agent' },
  call: Call,
): Promise<void> {
  await saveRevocation(tx, call.district, mandateId, { at: call.now, by });
  append(tx, call, { subject: { kind: 'mandate', id: mandateId }, act: 'mandate.revoked', facts: { by } });
  plan(tx, call, { kind: 'notices.mandate-revoked', payload: { mandateId } });
}
