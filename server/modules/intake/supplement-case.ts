import type { Sent } from '../../../contract/cases.ts';
import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openText } from '../../platform/vault/index.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  admitAct,
  answerDue,
  correctionLastDay,
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
import { addFactToClocks, endOfDueDay, loadCalendar, startClock } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { arrivalFacts, readArrival } from './arrival.rules.ts';
import { beyondGuide } from './beyond-guide.rules.ts';
import { planDeemedAcceptance } from './plan-deemed-acceptance.ts';

/**
 * Hands in what the correction notice listed, online or at the window. Only a complete resubmission is a receipt: it
 * starts a round of its own with its own 收件凭证 and its own five days; what was sent is received on the day
 * on which it arrived, though a clerk may take it in later (ALL 29). Refuses materials_missing with what is still lacking,
 * and correction_over for what came after the last day where a local rule ends the case with that.
 */
export async function supplementCase(
  tx: Tx,
  { caseId, materials, sent: letter }: { caseId: string; materials: readonly HandedIn[]; sent?: Sent },
  call: ResidentCall | StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'resident' in call ? 'supplement' : 'receiveSupplement', caseId, call);
  const [matter, defects] = await Promise.all([
    getMatter(tx, call, theCase),
    getDefects(tx, call.district, caseId, theCase.key),
  ]);
  // Nothing answers a notice that was not written yet, or comes before what this round is of.
  const [earliest] = [theCase.noticeSentDay, theCase.receivedDay]
    .flatMap((day) => (day === null ? [] : [Temporal.PlainDate.from(day)]))
    .toSorted((a, b) => Temporal.PlainDate.compare(b, a));
  const sent =
    letter &&
    readArrival(letter, {
      today: call.today,
      ...(earliest && { earliest }),
      calendar: await loadCalendar(tx, call.district),
    });
  const day = sent?.day ?? call.today;
  const lastDay = correctionLastDay(theCase, matter.version);
  if (lastDay !== null && day.toString() > lastDay) throw new Refusal('correction_over', { day: lastDay });
  const receivedAt = day.equals(call.today) ? call.now : startOfDay(day);
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
    { kind: 'stop', day, at: call.now },
  );
  insertReceipt(tx, call.district, theCase, { round, at: receivedAt, day, lateReason: sent?.lateReason ?? null });
  const [clock] = await Promise.all([
    startClock(tx, {
      district: call.district,
      subject,
      purpose: 'answer',
      limits: { statutory: matter.version.content.answerLimit },
      startDay: day,
      at: call.now,
    }),
    settleDefects(tx, call.district, caseId, round),
  ]);
  const after = {
    ...theCase,
    state: 'RECEIVED',
    round,
    openDefects: 0,
    // The day of receipt belongs to the round: acceptance by law counts from here.
    receivedDay: day.toString(),
    ...answerDue(clock),
  } as const;
  saveCase(tx, call.district, after);
  const handedIn = await getMaterials(tx, call.district, caseId);
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
          receivedAt: receivedAt.toString(),
          ...(sent && { sentBy: sent.by }),
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
    {
      theCase,
      documentId: receipt.documentId,
      came: 'resident' in call ? 'ONLINE' : (sent?.by ?? 'WINDOW'),
      ...('staff' in call && { hand: 'overTheCounter' as const }),
    },
    call,
  );
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.supplemented',
    ...(theCase.intakeCenterId && { place: theCase.intakeCenterId }),
    facts: {
      round,
      ...(sent && { channel: sent.by }),
      ...arrivalFacts(sent, call.today),
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
