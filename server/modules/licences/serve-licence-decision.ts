import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { endOfDueDay } from '../deadlines/index.ts';
import { getDocumentViews, hearService, periodOfNotice, sendPapers } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitLicenceAct } from './admit-licence-act.ts';
import type { CompletePublicNotice } from './complete-public-notice.ts';
import { recordLicenceService } from './record-licence-service.ts';

/**
 * 送达 of a decision on a licence by any method with its own proof, whatever became of the case that the licence came out
 * of, and where none is behind it: what happens to a licence later belongs to the licence (行政许可法 art. 44, 69, 70). A
 * letter without its return slip and a public notice are under way. Refuses: not_found, document_served, recused,
 * recusal_needed, and what its method lacks.
 */
export async function serveLicenceDecision(
  tx: Tx,
  { licenceId, documentId, ...told }: Inputs['POST /licences/:licenceId/serve-document'],
  call: StaffCall,
): Promise<{ licenceId: string }> {
  const { licence, places } = await admitLicenceAct(tx, licenceId, call);
  const documents = await getDocumentViews(tx, call.district, licenceId);
  const paper = documents.find((each) => each.documentId === documentId);
  const organ = places.organById(licence.organisationId);
  if (paper?.kind !== 'licenceDecision' || organ === undefined) throw new Refusal('not_found');
  if (paper.served) throw new Refusal('document_served', { title: paper.title });
  const { service, onItsWay } = hearService(
    told,
    { paperDay: paper.day, agreed: licence.agreedElectronic, base: organ, places },
    call,
  );
  if (onItsWay === undefined) {
    await recordLicenceService(tx, { licence, organ, paper, service }, call);
    return { licenceId };
  }
  const serviceId = sendPapers(tx, { key: licence.key, papers: [paper], service }, call);
  const untilDay = service.noticeDay && periodOfNotice(service.noticeDay).untilDay;
  append(tx, call, {
    subject: { kind: 'licence', id: licenceId },
    act: untilDay === undefined ? 'licence.documentPosted' : 'licence.serviceNoticed',
    place: organ.id,
    facts: { documentId, ...(untilDay && { untilDay: untilDay.toString() }) },
  });
  if (untilDay !== undefined)
    plan(tx, call, {
      kind: 'licences.complete-public-notice',
      key: `${documentId}:${call.today}`,
      payload: { licenceId, documentId } satisfies CompletePublicNotice,
      runAt: endOfDueDay(untilDay),
    });
  else plan(tx, call, { kind: 'cases.tell-licence', payload: { licenceId, serviceId } });
  return { licenceId };
}
