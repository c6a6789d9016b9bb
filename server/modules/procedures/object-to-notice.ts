import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { actsFrom, everywhere, lockCase } from '../cases/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { getNotice, getObjections, insertObjection } from './public-notice.store.ts';

export interface ObjectToNotice {
  readonly noticeId: string;
  readonly name: string;
  readonly phone?: string;
  readonly text: string;
}

/** While something can still be decided upon it. */
const openStates: readonly string[] = [...actsFrom.closeNotice, 'REPORTED_UP'];

/**
 * 异议: whoever is concerned says what he holds against a notice, on his account or at a window. Refuses notice_over outside
 * its days or once the matter is over, and objection_given for a second one of the same account.
 */
export async function objectToNotice(
  tx: Tx,
  { noticeId, name, phone, text }: ObjectToNotice,
  call: ResidentCall | StaffCall,
): Promise<{ objectionId: string }> {
  const { caseId } = await getNotice(tx, call.district, noticeId);
  // Under the case's lock a notice neither ends nor takes two objections of one account.
  const { key, state } = await lockCase(tx, call.district, caseId, everywhere);
  const notice = await getNotice(tx, call.district, noticeId);
  const today = call.today.toString();
  const isOver = notice.closedAt !== null || !openStates.includes(state);
  if (isOver || today < notice.fromDay || today > notice.untilDay)
    throw new Refusal('notice_over', { from: notice.fromDay, day: notice.untilDay });
  const by = 'resident' in call ? { accountId: call.resident.id } : { staffId: call.staff.id };
  if ('accountId' in by) {
    const own = await getObjections(tx, call.district, { noticeIds: [noticeId], ...by }, key);
    if (own.length > 0) throw new Refusal('objection_given');
  }
  const objectionId = newId();
  await insertObjection(tx, call.district, key, {
    ...{ id: objectionId, noticeId, name, phone: phone ?? null, text, by, at: call.now },
  });
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.objected',
    facts: { noticeId, objectionId },
  });
  return { objectionId };
}
