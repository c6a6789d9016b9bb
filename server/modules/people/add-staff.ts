import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { insertStaff } from './staff.store.ts';

/** A new member of staff; the password arrives hashed (`hashPassword`). */
export async function addStaff(
  tx: Tx,
  input: { username: string; name: string; passwordHash: string; credentialNumber?: string },
  call: Call,
): Promise<{ staffId: string }> {
  const staffId = newId();
  await insertStaff(tx, call.district, { id: staffId, ...input });
  append(tx, call, { subject: { kind: 'staff', id: staffId }, act: 'staff.added' });
  return { staffId };
}
