import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { readBearer } from './read-bearer.ts';
import { sheetObjection } from './sheet.rules.ts';
import { lockSheet, saveDiscard } from './sheet.store.ts';

/** A sheet that was made wrong and not handed over yet; its cases can stand on another. */
export async function discardSheet(
  tx: Tx,
  { sheetId }: { sheetId: string },
  call: StaffCall,
): Promise<{ sheetId: string }> {
  const sheet = await lockSheet(tx, call.district, sheetId, call.staff.scope);
  const objection = sheetObjection('discard', sheet, readBearer(call));
  if (objection !== undefined) throw new Refusal(objection);
  await saveDiscard(tx, call.district, sheetId);
  append(tx, call, { subject: { kind: 'handOverSheet', id: sheetId }, act: 'handOverSheet.discarded' });
  return { sheetId };
}
