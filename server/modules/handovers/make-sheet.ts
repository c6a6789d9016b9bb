import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getCandidates } from './candidate.queries.ts';
import { findListed, insertSheet, lockCases, takeSheetNumber } from './sheet.store.ts';

/**
 * 材料交接单 (domain §3.2 7 and 9): one sheet for one department, or with results for one window. Refuses:
 * sheet_case_elsewhere for a case on another sheet under way, sheet_case_unfit for one whose papers do not go there now.
 */
export async function makeSheet(
  tx: Tx,
  { partnerId, caseIds }: { partnerId: string; caseIds: readonly string[] },
  call: StaffCall,
): Promise<{ sheetId: string }> {
  await lockCases(tx, call.district, caseIds);
  const { direction, candidates } = await getCandidates(tx, call, caseIds);
  const here = call.staff.post?.[direction === 'TO_OFFICE' ? 'centerId' : 'organId'] ?? undefined;
  if (here === undefined) throw new Refusal('not_allowed');
  const lines = caseIds.map((caseId) => ({ caseId, fit: candidates.find((each) => each.caseId === caseId) }));
  if (lines.some(({ fit }) => fit?.partnerId !== partnerId)) {
    const listed = await findListed(tx, call.district, caseIds);
    throw new Refusal(listed === undefined ? 'sheet_case_unfit' : 'sheet_case_elsewhere', {
      caseNo: lines.find(({ fit }) => fit?.partnerId !== partnerId)?.fit?.caseNo ?? '',
    });
  }
  const [centerId, organId] = direction === 'TO_OFFICE' ? [here, partnerId] : [partnerId, here];
  const key = createDataKey(tx, call.district);
  const sheetId = newId();
  await insertSheet(tx, call.district, {
    id: sheetId,
    direction,
    centerId,
    organId,
    number: await takeSheetNumber(tx, call.district, call.today),
    key,
    madeBy: call.staff.id,
    madeAt: call.now,
    lines: lines.map(({ caseId, fit }) => ({ caseId, papers: fit?.papers ?? [] })),
  });
  append(tx, call, {
    subject: { kind: 'handOverSheet', id: sheetId },
    act: 'handOverSheet.made',
    place: here,
    facts: { direction, centerId, organId, cases: [...caseIds] },
  });
  return { sheetId };
}
