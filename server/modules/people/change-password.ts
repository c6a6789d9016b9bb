import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { revokeSessions } from '../../platform/sessions/index.ts';
import type { StaffCall } from './caller.store.ts';
import { updatePassword } from './staff.store.ts';

/** Changes one's own password to a hash made beforehand (`proveChange`) and ends every other session. */
export async function changePassword(tx: Tx, _: unknown, call: StaffCall, passwordHash: string | undefined) {
  if (passwordHash === undefined) throw new Refusal('sign_in_failed');
  await updatePassword(tx, call.district, call.staff.id, passwordHash);
  await revokeSessions(tx, call.district, call.staff.id, call.staff.sessionId);
  append(tx, call, { subject: { kind: 'staff', id: call.staff.id }, act: 'staff.passwordChanged' });
  return { done: true as const };
}
