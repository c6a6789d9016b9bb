import type { FieldFault } from '../../../contract/refusals.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Grid } from '../../platform/spreadsheets/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { draftOf, organMeant } from './import.rules.ts';
import { getTakenCodes, insertImport, type JudgedRow } from './import.store.ts';
import { readRows, readTable, type SheetRow } from './sheet.rules.ts';

/**
 * Reads a spreadsheet of items and judges it row by row; imports nothing. A department's manager imports for his own
 * organ, the approval bureau for all: rows of a department that we have go to its managers. Refuses `file_empty`,
 * `spreadsheet_unreadable`, `spreadsheet_too_large`, `spreadsheet_no_names`.
 */
export async function previewImport(
  tx: Tx,
  { name }: { name: string },
  call: StaffCall,
  grid: Grid,
): Promise<{ importId: string }> {
  const { post } = call.staff;
  if (post === undefined) throw new Refusal('no_post');
  const table = readTable(grid);
  if (table === undefined) throw new Refusal('spreadsheet_no_names');
  const [places, taken] = await Promise.all([loadPlaces(tx, call.district), getTakenCodes(tx, call.district)]);
  const district = places.root?.name.zh ?? '';
  const meant = new Map<string, string | null>();
  const rows = readRows(table, taken).map((row): JudgedRow => {
    const { organ = '' } = row.values;
    if (!meant.has(organ)) meant.set(organ, organMeant(organ, places.organs, district));
    const organId = meant.get(organ) ?? null;
    const strange = post.role === 'itemManager' && organId !== null && organId !== post.organId;
    const faults: readonly FieldFault[] = strange
      ? [...row.faults, { field: 'organ', code: 'organ_of_others', facts: { value: organ } }]
      : row.faults;
    return { ...row, faults, organId, missing: missingOf(row) };
  });
  const importId = newId();
  await insertImport(tx, call, {
    id: importId,
    name: name.toWellFormed(),
    organId: post.organId,
    headingRow: table.headingRow,
    unknownHeadings: table.unknown,
    readBy: call.staff.id,
    rows,
  });
  append(tx, call as Call, {
    subject: { kind: 'itemImport', id: importId },
    act: 'itemImport.read',
    facts: { rows: rows.length, wrong: rows.filter(({ faults }) => faults.length > 0).length },
  });
  return { importId };
}

const missingOf = ({ values, faults }: SheetRow) => (faults.length > 0 ? [] : draftOf(values).missing);
