import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { admitTaskAct, type CaseReference, finishTask, noteExaminers } from '../cases/index.ts';
import { addFactToClocks } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import { countUnanswered, findOpenNotice, saveNoticeEnd } from './public-notice.store.ts';

export interface CloseNotice {
  readonly caseId: string;
  readonly taskId?: string;
  readonly opinion: 'agree' | 'disagree';
  readonly conclusion: string;
}

/**
 * Ends a public notice, and with it the unit's part of the case. Refuses notice_not_posted, notice_running before its last
 * day is over, objections_unanswered.
 */
export async function closeNotice(
  tx: Tx,
  { caseId, taskId, opinion, conclusion }: CloseNotice,
  call: StaffCall,
): Promise<CaseReference> {
  const admitted = await admitTaskAct(tx, 'closeNotice', { caseId, taskId }, call);
  const { theCase, task } = admitted;
  const notice = await findOpenNotice(tx, call.district, task.id);
  if (notice === undefined) throw new Refusal('notice_not_posted');
  if (call.today.toString() <= notice.untilDay) throw new Refusal('notice_running', { day: notice.untilDay });
  const unanswered = await countUnanswered(tx, call.district, notice.id);
  if (unanswered > 0) throw new Refusal('objections_unanswered', { count: unanswered });
  await addFactToClocks(
    tx,
    call.district,
    { subjects: [{ kind: 'publicNotice', id: notice.id }] },
    { kind: 'stop', day: call.today, at: call.now },
  );
  noteExaminers(tx, call.district, caseId, [{ staffId: call.staff.id, how: 'closedNotice' }]);
  await Promise.all([
    saveNoticeEnd(tx, call.district, theCase.key, { id: notice.id, at: call.now, by: call.staff.id, conclusion }),
    finishTask(tx, { ...admitted, opinion, text: conclusion }, call),
  ]);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.noticeClosed',
    place: task.organisationId,
    facts: { noticeId: notice.id, taskId: task.id, opinion },
  });
  return { caseId };
}
