import { config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { actsFrom, applicantOf, everywhere, getParties, lockCase } from '../cases/index.ts';
import { recordCredit } from '../credit/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';
import { endByTermination } from './end-by-termination.ts';
import { getOriginals } from './returned-material.queries.ts';

/**
 * The day of supply has ended and something is still owed: the matter is terminated, its papers go back, and, where the
 * district keeps such records, it counts as bad credit. Where all came, or it was decided or ended, nothing happens.
 */
export async function endUnsupplied(tx: Tx, { caseId }: { caseId: string }, call: Call): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  const { owedMaterials, supplyDueDay, state } = theCase;
  const isOpen = (actsFrom.receiveTolerated as readonly string[]).includes(state) || state === 'REPORTED_UP';
  if (owedMaterials === 0 || supplyDueDay === null || !isOpen) return;
  if (Temporal.Instant.compare(call.now, endOfDueDay(Temporal.PlainDate.from(supplyDueDay))) < 0) return;
  const [parties, returned] = await Promise.all([
    getParties(tx, call.district, caseId, theCase.key),
    getOriginals(tx, theCase, call),
  ]);
  const reason = `承诺在${spoken(supplyDueDay)}前补交的材料，到期还有${owedMaterials}样没有补齐`;
  await endByTermination(tx, theCase, { ground: 'suppliesMissing', reason, returned }, call);
  const { name, number } = applicantOf(parties);
  if (!config().recordsMissedSupplies || number === null) return;
  await recordCredit(
    tx,
    {
      name,
      number,
      source: 'SUPPLY_MISSED',
      reason,
      ...(theCase.decidingOrganId !== null && { organId: theCase.decidingOrganId }),
      caseId,
      ...(theCase.caseNo !== null && { caseNo: theCase.caseNo }),
    },
    call,
  );
}

/** 2026年3月9日 */
function spoken(day: string): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return `${year}年${month}月${date}日`;
}
