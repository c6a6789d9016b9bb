import type { DeliveryMethod } from '../../../contract/values.ts';
import { isServed, resultPapers } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { stopClock } from '../deadlines/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import { endMandatesOfCase, type ResidentCall, type StaffCall } from '../people/index.ts';
import { type Center, loadPlaces, type Places } from '../places/index.ts';
import type { CaseReference } from './case.queries.ts';
import { type Case, saveCase } from './case.store.ts';
import { getMatter } from './matter.store.ts';
import { planTelling } from './plan-telling.ts';
import { recordService, type Service } from './record-service.ts';

export interface DeliverCase {
  readonly caseId: string;
  readonly method: DeliveryMethod;
  readonly receiver: 'applicant' | 'entrusted';
  readonly receiverName?: string;
}

/** 送达 of a result from hand to hand or in the account: notes how the decision reached its addressee, completes the case. */
export async function serveResult(
  tx: Tx,
  theCase: Case,
  input: DeliverCase,
  call: ResidentCall | StaffCall,
  deliverers: readonly string[],
): Promise<CaseReference> {
  const [{ center }, places] = await Promise.all([getMatter(tx, call, theCase), loadPlaces(tx, call.district)]);
  return completeByService(
    tx,
    theCase,
    {
      method: input.method,
      receiver: input.receiver,
      day: call.today,
      proof: {
        place: placeOf(input.method, call, { center, places }),
        receiverName: input.receiver === 'entrusted' ? (input.receiverName ?? '').trim() : null,
        deliverers,
        post: null,
        refusal: null,
        remark: null,
      },
    },
    call,
  );
}

/** The decision reached its addressee, whichever way: its papers are served, the receipt is made, the case completes. */
export async function completeByService(tx: Tx, theCase: Case, service: Service, call: Call): Promise<CaseReference> {
  const [matter, documents] = await Promise.all([
    getMatter(tx, call, theCase),
    getDocumentViews(tx, call.district, theCase.id),
  ]);
  const subject = { kind: 'case', id: theCase.id };
  const [, , receipt] = await Promise.all([
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
    endMandatesOfCase(tx, { caseId: theCase.id }, call),
    // The decision alone is delivered; a notice that nobody fetched yet is handed over by itself.
    recordService(
      tx,
      {
        theCase,
        matter,
        papers: documents.filter(({ kind, served }) => !served && isServed(kind) && resultPapers.includes(kind)),
        service,
      },
      call,
    ),
    ...(theCase.duePurpose === 'delivery'
      ? [
          stopClock(tx, {
            district: call.district,
            clock: { subject, purpose: 'delivery' },
            day: service.day,
            at: call.now,
          }),
        ]
      : []),
  ]);
  append(tx, call, {
    subject,
    act: 'case.delivered',
    place: matter.center.id,
    facts: {
      method: service.method,
      receiver: service.receiver,
      day: service.day.toString(),
      documents: [receipt.documentId],
      digest: receipt.digest,
    },
  });
  planTelling(tx, call, theCase.id, { template: 'completed', facts: {} });
  return { caseId: theCase.id, documentIds: [receipt.documentId] };
}

/** Where it was handed over: in the account, at the window of who handed it over, or in the place that the village agent serves. */
export function placeOf(
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
