import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { seal } from '../../platform/vault/index.ts';
import { type CaseEnded, everywhere, lockCase } from '../cases/index.ts';
import { getArrangedMeetings, insertMove, saveMeeting } from './meeting.store.ts';

/** The case ended, or its acceptance was taken back: what was arranged for it and not held yet is called off. */
export async function cancelWithCase(tx: Tx, { caseId, endedAt }: CaseEnded, call: Call): Promise<void> {
  const { key } = await lockCase(tx, call.district, caseId, everywhere);
  for (const meeting of await getArrangedMeetings(tx, call.district, { caseId, until: endedAt })) {
    await saveMeeting(tx, call.district, { ...meeting, state: 'CANCELLED' });
    await insertMove(tx, call.district, meeting.id, {
      act: 'cancel',
      sealedReason: seal(key, '办件已经结束，不再举行。'),
      staffId: null,
      movedAt: call.now.toString(),
      fromDay: meeting.day,
      toDay: null,
    });
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: 'case.meetingCancelled',
      facts: { meeting: meeting.id, taskId: meeting.taskId, kind: meeting.kind, day: meeting.day },
    });
  }
}
