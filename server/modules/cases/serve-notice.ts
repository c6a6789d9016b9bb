import { isSent } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { insertServices } from '../documents/index.ts';
import type { Case } from './case.store.ts';

/**
 * 送达 of a receipt or notice as it is issued: to the account of who applied online, by hand to who stands at the window
 * and gets the receipt. Any other notice of a window case is handed over when its addressee comes for it, and what was
 * sent in is answered by mail or as its addressee likes, a service of its own.
 */
export function serveNotice(
  tx: Tx,
  { theCase, documentId, hand }: { theCase: Case; documentId: string; hand?: 'overTheCounter' },
  call: Call,
): void {
  const isHanded = hand === 'overTheCounter' && !isSent(theCase.channel);
  const method = theCase.channel === 'ONLINE' ? 'ELECTRONIC' : isHanded ? 'DIRECT' : undefined;
  if (method === undefined) return;
  tx.atCommit.push((closing) =>
    insertServices(closing, call.district, {
      documentIds: [documentId],
      method,
      receiver: 'applicant',
      sealedProof: null,
      at: call.now,
      day: call.today,
      untilDay: null,
      postId: call.actor.postId,
    }),
  );
}
