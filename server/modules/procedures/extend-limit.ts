import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  admitAct,
  type Case,
  type CaseReference,
  getMatter,
  planTelling,
  saveAwaitedHead,
  saveCase,
  serveNotice,
} from '../cases/index.ts';
import { extendClock, getClock } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { withDays } from './case-days.rules.ts';
import { type ExtensionRequest, findExtension, lockExtension, saveExtensionAnswer } from './extension.store.ts';
import { extensionNotice } from './procedure-paper.rules.ts';

export interface ExtendLimit {
  readonly caseId: string;
  readonly extensionId: string;
  readonly answer: 'approve' | 'refuse';
  readonly reason?: string;
  /** 公开说明 of the promise that is not kept (OBE 36, R-2.15); names nobody. */
  readonly explanation?: string;
}

/**
 * Answers a request for more time: the head of the organ, of joint handling the head of the government of the organ's own
 * level (ALL 42, R-2.9). Approved on the last day of the limit at the latest, once; the promise moves with it, and the applicant is told the reasons.
 * Refuses extension_not_asked, extension_not_yours, extension_answered, extension_lapsed, extension_too_late, reason_missing,
 * explanation_missing.
 */
export async function extendLimit(
  tx: Tx,
  { caseId, extensionId, answer, reason, explanation }: ExtendLimit,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAnswer(tx, { caseId, extensionId }, call);
  const request = await lockExtension(tx, call.district, { caseId, extensionId }, theCase.key);
  await assertOpen(tx, request, call);
  if (request.askedBy === call.staff.id) throw new Refusal('extension_not_yours', { approver: request.approver });
  const subject = { kind: 'case', id: caseId };
  const given = { id: extensionId, answeredBy: call.staff.id, answeredAt: call.now };
  if (answer === 'refuse') {
    const why = (reason ?? '').trim();
    if (why === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
    await saveExtensionAnswer(tx, call.district, theCase.key, { ...given, state: 'REFUSED', answer: why });
    await saveAwaitedHead(tx, call.district, [caseId], null);
    append(tx, call, { subject, act: 'case.extensionRefused', facts: { extensionId } });
    return { caseId };
  }
  const said = (explanation ?? '').trim();
  if (said === '') throw new Refusal('explanation_missing', {}, [{ field: 'explanation', code: 'required' }]);
  const clockRef = { subject, purpose: 'decision' };
  const [before, matter] = await Promise.all([getClock(tx, call.district, clockRef), getMatter(tx, call, theCase)]);
  const { days, basis, approver } = request;
  const unit = (before.limits.statutory ?? before.limits.promised)?.unit ?? 'workingDays';
  const clock = await extendClock(tx, {
    ...{ district: call.district, clock: clockRef, day: call.today, amount: days, unit, basis },
  });
  saveCase(tx, call.district, withDays(theCase, clock));
  const [oldDay, newDay] = [before, clock].map((each) => each.statutoryDueDay ?? each.dueDay) as [string, string];
  const notice = await issueDocument(
    tx,
    {
      organ: matter.issuingOrgan,
      subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: extensionNotice(matter, {
        ...{ approver, basis, days, oldDay, newDay },
        reason: request.reason,
        approverName: call.staff.name,
        approvedDay: call.today.toString(),
        provisional: clock.provisional,
      }),
    },
    call,
  );
  await saveExtensionAnswer(tx, call.district, theCase.key, {
    ...given,
    state: 'APPROVED',
    answer: reason?.trim() || null,
    newDay,
    explanation: said,
    documentId: notice.documentId,
  });
  await saveAwaitedHead(tx, call.district, [caseId], null);
  serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  append(tx, call, {
    subject,
    act: 'case.extended',
    place: matter.decidingOrgan.id,
    facts: {
      ...{ extensionId, days, approver, oldDay, newDay, dueDay: clock.dueDay },
      documents: [notice.documentId],
      number: notice.number,
      digest: notice.digest,
    },
  });
  planTelling(tx, call, caseId, { template: 'extended', facts: { days, dueDay: clock.dueDay } });
  return { caseId, documentIds: [notice.documentId] };
}

/** Where the case waits for no answer any more, the refusal says what became of this request. */
async function admitAnswer(
  tx: Tx,
  { caseId, extensionId }: Pick<ExtendLimit, 'caseId' | 'extensionId'>,
  call: StaffCall,
): Promise<Case> {
  try {
    return await admitAct(tx, 'extend', caseId, call);
  } catch (error) {
    const isIdle = error instanceof Refusal && error.code === 'extension_not_asked';
    const request = isIdle ? await findExtension(tx, call.district, { caseId, extensionId }) : undefined;
    if (request !== undefined) await assertOpen(tx, request, call);
    throw error;
  }
}

/** A request is answered once: a second answer learns by whom, when, and what the first one was. */
async function assertOpen(
  tx: Tx,
  { state, answeredBy, answeredAt }: Pick<ExtensionRequest, 'state' | 'answeredBy' | 'answeredAt'>,
  call: StaffCall,
): Promise<void> {
  if (state === 'LAPSED') throw new Refusal('extension_lapsed');
  if (state === 'ASKED' || answeredBy === null || answeredAt === null) return;
  const names = await getStaffNames(tx, call.district, [answeredBy]);
  throw new Refusal('extension_answered', { answer: state, who: names.get(answeredBy) ?? '', at: answeredAt });
}
