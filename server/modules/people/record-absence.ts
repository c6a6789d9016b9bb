import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type AbsenceKind, absenceFaults, lastDayAway } from './absence.rules.ts';
import { getAbsences, holdStaff, insertAbsence } from './absence.store.ts';
import type { StaffCall } from './caller.store.ts';

export interface RecordAbsence {
  readonly staffId: string;
  readonly kind: AbsenceKind;
  readonly fromDay: string;
  readonly untilDay: string;
}

/**
 * 外出、请假: somebody is away on these days, and the substitutes of his posts stand in meanwhile (AB岗, domain §3.3).
 * Recorded by himself or an administrator. Refuses: not_found, absence_overlaps.
 */
export async function recordAbsence(
  tx: Tx,
  { staffId, kind, fromDay, untilDay }: RecordAbsence,
  call: StaffCall,
): Promise<{ staffId: string }> {
  const faults = absenceFaults({ fromDay, untilDay }, call.today);
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  if (!(await holdStaff(tx, call.district, { staffId, today: call.today }))) throw new Refusal('not_found');
  const known = await getAbsences(tx, call.district, { staffIds: [staffId], today: call.today });
  const other = known.find((each) => each.fromDay <= untilDay && (lastDayAway(each) ?? '') >= fromDay);
  if (other !== undefined)
    throw new Refusal('absence_overlaps', { fromDay: other.fromDay, untilDay: lastDayAway(other) ?? '' });
  const id = newId();
  await insertAbsence(tx, call.district, { id, staffId, kind, fromDay, untilDay, recordedAt: call.now });
  append(tx, call, {
    subject: { kind: 'staff', id: staffId },
    act: 'staff.absenceRecorded',
    facts: { absenceId: id, fromDay, untilDay },
  });
  return { staffId };
}
