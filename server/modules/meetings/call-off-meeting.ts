import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append, type Facts } from '../../platform/ledger/index.ts';
import { type DataKey, seal } from '../../platform/vault/index.ts';
import { planTelling } from '../cases/index.ts';
import { isOnSite } from './meeting.rules.ts';
import { insertMove, type Meeting, saveMeeting } from './meeting.store.ts';

/**
 * Ends a meeting that does not take place, or does not count, with its reason. The applicant who was told of a hearing or
 * a visit is told that there is none; whom a notice reached on paper the desk tells (the notice says so on its page).
 */
export async function callOffMeeting(
  tx: Tx,
  {
    meeting,
    key,
    reason,
    staffId,
    place,
    facts,
  }: {
    meeting: Meeting;
    /** Of its case. */
    key: DataKey;
    reason: string;
    /** Null: the product itself, with the end of the case. */
    staffId: string | null;
    /** The organ that acts. */
    place?: string;
    facts?: Facts;
  },
  call: Call,
): Promise<void> {
  const { id, caseId, taskId, kind, day, state } = meeting;
  await saveMeeting(tx, call.district, { ...meeting, state: 'CANCELLED' });
  await insertMove(tx, call.district, id, {
    act: 'cancel',
    sealedReason: seal(key, reason),
    staffId,
    movedAt: call.now.toString(),
    fromDay: day,
    toDay: null,
  });
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.meetingCancelled',
    ...(place !== undefined && { place }),
    facts: { meeting: id, taskId, kind, day, ...facts },
  });
  if (kind !== 'HEARING' && !isOnSite(kind)) return;
  const template = kind === 'HEARING' ? 'hearingCancelled' : 'visitCancelled';
  planTelling(tx, call, caseId, { template, facts: { day, was: state === 'HELD' ? 'held' : 'arranged' } });
}
