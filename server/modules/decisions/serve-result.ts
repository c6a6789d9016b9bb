import type { DocumentView } from '../../../contract/documents.ts';
import type { DeliveryMethod } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { CaseReference, Matter } from '../cases/index.ts';
import { nameServicePlace } from '../documents/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { completeByService } from './complete-by-service.ts';
import { handedWithResult } from './handed-with-result.rules.ts';

export interface DeliverCase {
  readonly caseId: string;
  readonly method: DeliveryMethod;
  readonly receiver: 'applicant' | 'entrusted';
  readonly receiverName?: string;
}

/** 送达 of a result from hand to hand or in the account: notes how the decision reached its addressee, completes the case. */
export async function serveResult(
  tx: Tx,
  { matter, documents }: { matter: Matter; documents: readonly DocumentView[] },
  input: DeliverCase,
  call: ResidentCall | StaffCall,
  deliverers: readonly string[],
): Promise<CaseReference> {
  const places = await loadPlaces(tx, call.district);
  return completeByService(
    tx,
    {
      matter,
      papers: handedWithResult(documents),
      service: {
        method: input.method,
        receiver: input.receiver,
        day: call.today,
        proof: {
          place: nameServicePlace(input.method, call, { base: matter.center, places }),
          receiverName: input.receiver === 'entrusted' ? (input.receiverName ?? '').trim() : null,
          deliverers,
          post: null,
          refusal: null,
          remark: null,
        },
      },
    },
    call,
  );
}
