import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  acceptanceRefusal,
  admitAct,
  deceitReasons,
  getMatter,
  planTelling,
  saveCase,
  serveNotice,
} from '../cases/index.ts';
import { stopClock } from '../deadlines/index.ts';
import { barApplicants } from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import { endMandatesOfCase, type StaffCall } from '../people/index.ts';

export interface RefuseCase {
  readonly caseId: string;
  readonly ground: 'notRequired' | 'outsideAuthority' | 'falseMaterial';
  readonly reason: string;
  readonly competentOrgan?: string;
}

/**
 * Does not accept: nothing needs to be applied for (ALL 32(1)(1), R-2.1), or another organ is competent, which is named
 * (ALL 32(1)(2), R-2.2), or something was hidden or false in the application for a licence, which may bar its applicant
 * for a year (ALL 78). Refuses: five_days_over once the law has accepted, ground_unfit, reason_missing,
 * competent_organ_missing.
 */
export async function refuseCase(
  tx: Tx,
  { caseId, ground, reason, competentOrgan }: RefuseCase,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'refuse', caseId, call);
  if (reason.trim() === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  const organ = competentOrgan?.trim() || null;
  if (ground === 'outsideAuthority' && organ === null)
    throw new Refusal('competent_organ_missing', {}, [{ field: 'competentOrgan', code: 'required' }]);
  const isDeceit = ground === 'falseMaterial';
  if (isDeceit && theCase.profile !== 'LICENSE')
    throw new Refusal('ground_unfit', {}, [{ field: 'ground', code: 'ground_unfit' }]);
  const matter = await getMatter(tx, call, theCase);
  const barredUntilDay = isDeceit ? await barApplicants(tx, matter, call) : undefined;
  const subject = { kind: 'case', id: caseId };
  saveCase(tx, call.district, {
    ...theCase,
    state: ground === 'notRequired' ? 'NOT_REQUIRED' : 'ACCEPTANCE_REFUSED',
    completedAt: call.now.toString(),
    duePurpose: null,
    dueDay: null,
    dueProvisional: false,
    statutoryDueDay: null,
    promisedDueDay: null,
  });
  await Promise.all([
    endMandatesOfCase(tx, { caseId }, call),
    stopClock(tx, { district: call.district, clock: { subject, purpose: 'answer' }, day: call.today, at: call.now }),
  ]);
  const paper = await issueDocument(
    tx,
    {
      organ: matter.acceptingOrgan,
      subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: acceptanceRefusal(matter, {
        ground,
        reason: isDeceit ? deceitReasons(reason, barredUntilDay) : reason.trim(),
        competentOrgan: organ,
      }),
    },
    call,
  );
  serveNotice(tx, { theCase, documentId: paper.documentId }, call);
  append(tx, call, {
    subject,
    act: ground === 'notRequired' ? 'case.notRequired' : 'case.refused',
    place: matter.center.id,
    facts: {
      documents: [paper.documentId],
      number: paper.number,
      digest: paper.digest,
      ...(isDeceit && { ground, barredUntilDay: barredUntilDay ?? null }),
    },
  });
  planTelling(tx, call, caseId, { template: 'refused', facts: {} });
  return { caseId, documentIds: [paper.documentId] };
}
