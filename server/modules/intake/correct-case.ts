import type { DefectKind } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import {
  admitAct,
  type Case,
  correctionNotice,
  getDefects,
  getMaterials,
  getMatter,
  insertDefects,
  judgeCorrection,
  planTelling,
  reopenDefects,
  requirementsOf,
  saveCase,
  serveNotice,
} from '../cases/index.ts';
import { startClock, stopClock } from '../deadlines/index.ts';
import { planDeemedWithdrawal } from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { beyondGuide } from './beyond-guide.rules.ts';

export interface CorrectCase {
  readonly caseId: string;
  readonly defects: readonly { key: string; kind: DefectKind; howToFix: string; newlyArising?: boolean }[];
}

/**
 * The one correction notice for everything at once (ALL 32(1)(4), R-2.4, R-2.12). After a resubmission a listed defect
 * that is still open gets no second notice: the case goes back with a pointer to the first. Refuses: five_days_over,
 * second_notice, defects_missing, material_unknown, material_unread.
 */
export async function correctCase(tx: Tx, { caseId, defects }: CorrectCase, call: StaffCall): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'correct', caseId, call);
  const [matter, earlier, materials] = await Promise.all([
    getMatter(tx, call, theCase),
    getDefects(tx, call.district, caseId, theCase.key),
    getMaterials(tx, call.district, caseId),
  ]);
  const requirements = new Map(requirementsOf(matter).map((requirement) => [requirement.key, requirement]));
  const fields = (keys: readonly string[], code: string) => keys.map((field) => ({ field, code }));
  // The guide binds: what the version does not list for this situation, or what we look up ourselves, nobody may demand.
  const foreign = defects.filter(
    ({ key }) => requirements.get(key)?.necessity !== 'required' && requirements.get(key)?.necessity !== 'optional',
  );
  if (foreign.length > 0)
    throw beyondGuide(
      caseId,
      foreign.map(({ key }) => key),
    );
  const listed = defects.map(({ key }) => key);
  const twice = listed.filter((key, index) => listed.indexOf(key) !== index);
  if (twice.length > 0) throw new Refusal('invalid_input', {}, fields(twice, 'format'));
  const unread = defects.filter(({ key, kind }) => {
    const material = materials.find((candidate) => candidate.key === key);
    return (
      kind !== 'missing' &&
      material !== undefined &&
      material.files.length > 0 &&
      !material.openedBy.includes(call.staff.post?.id ?? '')
    );
  });
  if (unread.length > 0)
    throw new Refusal(
      'material_unread',
      { count: unread.length },
      fields(
        unread.map(({ key }) => key),
        'material_unread',
      ),
    );
  const kinds = defects.map(({ key, newlyArising }) => ({
    key,
    newlyArising: newlyArising ?? false,
    resupplied: materials.some((material) => material.key === key && material.suppliedRound === theCase.round),
  }));
  const judged = judgeCorrection(theCase.round, new Set(earlier.map((defect) => defect.key)), kinds);
  if ('code' in judged) throw new Refusal(judged.code, judged.facts);

  const noticed = defects.filter(({ key }) => judged.notice.includes(key));
  const { correctionDays } = matter.version.content;
  // Without a new notice the first one goes on, and so does its last day.
  const noticeDay =
    noticed.length === 0 && theCase.noticeSentDay !== null
      ? Temporal.PlainDate.from(theCase.noticeSentDay)
      : call.today;
  const subject = { kind: 'case', id: caseId };
  await stopClock(tx, {
    district: call.district,
    clock: { subject, purpose: 'answer' },
    day: call.today,
    at: call.now,
  });
  // The applicant's own day is a clock like any other: a holiday notice that comes late moves it.
  const clock =
    correctionDays === null
      ? undefined
      : await startClock(tx, {
          district: call.district,
          subject,
          purpose: 'correction',
          limits: {
            promised: { amount: correctionDays, unit: 'workingDays', basis: { guide: matter.version.content.name.zh } },
          },
          startDay: noticeDay,
        });
  const lastDay = clock?.dueDay ?? null;
  const after: Case = {
    ...theCase,
    state: 'CORRECTION_REQUIRED',
    noticeSentDay: theCase.noticeSentDay ?? call.today.toString(),
    openDefects: defects.length,
    duePurpose: lastDay === null ? null : 'correction',
    dueDay: lastDay,
    dueProvisional: clock?.provisional ?? false,
    statutoryDueDay: null,
    promisedDueDay: null,
  };
  await Promise.all([
    insertDefects(
      tx,
      call.district,
      caseId,
      theCase.key,
      theCase.round,
      noticed.map((defect) => ({ ...defect, newlyArising: defect.newlyArising ?? false })),
    ),
    reopenDefects(tx, call.district, caseId, judged.stillOpen),
    saveCase(tx, call.district, after),
  ]);
  const notice =
    noticed.length === 0
      ? undefined
      : await issueDocument(
          tx,
          {
            organ: matter.acceptingOrgan,
            subject: { kind: 'case', id: caseId },
            key: theCase.key,
            maskedHolder: theCase.maskedApplicant,
            content: correctionNotice(matter, {
              defects: noticed,
              lastDay,
              provisional: clock?.provisional ?? false,
            }),
          },
          call,
        );
  if (lastDay !== null) planDeemedWithdrawal(tx, call, { caseId, round: theCase.round, lastDay });
  if (notice !== undefined) serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: notice === undefined ? 'case.returnedStillOpen' : 'case.corrected',
    place: matter.center.id,
    facts: {
      round: theCase.round,
      openDefects: defects.length,
      materials: defects.map(({ key }) => key),
      documents: notice === undefined ? [] : [notice.documentId],
      number: notice?.number ?? null,
      digest: notice?.digest ?? null,
    },
  });
  planTelling(tx, call, caseId, {
    template: notice === undefined ? 'stillOpen' : 'corrected',
    facts: { count: defects.length },
  });
  return { caseId, documentIds: notice === undefined ? [] : [notice.documentId] };
}
