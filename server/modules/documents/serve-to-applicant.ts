import type { DeliveryMethod } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { insertServices } from './document.store.ts';

/** Notes that papers reached the applicant himself, here and now: nothing is under way, and no receipt is made. */
export function serveToApplicant(tx: Tx, documentIds: readonly string[], method: DeliveryMethod, call: Call): void {
  insertServices(tx, call.district, {
    documentIds,
    method,
    receiver: 'applicant',
    sealedProof: null,
    at: call.now,
    day: call.today,
    untilDay: null,
    postId: call.actor.postId,
  });
}
