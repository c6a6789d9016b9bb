import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadCalendar } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getStaffedOrgans } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { draftOf } from './import.rules.ts';
import { closeImport, getImportRows, getTakenCodes, insertImportedDrafts, lockImport } from './import.store.ts';
import { judgeDraft } from './judge-draft.ts';

/**
 * Makes a draft of every chosen row, or of every row without a fault, in one transaction: all of them or none. A row
 * goes to the department that it names, where we have it, else to the one that `departments` says, else it stays with
 * whoever read the sheet. Refuses `not_found`, `import_moved_on`, `invalid_input` for an organ that is none or another's,
 * and `import_row_wrong` with each chosen row that cannot be imported, also where its code was taken since the sheet was
 * read.
 */
export async function confirmImport(
  tx: Tx,
  {
    importId,
    rows: chosen,
    departments = [],
  }: { importId: string; rows?: number[]; departments?: { name: string; organId: string }[] },
  call: StaffCall,
): Promise<{ importId: string }> {
  const stored = await lockImport(tx, call.district, importId, call.staff.scope.organIds);
  if (stored.state !== 'PREVIEWED') throw new Refusal('import_moved_on', { state: stored.state });
  const [rows, taken, places, staffed, calendar] = await Promise.all([
    getImportRows(tx, call.district, importId, chosen === undefined ? { ready: true } : { of: chosen }),
    getTakenCodes(tx, call.district),
    loadPlaces(tx, call.district),
    getStaffedOrgans(tx, call),
    loadCalendar(tx, call.district),
  ]);
  const unknown = (chosen ?? []).filter((row) => !rows.some((each) => each.row === row));
  const wrong = rows.filter(({ isReady, values }) => !isReady || taken.has(values.code ?? ''));
  if (rows.length === 0 || wrong.length + unknown.length > 0) {
    const named = [...wrong.map(({ row }) => row), ...unknown].slice(0, 100);
    throw new Refusal(
      'import_row_wrong',
      { count: wrong.length + unknown.length },
      named.map((row) => ({ field: String(row), code: 'row_wrong' })),
    );
  }
  const { organIds } = call.staff.scope;
  const stranger = departments.find(
    ({ organId }) =>
      places.organById(organId)?.isAdministrativeOrgan !== true || (organIds.length > 0 && !organIds.includes(organId)),
  );
  if (stranger !== undefined) throw new Refusal('invalid_input', {}, [{ field: 'departments', code: 'not_an_organ' }]);
  const given = new Map(departments.map(({ name, organId }) => [name, organId]));
  const by = { calendar, places, staffed, holder: undefined, today: call.today.toString() };
  const drafts = rows.map(({ row, values, ...judged }) => {
    const organId = judged.organId ?? given.get(values.organ ?? '') ?? null;
    const draft = {
      ...draftOf(values),
      itemId: null,
      organId: organId ?? stored.organisationId,
      acceptingOrganId: organId,
      decidingOrganId: organId,
    };
    return { ...draft, id: newId(), row, faultCount: judgeDraft(draft, by).length };
  });
  await insertImportedDrafts(tx, call, importId, drafts);
  await closeImport(tx, call, { importId, state: 'IMPORTED', imported: drafts.length, staffId: call.staff.id });
  append(tx, call, {
    subject: { kind: 'itemImport', id: importId },
    act: 'itemImport.confirmed',
    facts: { drafts: drafts.length },
  });
  return { importId };
}
