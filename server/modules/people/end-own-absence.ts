import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lockAbsence } from './absence.store.ts';
import type { StaffCall } from './caller.store.ts';
import { endAbsence } from './end-absence.ts';

/** Back today, or not going at all, by one's own word; another's absence is not found. */
export async function endOwnAbsence(
  tx: Tx,
  input: { absenceId: string },
  call: StaffCall,
): Promise<{ staffId: string }> {
  const absence = await lockAbsence(tx, call.district, input.absenceId);
  if (absence?.staffId !== call.staff.id) throw new Refusal('not_found');
  return endAbsence(tx, input, call);
}
