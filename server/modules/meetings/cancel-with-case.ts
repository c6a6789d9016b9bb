import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { type CaseEnded, everywhere, lockCase } from '../cases/index.ts';
import { callOffMeeting } from './call-off-meeting.ts';
import { getArrangedMeetings } from './meeting.store.ts';

/** The case ended, or its acceptance was taken back: what was arranged for it and not held yet is called off. */
export async function cancelWithCase(tx: Tx, { caseId, endedAt }: CaseEnded, call: Call): Promise<void> {
  const { key } = await lockCase(tx, call.district, caseId, everywhere);
  for (const meeting of await getArrangedMeetings(tx, call.district, { caseId, until: endedAt }))
    await callOffMeeting(tx, { meeting, key, reason: '办件已经结束，不再举行。', staffId: null }, call);
}
