import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openText } from '../../platform/vault/index.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  admitAct,
  answerDue,
  getDefects,
  getMaterials,
  getMatter,
  type HandedIn,
  insertReceipt,
  intakeReceipt,
  planTelling,
  putMaterials,
  requirementsOf,
  saveCase,
  serveNotice,
  settleDefects,
} from '../cases/index.ts';
import { addFactToClocks, endOfDueDay, startClock } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { beyondGuide } from './beyond-guide.rules.ts';
import { planDeemedAcceptance } from './plan-deemed-acceptance.ts';

/**
 * Hands in what the correction notice listed, online or at the window. Only a complete resubmission is a receipt: it
 * starts a round of its own with its own 收件凭证 and its own five days. Refuses materials_missing with what is still lacking.
 */
export async function supplementCase(
  tx: Tx,
  { caseId, materials }: { caseId: string; materials: readonly HandedIn[] },
  call: ResidentCall | StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'resident' in call ? 'supplement' : 'receiveSupplement', caseId, call);
  const [matter, defects] = await Promise.all([
    getMatter(tx, call, theCase),
    getDefects(tx, call.district, caseId, theCase.key),
  ]);
  const open = new Set(defects.filter((defect) => defect.settledRound === null).map((defect) => defect.key));
  const unasked = materials.filter(({ key }) => !open.has(key));
  if (unasked.length > 0) {
    const listed = new Set(requirementsOf(matter).map(({ key }) => key));
    const beyond = unasked.filter(({ key }) => !listed.has(key));
    // A paper of the guide that nobody asked for this time is refused, and is no demand beyond it.
    throw beyond.length === 0
      ? new Refusal(
          'material_unknown',
          {},
          unasked.map(({ key }) => ({ field: key, code: 'unknown_field' })),
        )
      : beyondGuide(
          caseId,
          beyond.map(({ key }) => key),
        );
  }
  const supplied = new Set(materials.filter(({ received }) => received).map(({ key }) => key));
  const missing = [...open].filter((key) => !supplied.has(key));
  if (missing.length > 0)
    throw new Refusal(
      'materials_missing',
      { count: missing.length },
      missing.map((field) => ({ field, code: 'required' })),
    );
  const round = theCase.round + 1;
  const uploader =
    'resident' in call
      ? ({ kind: 'resident', id: call.resident.id } as const)
      : ({ kind: 'staff', id: call.staff.id } as const);
  await putMaterials(tx, call.district, { caseId, round, into: 'case', uploader }, materials);
  const subject = { kind: 'case', id: caseId };
  await addFactToClocks(
    tx,
    call.district,
    { subjects: [subject], purposes: ['correction'] },
    { kind: 'stop', day: call.today, at: call.now },
  );
  const [clock] = await Promise.all([
    startClock(tx, {
      district: call.district,
      subject,
      purpose: 'answer',
      limits: { statutory: matter.version.content.answerLimit },
      startDay: call.today,
      at: call.now,
    }),
    settleDefects(tx, call.district, caseId, round),
    insertReceipt(tx, call.district, { caseId, round, at: call.now, day: call.today }),
  ]);
  const after = {
    ...theCase,
    state: 'RECEIVED',
    round,
    openDefects: 0,
    // The day of receipt belongs to the round: acceptance by law counts from here.
    receivedDay: call.today.toString(),
    ...answerDue(clock),
  } as const;
  const [handedIn] = await Promise.all([getMaterials(tx, call.district, caseId), saveCase(tx, call.district, after)]);
  const receipt = await issueDocument(
    tx,
    {
      organ: matter.acceptingOrgan,
      subject: { kind: 'case', id: caseId },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: intakeReceipt(
        { ...matter, theCase: after },
        {
          receivedAt: call.now.toString(),
          receiverName: 'staff' in call ? call.staff.name : '门口办网上申请',
          queryCode: theCase.sealedQueryCode === null ? '' : openText(theCase.key, theCase.sealedQueryCode),
          checkLastDay: clock.dueDay,
          provisional: clock.provisional,
          materials: handedIn
            .filter(({ suppliedRound }) => suppliedRound === round)
            .map((material) => ({
              ...material,
              files: material.files.filter((file) => file.round === round).length,
            })),
        },
      ),
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
    act: 'case.supplemented',
    ...(theCase.intakeCenterId && { place: theCase.intakeCenterId }),
    facts: {
      round,
      answeredByDay: clock.dueDay,
      materials: [...supplied],
      documents: [receipt.documentId],
      digest: receipt.digest,
    },
  });
  planDeemedAcceptance(tx, call, after, matter.version, endOfDueDay(Temporal.PlainDate.from(clock.dueDay)));
  planTelling(tx, call, caseId, { template: 'received', facts: { answeredByDay: clock.dueDay } });
  return { caseId, documentIds: [receipt.documentId] };
}
