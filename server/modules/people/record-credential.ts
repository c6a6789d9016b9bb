import { tidy } from '../../../contract/typing.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { holdStaff } from './absence.store.ts';
import type { StaffCall } from './caller.store.ts';
import { updateCredential } from './staff.store.ts';

/**
 * 执法证号 or 工作证号 of an officer, as records of visits will print it; without one he has none any more. What was
 * issued keeps what it says. Refuses: not_found.
 */
export async function recordCredential(
  tx: Tx,
  { staffId, credentialNumber }: { staffId: string; credentialNumber?: string },
  call: StaffCall,
): Promise<{ staffId: string }> {
  if (!(await holdStaff(tx, call.district, { staffId, today: call.today }))) throw new Refusal('not_found');
  await updateCredential(tx, call.district, staffId, tidy(credentialNumber ?? '') || null);
  append(tx, call, { subject: { kind: 'staff', id: staffId }, act: 'staff.credentialRecorded' });
  return { staffId };
}
