import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import type { StaffCall } from '../people/index.ts';
import { lockCreditRecord, saveRepair } from './credit.store.ts';

/** 信用修复: from today on the record shuts nothing any more; it stays in the register. Refuses: credit_repaired. */
export async function repairCredit(
  tx: Tx,
  { recordId, reason }: { recordId: string; reason: string },
  call: StaffCall,
): Promise<{ recordId: string }> {
  const record = await lockCreditRecord(tx, call.district, recordId);
  if (record.repairedDay !== null) throw new Refusal('credit_repaired', { day: record.repairedDay });
  if (reason.trim() === '') throw new Refusal('invalid_input', {}, [{ field: 'reason', code: 'required' }]);
  await saveRepair(tx, call.district, {
    id: recordId,
    day: call.today,
    by: call.staff.id,
    sealedReason: seal(record.key, JSON.stringify(reason.trim())),
  });
  append(tx, call, {
    subject: { kind: 'credit', id: recordId },
    act: 'credit.repaired',
    facts: { repairedDay: call.today.toString() },
  });
  return { recordId };
}
