import type { ItemImport, ItemImportRow } from '../../../contract/imports.ts';
import type { Read } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import {
  getImport,
  getImportRows,
  getStrangeDepartments,
  importView,
  listStoredImports,
  rowViews,
} from './import.store.ts';

const usualPage = 20;

/** Spreadsheets that my organ read, newest first; the approval bureau sees all. */
export async function listImports(
  read: Read,
  { after, limit = usualPage }: { after?: string; limit?: number },
  call: StaffCall,
): Promise<{ imports: ItemImport[]; next?: string }> {
  const stored = await listStoredImports(read, call.district, {
    organIds: call.staff.scope.organIds,
    after,
    limit: limit + 1,
  });
  const imports = await Promise.all(stored.slice(0, limit).map((each) => importView(read, call, each)));
  const last = imports.at(-1);
  return { imports, ...(stored.length > limit && last !== undefined && { next: last.importId }) };
}

/** While it waits, the approval bureau is asked whose the departments are that we do not have. Refuses `not_found`. */
export async function getImportView(
  read: Read,
  { importId }: { importId: string },
  call: StaffCall,
): Promise<ItemImport> {
  const { organIds } = call.staff.scope;
  const stored = await getImport(read, call.district, importId, organIds);
  const view = await importView(read, call, stored);
  if (stored.state !== 'PREVIEWED' || organIds.length > 0) return view;
  return { ...view, departments: await getStrangeDepartments(read, call.district, importId) };
}

/** Its rows in the order of the sheet. Refuses `not_found`. */
export async function listImportRows(
  read: Read,
  { importId, ready, after, limit = usualPage }: { importId: string; ready?: boolean; after?: string; limit?: number },
  call: StaffCall,
): Promise<{ rows: ItemImportRow[]; next?: string }> {
  await getImport(read, call.district, importId, call.staff.scope.organIds);
  const stored = await getImportRows(read, call.district, importId, {
    ...(ready !== undefined && { ready }),
    after: Number(after ?? 0),
    limit: limit + 1,
  });
  const rows = await rowViews(read, call, stored.slice(0, limit));
  const last = rows.at(-1);
  return { rows, ...(stored.length > limit && last !== undefined && { next: String(last.row) }) };
}
