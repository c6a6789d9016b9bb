import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { type Case, type CaseReference, getMatter, planTelling, saveCase } from '../cases/index.ts';
import { stopClock } from '../deadlines/index.ts';
import { getDocumentViews, type Service } from '../documents/index.ts';
import { endMandatesOfCase } from '../people/index.ts';
import { handedWithResult } from './handed-with-result.rules.ts';
import { recordService } from './record-service.ts';

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
    recordService(
      tx,
      {
        theCase,
        matter,
        papers: handedWithResult(documents),
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
