import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from './caller.store.ts';
import { endAppointment, lockSubstitute } from './substitute.store.ts';

/** Somebody is no longer the substitute of a post, from today on. Refuses: not_found. */
export async function endSubstitute(
  tx: Tx,
  { appointmentId }: { appointmentId: string },
  call: StaffCall,
): Promise<{ postId: string }> {
  const appointment = await lockSubstitute(tx, call.district, { appointmentId, today: call.today });
  if (appointment === undefined) throw new Refusal('not_found');
  await endAppointment(tx, call.district, { appointmentId, lastDay: call.today.subtract({ days: 1 }) });
  append(tx, call, {
    subject: { kind: 'staff', id: appointment.staffId },
    act: 'staff.substituteEnded',
    facts: { appointmentId, postId: appointment.postId },
  });
  return { postId: appointment.postId };
}
