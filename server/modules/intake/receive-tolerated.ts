import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openText } from '../../platform/vault/index.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  admitAct,
  getMatter,
  type HandedIn,
  intakeReceipt,
  judgeSupply,
  planTelling,
  putMaterials,
  saveCase,
  serveNotice,
} from '../cases/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { getOwed, planSupply, settleSupplies } from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';

/**
 * 补交: what was owed since a tolerated acceptance, or since a commitment was taken back, comes in at the window or online;
 * with the last of it the result is free. Each time has its own 收件凭证. Refuses: supply_not_owed, materials_missing where nothing was handed in.
 */
export async function receiveTolerated(
  tx: Tx,
  { caseId, materials }: { caseId: string; materials: readonly HandedIn[] },
  call: ResidentCall | StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'receiveTolerated', caseId, call);
  const supplies = await getOwed(tx, call.district, caseId);
  const owed = new Set(supplies.map(({ key }) => key));
  const objection = judgeSupply(
    owed,
    materials.map(({ key }) => key),
  );
  if (objection !== undefined)
    throw new Refusal(objection.code, objection.facts, [{ field: 'materials', code: objection.code }]);
  const supplied = materials.filter(({ received }) => received);
  const keys = supplied.map(({ key }) => key);
  if (keys.length === 0)
    throw new Refusal('materials_missing', { count: owed.size }, [{ field: 'materials', code: 'required' }]);
  const uploader =
    'resident' in call
      ? ({ kind: 'resident', id: call.resident.id } as const)
      : ({ kind: 'staff', id: call.staff.id } as const);
  await putMaterials(tx, call.district, { caseId, round: theCase.round, into: 'case', uploader }, supplied);
  const still = supplies.filter(({ key }) => !keys.includes(key));
  const left = still.length;
  // Where one day came from the acceptance and another from a commitment taken back, the nearer one counts.
  const [supplyDueDay = null] = still.flatMap(({ dueDay }) => dueDay ?? []).toSorted();
  saveCase(tx, call.district, { ...theCase, owedMaterials: left, supplyDueDay });
  await settleSupplies(tx, call.district, { caseId, keys, at: call.now });
  if (supplyDueDay !== null && supplyDueDay !== theCase.supplyDueDay)
    planSupply(tx, call, { caseId, supplyDay: supplyDueDay }, await loadCalendar(tx, call.district));
  const matter = await getMatter(tx, call, theCase);
  const receipt = await issueDocument(
    tx,
    {
      organ: matter.acceptingOrgan,
      subject: { kind: 'case', id: caseId },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: intakeReceipt(matter, {
        receivedAt: call.now.toString(),
        receiverName: 'staff' in call ? call.staff.name : '门口办网上申请',
        queryCode: theCase.sealedQueryCode === null ? '' : openText(theCase.key, theCase.sealedQueryCode),
        checkLastDay: null,
        provisional: false,
        supply: { left, lastDay: supplyDueDay },
        materials: supplied.map((material) => ({ ...material, files: material.fileIds.length })),
      }),
    },
    call,
  );
  serveNotice(
    tx,
    { theCase, documentId: receipt.documentId, ...('staff' in call && { hand: 'overTheCounter' as const }) },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.receivedTolerated',
    ...(theCase.intakeCenterId && { place: theCase.intakeCenterId }),
    facts: {
      materials: keys,
      count: keys.length,
      left,
      documents: [receipt.documentId],
      digest: receipt.digest,
    },
  });
  planTelling(tx, call, caseId, { template: 'supplied', facts: { left } });
  return { caseId, documentIds: [receipt.documentId] };
}
