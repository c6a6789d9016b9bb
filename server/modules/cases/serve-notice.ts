import type { Channel } from '../../../contract/values.ts';
import { isSent } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { serveToApplicant } from '../documents/index.ts';
import type { Case } from './case.store.ts';

/**
 * 送达 of a receipt or notice as it is issued: to the account of who applied online, by hand to who stands at the window
 * and gets the receipt. Any other notice of a window case is handed over when its addressee comes for it, and what was
 * sent in is answered by mail or as its addressee likes, a service of its own. `came`: how what it answers came, where
 * that is not how the application did.
 */
export function serveNotice(
  tx: Tx,
  {
    theCase,
    documentId,
    hand,
    came = theCase.channel,
  }: { theCase: Case; documentId: string; hand?: 'overTheCounter'; came?: Channel },
  call: Call,
): void {
  const isOnline = came === 'ONLINE';
  const isHanded = hand === 'overTheCounter' && !isOnline && !isSent(came);
  const method = isHanded ? 'DIRECT' : isOnline || theCase.channel === 'ONLINE' ? 'ELECTRONIC' : undefined;
  if (method === undefined) return;
  serveToApplicant(tx, [documentId], method, call);
}
