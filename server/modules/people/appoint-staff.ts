import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { insertAppointment } from './staff.store.ts';

/** Appoints a person to a post from today: regularly, or as its substitute (AB岗). */
export async function appointStaff(
  tx: Tx,
  input: { staffId: string; postId: string; kind: 'regular' | 'substitute' },
  call: Call,
): Promise<{ appointmentId: string }> {
  const appointmentId = newId();
  await insertAppointment(tx, call.district, { id: appointmentId, ...input, fromDay: call.today });
  append(tx, call, {
    subject: { kind: 'staff', id: input.staffId },
    act: 'staff.appointed',
    facts: { appointmentId, postId: input.postId, kind: input.kind },
  });
  return { appointmentId };
}
