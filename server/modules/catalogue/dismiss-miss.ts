import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { markMissDismissed } from './search-miss.store.ts';

/** Puts aside what nobody found and nothing here can answer. Refuses `not_found`. */
export async function dismissMiss(tx: Tx, { missId }: { missId: string }, call: StaffCall): Promise<{ done: true }> {
  await markMissDismissed(tx, call, missId);
  append(tx, call, { subject: { kind: 'searchMiss', id: missId }, act: 'searchMiss.dismissed' });
  return { done: true };
}
