import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  admitAct,
  answerDue,
  type Case,
  getMaterials,
  getMatter,
  planCaseEnded,
  planTelling,
  saveCase,
} from '../cases/index.ts';
import { addFactToClocks, endOfDueDay, startClock } from '../deadlines/index.ts';
import { deleteSupplies } from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { voidTasks } from '../tasks/index.ts';
import { planDeemedAcceptance } from './plan-deemed-acceptance.ts';
import { returnSheet } from './return-paper.rules.ts';

/**
 * 退件: the organ that decides gives the accepted file back to the window with its reason. The acceptance of this round is
 * taken back, its clock stops and its tasks lead to nothing; the five days are those of the receipt, so that silence still
 * accepts from that day. The window then corrects once, or accepts again, and the applicant is told.
 * Refuses: returned_already, five_days_over, not_assigned, reason_missing.
 */
export async function returnToFront(
  tx: Tx,
  { caseId, reason }: { caseId: string; reason: string },
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'returnToFront', caseId, call);
  if (reason.trim() === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  const [matter, materials] = await Promise.all([
    getMatter(tx, call, theCase),
    getMaterials(tx, call.district, caseId),
  ]);
  const subject = { kind: 'case', id: caseId };
  const receivedDay = theCase.receivedDay ?? call.today.toString();
  const subjects = [subject, ...theCase.tasks.map(({ id }) => ({ kind: 'task', id }))];
  await addFactToClocks(tx, call.district, { subjects }, { kind: 'stop', day: call.today, at: call.now });
  const clock = await startClock(tx, {
    district: call.district,
    subject,
    purpose: 'answer',
    limits: { statutory: matter.version.content.answerLimit },
    startDay: receivedDay,
  });
  const after: Case = {
    ...theCase,
    state: 'RECEIVED',
    tasks: [],
    returnedAt: call.now.toString(),
    answerLastDay: null,
    acceptedAt: null,
    acceptedDay: null,
    acceptedBy: null,
    owedMaterials: 0,
    supplyDueDay: null,
    ...answerDue(clock),
  };
  const [sheet] = await Promise.all([
    issueDocument(
      tx,
      {
        organ: matter.decidingOrgan,
        subject,
        key: theCase.key,
        maskedHolder: theCase.maskedApplicant,
        content: returnSheet(matter, {
          reason: reason.trim(),
          returnedAt: call.now.toString(),
          returnedBy: call.staff.name,
          receivedDay,
          noticeLastDay: clock.dueDay,
          materials,
        }),
      },
      call,
    ),
    saveCase(tx, call.district, after),
    voidTasks(tx, call.district, caseId),
    deleteSupplies(tx, call.district, caseId),
  ]);
  append(tx, call, {
    subject,
    act: 'case.returnedToFront',
    place: matter.decidingOrgan.id,
    facts: {
      receivedDay,
      noticeLastDay: clock.dueDay,
      documents: [sheet.documentId],
      number: sheet.number,
      digest: sheet.digest,
    },
  });
  append(tx, call, {
    subject,
    act: 'case.acceptanceTakenBack',
    place: matter.decidingOrgan.id,
    facts: { acceptedDay: theCase.acceptedDay, round: theCase.round },
  });
  planCaseEnded(tx, call, caseId);
  planDeemedAcceptance(tx, call, after, matter.version, endOfDueDay(Temporal.PlainDate.from(clock.dueDay)));
  planTelling(tx, call, caseId, { template: 'returnedToFront', facts: { answeredByDay: clock.dueDay } });
  return { caseId, documentIds: [sheet.documentId] };
}
