import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addWorkingDays, loadCalendar } from '../deadlines/index.ts';
import { getOfficeSettings, type StaffCall } from '../people/index.ts';
import { readBearer } from './read-bearer.ts';
import { sheetObjection } from './sheet.rules.ts';
import { getLines, lockSheet, saveHanding } from './sheet.store.ts';

/** The giver signs: from here on the papers are on their way. Refuses: not_found, not_allowed, sheet_moved_on. */
export async function handSheet(
  tx: Tx,
  { sheetId }: { sheetId: string },
  call: StaffCall,
): Promise<{ sheetId: string }> {
  const sheet = await lockSheet(tx, call.district, sheetId, call.staff.scope);
  const objection = sheetObjection('hand', sheet, readBearer(call));
  if (objection !== undefined) throw new Refusal(objection);
  const [lines, settings, calendar] = await Promise.all([
    getLines(tx, call.district, sheet),
    getOfficeSettings(tx, call.district),
    loadCalendar(tx, call.district),
  ]);
  const takeDueDay = addWorkingDays(call.today, settings.handOverDays, calendar);
  await saveHanding(tx, call.district, sheetId, {
    staffId: call.staff.id,
    postId: call.actor.postId,
    at: call.now,
    takeDueDay,
  });
  const facts = { sheetId, number: sheet.number, takeDueDay: takeDueDay.toString() };
  append(tx, call, { subject: { kind: 'handOverSheet', id: sheetId }, act: 'handOverSheet.handed', facts });
  for (const { caseId } of lines)
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: 'case.papersHanded',
      place: sheet.direction === 'TO_OFFICE' ? sheet.centerId : sheet.organId,
      facts,
    });
  return { sheetId };
}
