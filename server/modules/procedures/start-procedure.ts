import type { PauseGround } from '../../../contract/deadlines.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  admitAct,
  type CaseReference,
  getMatter,
  planTelling,
  runOf,
  saveCase,
  saveTaskDueDays,
  serveNotice,
  stateOfCase,
} from '../cases/index.ts';
import { processOf } from '../catalogue/index.ts';
import { addFactToClocks, addWorkingDays, loadCalendar } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { decisionAmong, subjectsOf, taskDaysAmong, withDays } from './case-days.rules.ts';
import { groundsOf, groundWords } from './procedure.rules.ts';
import { insertProcedure } from './procedure.store.ts';
import { specialProcedureNotice } from './procedure-paper.rules.ts';

export interface StartProcedure {
  readonly caseId: string;
  readonly ground: PauseGround;
  /** Working days that the applicant is told. */
  readonly neededDays: number;
  readonly reason: string;
}

/**
 * 特别程序: tells the applicant in writing how long it takes, and lets the limits of the case and of its live tasks stand
 * still from the day after (ALL 45, R-2.14). Refuses pause_without_ground where neither art. 45 nor the item's own law
 * takes its time out, and procedure_too_late once the limit is over.
 */
export async function startProcedure(
  tx: Tx,
  { caseId, ground, neededDays, reason }: StartProcedure,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'startProcedure', caseId, call);
  const [matter, calendar] = await Promise.all([getMatter(tx, call, theCase), loadCalendar(tx, call.district)]);
  const { version } = matter;
  const named = groundsOf(processOf(version)).find((each) => each.ground === ground);
  if (named === undefined) throw new Refusal('pause_without_ground', { ground });
  // Beside the lead, an organ stops the limit only for what the item lets its own task wait for.
  const organId = call.staff.post?.organId ?? matter.decidingOrgan.id;
  const own = theCase.tasks.filter(
    ({ organisationId, state }) => organisationId === organId && (state === 'open' || state === 'signedFor'),
  );
  if (
    organId !== theCase.decidingOrganId &&
    !processOf(version)
      .stages.flatMap(({ tasks }) => tasks)
      .some((task) => task.pause?.ground === ground && own.some(({ key }) => key === task.key))
  )
    throw new Refusal('pause_without_ground', { ground });
  const lastDay = theCase.statutoryDueDay ?? theCase.dueDay;
  if (lastDay !== null && lastDay < call.today.toString()) throw new Refusal('procedure_too_late', { day: lastDay });
  const expected = addWorkingDays(call.today, neededDays, calendar);
  const provisional = calendar.kindOf(expected).provisional;
  const { basis } = named;
  const clocks = await addFactToClocks(
    tx,
    call.district,
    { subjects: subjectsOf(theCase) },
    { kind: 'pause', day: call.today, at: call.now, ground, neededDays, ...(basis && { basis }) },
  );
  const id = newId();
  const decision = decisionAmong(clocks);
  const paused = {
    ...(decision === undefined ? theCase : withDays(theCase, decision)),
    procedureId: id,
    procedureOrganId: organId,
  };
  saveCase(tx, call.district, { ...paused, state: stateOfCase({ ...paused, run: runOf(theCase, version) }) });
  await saveTaskDueDays(tx, call.district, taskDaysAmong(clocks));
  const facts = { ground, reason, neededDays, startDay: call.today.toString(), expectedDay: expected.toString() };
  const notice = await issueDocument(
    tx,
    {
      organ: matter.issuingOrgan,
      subject: { kind: 'case', id: caseId },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: specialProcedureNotice(matter, { ...facts, provisional, ...(basis && { basis }) }),
    },
    call,
  );
  await insertProcedure(tx, call.district, theCase.key, {
    ...{ id, caseId, ground, neededDays, reason },
    organisationId: organId,
    basis: basis ?? null,
    startedDay: facts.startDay,
    expectedDay: facts.expectedDay,
    startedBy: call.staff.id,
    documentId: notice.documentId,
  });
  serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.procedureStarted',
    place: matter.decidingOrgan.id,
    facts: {
      ...{ procedureId: id, ground, neededDays, expectedDay: facts.expectedDay, dueDay: paused.dueDay },
      documents: [notice.documentId],
      number: notice.number,
      digest: notice.digest,
    },
  });
  planTelling(tx, call, caseId, {
    template: 'procedureStarted',
    facts: { procedure: groundWords[ground], days: neededDays },
  });
  return { caseId, documentIds: [notice.documentId] };
}
