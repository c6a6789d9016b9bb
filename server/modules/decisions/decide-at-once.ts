import type { Tx } from '../../platform/database/index.ts';
import { type Call, systemActor } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { type Case, everywhere, getMatter, lockCase, startDecision } from '../cases/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import { completeByService } from './complete-by-service.ts';
import { handedWithResult } from './handed-with-result.rules.ts';
import { recordDecision } from './record-decision.ts';

/**
 * Accepts, decides and serves in the act of submission what the item decides on a signed commitment alone
 * (国办发〔2020〕42号): the product acts, and the ledger says so. Of a result on paper the service is left to the window.
 */
export async function decideAtOnce(tx: Tx, received: Case, asked: Call): Promise<string[]> {
  const { now, today, district, demo, address, agent, effects } = asked;
  const call: Call = { now, today, district, demo, address, agent, effects, actor: systemActor };
  const matter = await getMatter(tx, call, received);
  const { after, notice, facts } = await startDecision(
    tx,
    { matter, acceptedDay: today, acceptedBy: null, ground: { kind: 'complete' } },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: received.id },
    act: 'case.accepted',
    place: matter.center.id,
    facts,
  });
  const decided = await recordDecision(
    tx,
    { ...matter, theCase: after },
    { caseId: received.id, outcome: 'GRANTED' },
    call,
    {
      byCommitment: received.commitmentId ?? '',
    },
  );
  const documentIds = [notice.documentId, ...(decided.documentIds ?? [])];
  if (received.deliveryWish !== 'ELECTRONIC') return documentIds;
  const [result, documents] = await Promise.all([
    lockCase(tx, district, received.id, everywhere),
    getDocumentViews(tx, district, received.id),
  ]);
  const served = await completeByService(
    tx,
    {
      matter: { ...matter, theCase: result },
      papers: handedWithResult(documents),
      service: {
        method: 'ELECTRONIC',
        receiver: 'applicant',
        day: today,
        proof: {
          place: '申请人的门口办账户',
          receiverName: null,
          deliverers: [],
          post: null,
          refusal: null,
          remark: null,
        },
      },
    },
    call,
  );
  return [...documentIds, ...(served.documentIds ?? [])];
}
