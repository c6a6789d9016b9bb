import type { Tx } from '../../platform/database/index.ts';
import { append, type Facts } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { AdmittedMeeting } from './admit-meeting.ts';

/** The ledger row of an act on a meeting, in the chain of its case; returns the reference that the reply is made from. */
export function recordMeeting(
  tx: Tx,
  { admitted, act, facts }: { admitted: AdmittedMeeting; act: `case.${string}`; facts?: Facts },
  call: StaffCall,
): { meetingId: string } {
  const { theCase, task, meeting, organId } = admitted;
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act,
    place: organId,
    facts: { meeting: meeting.id, taskId: task.id, task: task.key, kind: meeting.kind, ...facts },
  });
  return { meetingId: meeting.id };
}
