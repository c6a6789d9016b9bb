import type { Inputs } from '../../../contract/routes.ts';
import { isServed, resultPapers } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct, agreedElectronic, type Case, getMatter, saveCase } from '../cases/index.ts';
import { endOfDueDay, stopClock } from '../deadlines/index.ts';
import {
  getDocumentViews,
  hearService,
  periodOfNotice,
  type ServedPaper,
  type Service,
  sendPapers,
} from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { completeByService } from './complete-by-service.ts';
import type { CompletePublicService } from './complete-public-service.ts';
import { handedWithResult } from './handed-with-result.rules.ts';
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
  // Whoever has no part in the application agreed to nothing by it, and has no account in it.
  const agreed = paper.addressee === undefined && agreedElectronic(theCase);
  const papers = isResult ? handedWithResult(documents) : [paper];
  const [matter, places] = await Promise.all([getMatter(tx, call, theCase), loadPlaces(tx, call.district)]);
  const { service, onItsWay } = hearService(input, { paperDay: paper.day, agreed, base: matter.center, places }, call);
  if (onItsWay !== undefined) return setUnderWay(tx, { theCase, papers, service, isResult }, call);
  if (isResult) return completeByService(tx, { matter, papers, service }, call);
  const receipt = await recordService(tx, { matter, papers, service }, call);
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
    service,
    isResult,
  }: { theCase: Case; papers: readonly ServedPaper[]; service: Service; isResult: boolean },
  call: StaffCall,
): Promise<CaseReference> {
  const { noticeDay } = service;
  const untilDay = noticeDay && periodOfNotice(noticeDay).untilDay;
  const documentIds = papers.map(({ documentId }) => documentId);
  const subject = { kind: 'case', id: theCase.id };
  const serviceId = sendPapers(tx, { key: theCase.key, papers, service }, call);
  if (untilDay !== undefined) {
    plan(tx, call, {
      kind: 'cases.complete-public-service',
      key: `${papers[0]?.documentId}:${call.today}`,
      payload: { caseId: theCase.id, documentIds } satisfies CompletePublicService,
      runAt: endOfDueDay(untilDay),
    });
    // The organ has done its part on the day of the notice; the thirty days are the law's (ALL 44, CPL 95 by analogy).
    if (isResult && theCase.duePurpose === 'delivery') {
      saveCase(tx, call.district, {
        ...theCase,
        duePurpose: null,
        dueDay: null,
        dueProvisional: false,
        statutoryDueDay: null,
        promisedDueDay: null,
      });
      await stopClock(tx, {
        district: call.district,
        clock: { subject, purpose: 'delivery' },
        day: call.today,
        at: call.now,
      });
    }
  } else plan(tx, call, { kind: 'cases.tell-posted', payload: { caseId: theCase.id, serviceId } });
  append(tx, call, {
    subject,
    act: untilDay === undefined ? 'case.documentPosted' : 'case.serviceNoticed',
    facts: { documentId: papers[0]?.documentId ?? '', ...(untilDay && { untilDay: untilDay.toString() }) },
  });
  return { caseId: theCase.id };
}
