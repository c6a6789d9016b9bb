import { config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { actsFrom, applicantOf, everywhere, findRenewedByLaw, getParties, lockCase } from '../cases/index.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { recordCredit } from '../credit/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';
import { getOwed } from './commitment.store.ts';
import { endByTermination } from './end-by-termination.ts';
import { planSupplyEnd } from './plan-supply-end.ts';
import { getOriginals } from './returned-material.queries.ts';

/**
 * The day of supply has ended and something is still owed: the matter is terminated, its papers go back, and, where he had
 * promised it for a tolerated acceptance and the district keeps such records, it counts as bad credit. Where all came, it
 * was decided or ended, or the law has renewed meanwhile, nothing happens; where the day is another one, it
 * happens then.
 */
export async function endUnsupplied(tx: Tx, { caseId }: { caseId: string }, call: Call): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  const { owedMaterials, supplyDueDay, state } = theCase;
  // Only where it could be supplied until now: nobody is ended for what he was not let hand in.
  const isOpen = (actsFrom.receiveTolerated as readonly string[]).includes(state);
  if (owedMaterials === 0 || supplyDueDay === null || !isOpen) return;
  if (Temporal.Instant.compare(call.now, endOfDueDay(Temporal.PlainDate.from(supplyDueDay))) < 0)
    return planSupplyEnd(tx, call, { caseId, supplyDay: supplyDueDay });
  const version = await getItemVersion(tx, call.district, theCase.itemVersionId);
  if ((await findRenewedByLaw(tx, theCase, version, call)) !== undefined) return;
  const [parties, returned, owed] = await Promise.all([
    getParties(tx, call.district, caseId, theCase.key),
    getOriginals(tx, theCase, call),
    getOwed(tx, call.district, caseId),
  ]);
  const late = owed.filter(({ dueDay }) => dueDay !== null && dueDay <= supplyDueDay);
  const wasPromised = late.some(({ method }) => method !== null);
  const reason = `${wasPromised ? '承诺在' : '撤回承诺以后，应当在'}${spoken(supplyDueDay)}前补交的材料，到期还有${late.length}样没有补齐`;
  await endByTermination(tx, theCase, { ground: 'suppliesMissing', reason, returned }, call);
  const { name, number } = applicantOf(parties);
  if (!wasPromised || !config().recordsMissedSupplies || number === null) return;
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
