import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { lastDayAway } from './absence.rules.ts';
import { lockAbsence, saveBackDay } from './absence.store.ts';
import type { StaffCall } from './caller.store.ts';

/** Back today, or not going at all; his substitutes lose the posts at once. Refuses: not_found, absence_over. */
export async function endAbsence(
  tx: Tx,
  { absenceId }: { absenceId: string },
  call: StaffCall,
): Promise<{ staffId: string }> {
  const absence = await lockAbsence(tx, call.district, absenceId);
  if (absence === undefined) throw new Refusal('not_found');
  const today = call.today.toString();
  if ((lastDayAway(absence) ?? '') < today) throw new Refusal('absence_over');
  const backDay = [absence.fromDay, today].toSorted().at(-1) ?? today;
  await saveBackDay(tx, call.district, absenceId, backDay);
  append(tx, call, {
    subject: { kind: 'staff', id: absence.staffId },
    act: 'staff.absenceEnded',
    facts: { absenceId, backDay },
  });
  return { staffId: absence.staffId };
}
