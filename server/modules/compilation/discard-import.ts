import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { closeImport, lockImport } from './import.store.ts';

/** Puts a spreadsheet aside; nothing of it was imported. Refuses `not_found`, `import_moved_on`. */
export async function discardImport(
  tx: Tx,
  { importId }: { importId: string },
  call: StaffCall,
): Promise<{ importId: string }> {
  const { state } = await lockImport(tx, call.district, importId, call.staff.scope.organIds);
  if (state !== 'PREVIEWED') throw new Refusal('import_moved_on', { state });
  await closeImport(tx, call, { importId, state: 'DISCARDED', imported: 0, staffId: call.staff.id });
  append(tx, call, { subject: { kind: 'itemImport', id: importId }, act: 'itemImport.discarded' });
  return { importId };
}
