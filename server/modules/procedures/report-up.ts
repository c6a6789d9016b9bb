import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  admitAct,
  type CaseReference,
  getMaterials,
  getMatter,
  judgeReport,
  noteExaminers,
  planTelling,
  runOf,
  saveCase,
  stateOfCase,
} from '../cases/index.ts';
import { processOf } from '../catalogue/index.ts';
import { addFactToClocks } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { reportUpOpinion } from './procedure-paper.rules.ts';
import { insertReportUp } from './report-up.store.ts';

export interface ReportUpCase {
  readonly caseId: string;
  readonly opinion: 'agree' | 'disagree';
  readonly text: string;
}

/**
 * 转报: the first review goes up with all materials within its 20 working days (ALL 43, R-2.10); the upper organ asks the
 * applicant for nothing that he gave already (ALL 35). Refuses tasks_open while something of the review is under way, and
 * vetoed for an agreeing opinion while a unit's veto stands.
 */
export async function reportUp(
  tx: Tx,
  { caseId, opinion, text }: ReportUpCase,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'reportUp', caseId, call);
  const [matter, materials] = await Promise.all([
    getMatter(tx, call, theCase),
    getMaterials(tx, call.district, caseId),
  ]);
  const { reportUp: upper } = processOf(matter.version);
  if (upper === undefined) throw new Refusal('not_found');
  const run = runOf(theCase, matter.version);
  const objection = judgeReport({ opinion }, run);
  if (objection !== undefined)
    throw new Refusal(objection.code, objection.facts, [{ field: 'opinion', code: 'not_an_option' }]);
  const subject = { kind: 'case', id: caseId };
  const [firstReview] = await addFactToClocks(
    tx,
    call.district,
    { subjects: [subject], purposes: ['firstReview'] },
    { kind: 'stop', day: call.today, at: call.now },
  );
  const up = { ...theCase, reportedUpAt: call.now.toString() };
  saveCase(tx, call.district, { ...up, state: stateOfCase({ ...up, run }) });
  const paper = await issueDocument(
    tx,
    {
      organ: matter.decidingOrgan,
      subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: reportUpOpinion(matter, {
        ...{ opinion, text, upperOrgan: upper.organ.zh, lastDay: firstReview?.dueDay ?? null },
        received: materials.flatMap(({ key, received }) => (received ? [key] : [])),
        reviewer: { name: call.staff.name, signedAt: call.now.toString() },
      }),
    },
    call,
  );
  noteExaminers(tx, call.district, caseId, [{ staffId: call.staff.id, how: 'reportedUp' }]);
  await insertReportUp(tx, call.district, theCase.key, {
    ...{ id: newId(), caseId, opinion, text, upperOrgan: upper.organ.zh },
    organisationId: matter.decidingOrgan.id,
    reportedDay: call.today.toString(),
    reportedBy: call.staff.id,
    documentId: paper.documentId,
  });
  append(tx, call, {
    subject,
    act: 'case.reportedUp',
    place: matter.decidingOrgan.id,
    facts: {
      ...{ opinion, firstReviewDay: firstReview?.dueDay ?? null },
      documents: [paper.documentId],
      number: paper.number,
      digest: paper.digest,
    },
  });
  planTelling(tx, call, caseId, { template: 'reportedUp', facts: { organ: upper.organ.zh } });
  return { caseId, documentIds: [paper.documentId] };
}
