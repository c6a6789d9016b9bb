import type { DeliveryMethod } from '../../../contract/values.ts';
import { resultPapers } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { seal } from '../../platform/vault/index.ts';
import { stopClock } from '../deadlines/index.ts';
import { getDocumentViews, insertServices, issueDocument } from '../documents/index.ts';
import { endMandatesOfCase, type ResidentCall, type StaffCall } from '../people/index.ts';
import { type Center, loadPlaces, type Places } from '../places/index.ts';
import type { CaseReference } from './case.queries.ts';

import { type Case, saveCase } from './case.store.ts';
import { getMatter } from './matter.store.ts';
import { deliveryReceipt } from './paper.rules.ts';
import { planTelling } from './plan-telling.ts';

export interface DeliverCase {
  readonly caseId: string;
  readonly method: DeliveryMethod;
  readonly receiver: 'applicant' | 'entrusted';
  readonly receiverName?: string;
}

/** 送达: notes how the decision reached its addressee, makes the service receipt, completes the case. */
export async function serveResult(
  tx: Tx,
  theCase: Case,
  input: DeliverCase,
  call: ResidentCall | StaffCall,
  deliverers: readonly string[],
): Promise<CaseReference> {
  const [matter, places, documents] = await Promise.all([
    getMatter(tx, call, theCase),
    loadPlaces(tx, call.district),
    getDocumentViews(tx, call.district, theCase.id),
  ]);
  // The decision alone is delivered; a notice that nobody fetched yet is handed over by itself.
  const unserved = documents.filter(({ kind, served }) => !served && resultPapers.includes(kind));
  const subject = { kind: 'case', id: theCase.id };
  const entrusted = input.receiver === 'entrusted' ? (input.receiverName ?? '').trim() : null;
  const [, , receipt] = await Promise.all([
    insertServices(tx, call.district, {
      documentIds: unserved.map(({ documentId }) => documentId),
      method: input.method,
      receiver: input.receiver,
      sealedReceiverName: entrusted === null ? null : seal(theCase.key, entrusted),
      at: call.now,
      postId: call.actor.postId,
    }),
    saveCase(tx, call.district, {
      ...theCase,
      state: 'COMPLETED',
      completedAt: call.now.toString(),
      duePurpose: null,
      dueDay: null,
      dueProvisional: false,
      statutoryDueDay: null,
      promisedDueDay: null,
    }),
    issueDocument(
      tx,
      {
        organ: matter.issuingOrgan,
        subject,
        key: theCase.key,
        maskedHolder: theCase.maskedApplicant,
        content: deliveryReceipt(matter, {
          documents: unserved.map(({ title, number }) => ({ title, number: number ?? null })),
          method: input.method,
          place: placeOf(input.method, call, { center: matter.center, places }),
          deliveredAt: call.now.toString(),
          deliverers,
          entrusted,
        }),
      },
      call,
    ),
    endMandatesOfCase(tx, { caseId: theCase.id }, call),
    ...(theCase.duePurpose === 'delivery'
      ? [
          stopClock(tx, {
            district: call.district,
            clock: { subject, purpose: 'delivery' },
            day: call.today,
            at: call.now,
          }),
        ]
      : []),
  ]);
  append(tx, call, {
    subject,
    act: 'case.delivered',
    place: matter.center.id,
    facts: { method: input.method, receiver: input.receiver, documents: [receipt.documentId], digest: receipt.digest },
  });
  planTelling(tx, call, theCase.id, { template: 'completed', facts: {} });
  return { caseId: theCase.id, documentIds: [receipt.documentId] };
}

/** Where it was handed over: in the account, at the window of who handed it over, or in the place that the village agent serves. */
function placeOf(
  method: DeliveryMethod,
  call: ResidentCall | StaffCall,
  { center, places }: { center: Center; places: Places },
): string {
  if (method === 'ELECTRONIC') return '申请人的门口办账户';
  const post = 'staff' in call ? call.staff.post : undefined;
  const place =
    method === 'ENTRUSTED' ? places.regionById(post?.areaRegionId ?? '') : places.centerById(post?.centerId ?? '');
  return (place ?? center).name.zh;
}
