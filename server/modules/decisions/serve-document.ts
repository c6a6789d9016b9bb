import { isDay } from '../../../contract/questions.ts';
import type { Inputs } from '../../../contract/routes.ts';
import { isServed, resultPapers } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct, type Case, getMatter, saveCase } from '../cases/index.ts';
import { endOfDueDay, stopClock } from '../deadlines/index.ts';
import {
  getDocumentViews,
  insertServicesUnderWay,
  objectionToService,
  periodOfNotice,
  type ServiceProof,
  type ServiceTold,
  takesReceiver,
} from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { completeByService } from './complete-by-service.ts';
import type { CompletePublicService } from './complete-public-service.ts';
import { handedWithResult } from './handed-with-result.rules.ts';
import { nameServicePlace } from './name-service-place.ts';
import { recordService } from './record-service.ts';

/**
 * 送达 of one paper by any method with its own proof; the papers of a result go together and complete the case. A letter
 * without its return slip and a public notice are under way; the notice serves by itself when its thirty days are over.
 * Refuses: not_found, document_served, case_moved_on for a result that is not to be delivered, and what its method lacks.
 */
export async function serveDocument(
  tx: Tx,
  input: Inputs['POST /cases/:caseId/serve-document'],
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'serveDocument', input.caseId, call);
  const documents = await getDocumentViews(tx, call.district, input.caseId);
  const paper = documents.find((each) => each.documentId === input.documentId);
  if (paper === undefined || !isServed(paper.kind)) throw new Refusal('not_found');
  if (paper.served) throw new Refusal('document_served', { title: paper.title });
  const isResult = resultPapers.includes(paper.kind);
  if (isResult && theCase.state !== 'DELIVERING') throw new Refusal('case_moved_on', { state: theCase.state });
  // Electronic service of a result is the applicant's own act.
  if (isResult && input.method === 'ELECTRONIC')
    throw new Refusal('invalid_input', {}, [{ field: 'method', code: 'not_an_option' }]);
  const told = tidyTold(input);
  // Whoever has no part in the application agreed to nothing by it, and has no account in it.
  const agreed =
    paper.addressee === undefined && (theCase.channel === 'ONLINE' || theCase.deliveryWish === 'ELECTRONIC');
  const objection = objectionToService(told, {
    paperDay: Temporal.PlainDate.from(paper.day),
    today: call.today,
    agreed,
  });
  if (objection !== undefined)
    throw new Refusal(objection.code, objection.facts, [{ field: objection.field, code: objection.code }]);
  const papers = isResult ? handedWithResult(documents) : [paper];
  const [matter, places] = await Promise.all([getMatter(tx, call, theCase), loadPlaces(tx, call.district)]);
  const proof = proofOf(told, {
    place: told.method === 'MAIL' ? null : nameServicePlace(told.method, call, { center: matter.center, places }),
    officer: call.staff.name,
  });
  if (told.method === 'PUBLIC_NOTICE' || (told.method === 'MAIL' && told.day === null))
    return setUnderWay(tx, { theCase, papers, told, proof, isResult }, call);
  const service = {
    method: told.method,
    receiver: takesReceiver(told.method) ? told.receiver : ('applicant' as const),
    day: told.day ?? call.today,
    proof,
  };
  if (isResult) return completeByService(tx, theCase, service, call);
  const receipt = await recordService(tx, { theCase, matter, papers, service }, call);
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.documentServed',
    place: matter.center.id,
    facts: {
      documentId: paper.documentId,
      method: service.method,
      receiver: service.receiver,
      day: service.day.toString(),
      documents: [receipt.documentId],
      digest: receipt.digest,
    },
  });
  return { caseId: theCase.id, documentIds: [receipt.documentId] };
}

/** Posted, or put up for everybody: on its way, not served. */
async function setUnderWay(
  tx: Tx,
  {
    theCase,
    papers,
    told,
    proof,
    isResult,
  }: {
    theCase: Case;
    papers: readonly { documentId: string; title: string }[];
    told: ServiceTold;
    proof: ServiceProof;
    isResult: boolean;
  },
  call: StaffCall,
): Promise<CaseReference> {
  const isNotice = told.method === 'PUBLIC_NOTICE';
  const { untilDay } = periodOfNotice(call.today);
  const documentIds = papers.map(({ documentId }) => documentId);
  const subject = { kind: 'case', id: theCase.id };
  const [serviceId] = await insertServicesUnderWay(tx, call.district, {
    documentIds,
    method: told.method,
    receiver: 'applicant',
    sealedProof: seal(theCase.key, JSON.stringify(proof)),
    at: call.now,
    day: call.today,
    untilDay: isNotice ? untilDay : null,
    postId: call.actor.postId,
  });
  if (isNotice) {
    plan(tx, call, {
      kind: 'cases.complete-public-service',
      key: `${papers[0]?.documentId}:${call.today}`,
      payload: { caseId: theCase.id, documentIds } satisfies CompletePublicService,
      runAt: endOfDueDay(untilDay),
    });
    // The organ has done its part on the day of the notice; the thirty days are the law's (ALL 44, CPL 95 by analogy).
    if (isResult && theCase.duePurpose === 'delivery')
      await Promise.all([
        stopClock(tx, {
          district: call.district,
          clock: { subject, purpose: 'delivery' },
          day: call.today,
          at: call.now,
        }),
        saveCase(tx, call.district, {
          ...theCase,
          duePurpose: null,
          dueDay: null,
          dueProvisional: false,
          statutoryDueDay: null,
          promisedDueDay: null,
        }),
      ]);
  }
  append(tx, call, {
    subject,
    act: isNotice ? 'case.serviceNoticed' : 'case.documentPosted',
    facts: { documentId: papers[0]?.documentId ?? '', ...(isNotice && { untilDay: untilDay.toString() }) },
  });
  if (told.method === 'MAIL') plan(tx, call, { kind: 'cases.tell-posted', payload: { caseId: theCase.id, serviceId } });
  return { caseId: theCase.id };
}

function tidyTold(input: Inputs['POST /cases/:caseId/serve-document']): ServiceTold {
  const text = (value: string | undefined) => (value ?? '').trim();
  if (input.day !== undefined && !isDay(input.day))
    throw new Refusal('invalid_input', {}, [{ field: 'day', code: 'not_a_day' }]);
  return {
    method: input.method,
    receiver: input.receiver,
    receiverName: text(input.receiverName),
    place: text(input.place),
    entrustedTo: text(input.entrustedTo),
    carrier: text(input.carrier),
    trackingNumber: text(input.trackingNumber),
    reason: text(input.reason),
    witness: text(input.witness),
    day: input.day === undefined ? null : Temporal.PlainDate.from(input.day),
  };
}

function proofOf(told: ServiceTold, { place, officer }: { place: string | null; officer: string }): ServiceProof {
  const isLeft = told.method === 'LEFT';
  return {
    place: told.place === '' ? place : told.place,
    receiverName:
      takesReceiver(told.method) && told.receiver !== 'applicant' && told.receiverName !== ''
        ? told.receiverName
        : null,
    deliverers: told.method === 'ENTRUSTED' ? [told.entrustedTo, officer] : [officer],
    post: told.method === 'MAIL' ? { carrier: told.carrier, trackingNumber: told.trackingNumber } : null,
    refusal: isLeft ? { reason: told.reason, witness: told.witness } : null,
    remark: told.method === 'PUBLIC_NOTICE' ? told.reason : null,
  };
}
