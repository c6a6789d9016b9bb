import type { SupplyMethod } from '../../../contract/commitments.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  admitAct,
  getMaterials,
  getMatter,
  judgeTolerance,
  planTelling,
  requirementsOf,
  serveNotice,
  startDecision,
  toleratedCommitment,
  toleratedNotice,
} from '../cases/index.ts';
import { dueDay, loadCalendar } from '../deadlines/index.ts';
import { insertSupplies, planSupply } from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { assertGoodCredit } from './assert-good-credit.ts';

export interface AcceptTolerated {
  readonly caseId: string;
  readonly materials: readonly string[];
  readonly supplyDay: string;
  readonly method: SupplyMethod;
  /** The applicant chose this way and signed; he may refuse it, and then the usual way is his. */
  readonly signed: boolean;
}

/**
 * 容缺受理 (国发〔2022〕5号; domain §2.7): accepts although secondary materials of the published list are missing, on the
 * applicant's signed commitment to supply them by a day. Both clocks start, the review goes on, and the result is held
 * until they are there. Refuses: tolerated_unlisted, tolerated_main_missing, tolerated_nothing_missing, supply_day_too_late,
 * day_in_past, commitment_unsigned, credit_bad, and whatever stands against an acceptance.
 */
export async function acceptTolerated(tx: Tx, input: AcceptTolerated, call: StaffCall): Promise<CaseReference> {
  const { caseId, supplyDay, method } = input;
  const theCase = await admitAct(tx, 'acceptTolerated', caseId, call);
  const [matter, handedIn, calendar] = await Promise.all([
    getMatter(tx, call, theCase),
    getMaterials(tx, call.district, caseId),
    loadCalendar(tx, call.district),
  ]);
  const materials = [...new Set(input.materials)];
  const promised = dueDay(
    matter.version.content.promisedLimit,
    [{ kind: 'start', day: call.today, at: call.now }],
    calendar,
  );
  const objection = judgeTolerance(
    { materials, supplyDay },
    {
      needed: requirementsOf(matter),
      received: new Set(handedIn.filter(({ received }) => received).map(({ key }) => key)),
      today: call.today,
      promisedDueDay: promised.dueDay.toString(),
    },
    calendar,
  );
  if (objection !== undefined) {
    const field =
      objection.code === 'supply_day_too_late' || objection.code === 'day_in_past' ? 'supplyDay' : 'materials';
    throw new Refusal(objection.code, objection.facts, [{ field, code: objection.code, facts: objection.facts }]);
  }
  if (!input.signed) throw new Refusal('commitment_unsigned', {}, [{ field: 'signed', code: 'commitment_unsigned' }]);
  await assertGoodCredit(tx, matter.parties, call);
  const owing = { ...theCase, owedMaterials: materials.length, supplyDueDay: supplyDay };
  const [{ after, notice, facts }] = await Promise.all([
    startDecision(
      tx,
      {
        matter: { ...matter, theCase: owing },
        acceptedDay: call.today,
        acceptedBy: call.staff.id,
        ground: { kind: 'tolerated' },
      },
      call,
    ),
    insertSupplies(
      tx,
      call.district,
      caseId,
      materials.map((key) => ({ key, dueDay: supplyDay, method })),
    ),
  ]);
  const subject = { kind: 'case', id: caseId };
  const paper = { organ: matter.acceptingOrgan, subject, key: theCase.key, maskedHolder: theCase.maskedApplicant };
  const agreed = { materials, supplyDay, method };
  const commitment = await issueDocument(
    tx,
    { ...paper, content: toleratedCommitment(matter, { ...agreed, signedAt: null }) },
    call,
  );
  const tolerated = await issueDocument(
    tx,
    { ...paper, content: toleratedNotice(matter, { ...agreed, acceptedDay: call.today.toString() }) },
    call,
  );
  serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  serveNotice(tx, { theCase, documentId: tolerated.documentId, hand: 'overTheCounter' }, call);
  const documentIds = [tolerated.documentId, commitment.documentId, notice.documentId];
  append(tx, call, {
    subject,
    act: 'case.acceptedTolerated',
    place: matter.center.id,
    facts: {
      ...facts,
      materials,
      count: materials.length,
      supplyDay,
      method,
      documents: documentIds,
      number: tolerated.number,
      digest: tolerated.digest,
      commitmentDigest: commitment.digest,
    },
  });
  planSupply(tx, call, { caseId, supplyDay }, calendar);
  planTelling(tx, call, caseId, {
    template: 'acceptedTolerated',
    facts: { dueDay: after.dueDay ?? '', supplyDay, count: materials.length },
  });
  return { caseId, documentIds };
}
