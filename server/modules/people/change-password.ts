import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { revokeSessions } from '../../platform/sessions/index.ts';
import type { StaffCall } from './caller.store.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './hash-password.ts';
import { getPasswordHash, updatePassword } from './staff.store.ts';

/** Changes one's own password and ends every other session. Refuses: sign_in_failed when the current one is wrong. */
export async function changePassword(tx: Tx, input: { current: string; next: string }, call: StaffCall) {
  const hash = await getPasswordHash(tx, call.district, call.staff.id);
  if (!(await checkPassword(input.current, hash))) throw new Refusal('sign_in_failed');
  await updatePassword(tx, call.district, call.staff.id, await hashPassword(input.next));
  await revokeSessions(tx, call.district, call.staff.id, call.staff.sessionId);
  append(tx, call, { subject: { kind: 'staff', id: call.staff.id }, act: 'staff.passwordChanged' });
  return { done: true as const };
}
