import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { type CaseReference, planTelling, saveCase } from '../cases/index.ts';
import { stopClock } from '../deadlines/index.ts';
import { endMandatesOfCase } from '../people/index.ts';
import { type RecordService, recordService } from './record-service.ts';

/** The decision reached its addressee, whichever way: its papers are served, the receipt is made, the case completes. */
export async function completeByService(tx: Tx, serving: RecordService, call: Call): Promise<CaseReference> {
  const { matter, service } = serving;
  const { theCase } = matter;
  const subject = { kind: 'case', id: theCase.id };
  saveCase(tx, call.district, {
    ...theCase,
    state: 'COMPLETED',
    completedAt: call.now.toString(),
    duePurpose: null,
    dueDay: null,
    dueProvisional: false,
    statutoryDueDay: null,
    promisedDueDay: null,
  });
  const [receipt] = await Promise.all([
    recordService(tx, serving, call),
    endMandatesOfCase(tx, { caseId: theCase.id }, call),
    theCase.duePurpose === 'delivery' &&
      stopClock(tx, {
        district: call.district,
        clock: { subject, purpose: 'delivery' },
        day: service.day,
        at: call.now,
      }),
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
