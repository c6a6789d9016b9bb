import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { everywhere, getCase, planTelling } from '../cases/index.ts';

/** Reminds whoever still owes something of the day; where all came, or another day was set, nobody is told. */
export async function remindSupply(
  tx: Tx,
  { caseId, supplyDay }: { caseId: string; supplyDay: string },
  call: Call,
): Promise<void> {
  const { owedMaterials, supplyDueDay } = await getCase(tx, call.district, caseId, everywhere);
  if (owedMaterials === 0 || supplyDueDay !== supplyDay) return;
  planTelling(tx, call, caseId, { template: 'supplyReminder', facts: { supplyDay, count: owedMaterials } });
}
