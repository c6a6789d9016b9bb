import type { Tx } from '../../platform/database/index.ts';
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
import { addFactToClocks, explainClock } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { decisionAmong, subjectsOf, taskDaysAmong, withDays } from './case-days.rules.ts';
import { groundWords } from './procedure.rules.ts';
import { getProcedures, saveProcedureEnd } from './procedure.store.ts';
import { resumptionNotice } from './procedure-paper.rules.ts';

export interface EndProcedure {
  readonly caseId: string;
  /** The day on which the result came in, which is today: it is recorded when it comes, not afterwards. */
  readonly day?: string;
  readonly result: string;
}

/**
 * The result of a special procedure came in: today is the last day that is not counted, the limits go on with the next
 * working day, and the applicant is told in writing what was not counted and until when. Refuses `backdated` for any other day.
 */
export async function endProcedure(
  tx: Tx,
  { caseId, day, result }: EndProcedure,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'endProcedure', caseId, call);
  const today = call.today.toString();
  if (day !== undefined && day !== today)
    throw new Refusal('backdated', { day, today }, [{ field: 'day', code: 'backdated' }]);
  const [matter, procedures] = await Promise.all([
    getMatter(tx, call, theCase),
    getProcedures(tx, call.district, caseId, theCase.key),
  ]);
  const procedure = procedures.find(({ id }) => id === theCase.procedureId);
  if (procedure === undefined) throw new Refusal('not_found');
  const clocks = await addFactToClocks(
    tx,
    call.district,
    { subjects: subjectsOf(theCase) },
    { kind: 'resume', day: call.today, at: call.now },
  );
  const decision = decisionAmong(clocks);
  const resumed = {
    ...(decision === undefined ? theCase : withDays(theCase, decision)),
    procedureId: null,
    procedureOrganId: null,
  };
  saveCase(tx, call.district, {
    ...resumed,
    state: stateOfCase({ ...resumed, run: runOf(theCase, matter.version) }),
  });
  await Promise.all([
    saveTaskDueDays(tx, call.district, taskDaysAmong(clocks)),
    saveProcedureEnd(tx, call.district, theCase.key, {
      ...{ id: procedure.id, endedDay: call.today, endedBy: call.staff.id, result },
    }),
  ]);
  const ref = { subject: { kind: 'case', id: caseId }, purpose: 'decision' };
  const explained = await explainClock(tx, { district: call.district, clock: ref, today: call.today });
  const pause = (explained.statutory ?? explained.first).summary.pauses.at(-1);
  const notice = await issueDocument(
    tx,
    {
      organ: matter.issuingOrgan,
      subject: ref.subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: resumptionNotice(
        { ...matter, theCase: resumed },
        {
          ground: procedure.ground,
          startedDay: procedure.startedDay,
          endedDay: today,
          notCounted: pause?.days ?? 0,
          unit: (explained.clock.limits.statutory ?? explained.clock.limits.promised)?.unit ?? 'workingDays',
        },
      ),
    },
    call,
  );
  serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.procedureEnded',
    place: matter.decidingOrgan.id,
    facts: {
      ...{
        procedureId: procedure.id,
        ground: procedure.ground,
        startedDay: procedure.startedDay,
        dueDay: resumed.dueDay,
      },
      documents: [notice.documentId],
      number: notice.number,
      digest: notice.digest,
    },
  });
  planTelling(tx, call, caseId, {
    template: 'procedureEnded',
    facts: { procedure: groundWords[procedure.ground], dueDay: resumed.dueDay ?? '' },
  });
  return { caseId, documentIds: [notice.documentId] };
}
