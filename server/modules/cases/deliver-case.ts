import type { DeliveryMethod } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { stopClock } from '../deadlines/index.ts';
import { getDocumentViews, insertServices, issueDocument } from '../documents/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { admit } from './admit.ts';
import type { CaseReference } from './case.queries.ts';
import { type Case, saveCase } from './case.store.ts';
import { getMatter } from './matter.store.ts';
import { deliveryReceipt } from './paper.rules.ts';
import { planTelling } from './tell-applicant.ts';

export interface DeliverCase {
  readonly caseId: string;
  readonly method: DeliveryMethod;
  readonly receiver: 'applicant' | 'entrusted';
  readonly receiverName?: string;
}

/** Hands over the result at the window, or as the village agent to whom it was given; the case completes. */
export async function deliverCase(tx: Tx, input: DeliverCase, call: StaffCall): Promise<CaseReference> {
  const theCase = await admit(tx, 'deliver', input.caseId, call);
  if (input.receiver === 'entrusted' && (input.receiverName ?? '').trim() === '')
    throw new Refusal('invalid_input', {}, [{ field: 'receiverName', code: 'required' }]);
  // Who serves says how: an agent carries, a window hands over. Electronic service is the applicant's own act.
  const expected: DeliveryMethod = call.staff.post?.role === 'villageAgent' ? 'ENTRUSTED' : 'DIRECT';
  if (input.method !== expected) throw new Refusal('invalid_input', {}, [{ field: 'method', code: 'not_an_option' }]);
  return serve(tx, theCase, input, call, [call.staff.name]);
}

/** The applicant takes the electronic result: the receipt is his own act. */
export function receiveResult(tx: Tx, { caseId }: { caseId: string }, call: ResidentCall): Promise<CaseReference> {
  return admit(tx, 'receiveResult', caseId, call).then((theCase) =>
    serve(tx, theCase, { caseId, method: 'ELECTRONIC', receiver: 'applicant' }, call, []),
  );
}

async function serve(tx: Tx, theCase: Case, input: DeliverCase, call: ResidentCall | StaffCall, deliverers: readonly string[]): Promise<CaseReference> {
  const [matter, documents] = await Promise.all([getMatter(tx, call, theCase), getDocumentViews(tx, call.district, theCase.id)]);
  const decisions = documents.filter(({ kind }) => kind === 'grantDecision' || kind === 'denialDecision');
  const subject = { kind: 'case', id: theCase.id };
  const entrusted = input.receiver === 'entrusted' ? (input.receiverName ?? '').trim() : null;
  await Promise.all([
    ...(theCase.duePurpose === 'delivery'
      ? [stopClock(tx, { district: call.district, clock: { subject, purpose: 'delivery' }, day: call.today, at: call.now })]
      : []),
    insertServices(tx, call.district, {
      documentIds: decisions.map(({ documentId }) => documentId),
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
  ]);
  const receipt = await issueDocument(
    tx,
    {
      organ: matter.decidingOrgan,
      subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: deliveryReceipt(matter, {
        documents: decisions.map(({ title, number }) => ({ title, number: number ?? null })),
        method: input.method,
        place: input.method === 'ELECTRONIC' ? '申请人的门口办账户' : matter.center.name.zh,
        deliveredAt: call.now.toString(),
        deliverers,
        entrusted,
      }),
    },
    call,
  );
  append(tx, call, {
    subject,
    act: 'case.delivered',
    place: matter.center.id,
    facts: { method: input.method, receiver: input.receiver, documents: [receipt.documentId], digest: receipt.digest },
  });
  planTelling(tx, call, theCase.id, { template: 'completed', facts: {} });
  return { caseId: theCase.id, documentIds: [receipt.documentId] };
}
