import type { Inputs } from '../../../contract/routes.ts';
import { config } from '../../platform/config.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { admitTaskAct, applicantOf, getMatter, planTelling } from '../cases/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import type { IssuedDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { requestLastDay } from './hearing.rules.ts';
import { findHearing, insertHearing } from './hearing.store.ts';
import { issueMeetingPaper } from './issue-meeting-paper.ts';
import { hearingRightsNotice } from './meeting-paper.rules.ts';
import { planHearingEnd } from './plan-hearing-end.ts';

/**
 * Tells applicant and interested parties that they may ask for a hearing, and until when (ALL 36, 47): a notice for each.
 * What nobody asks for in time ends its task by itself. Refuses task_of_other_kind, hearing_told.
 */
export async function notifyHearing(
  tx: Tx,
  input: Inputs['POST /cases/:caseId/tasks/:taskId/notify-hearing'],
  call: StaffCall,
): Promise<{ caseId: string; taskId: string }> {
  const { theCase, task } = await admitTaskAct(tx, 'arrange', input, call);
  if (task.kind !== 'HEARING') throw new Refusal('task_of_other_kind', { kind: task.kind });
  const known = await findHearing(tx, call.district, { taskId: task.id, taskRound: task.round });
  if (known !== undefined) throw new Refusal('hearing_told', { day: known.notifiedDay });
  const [matter, calendar, places] = await Promise.all([
    getMatter(tx, call, theCase),
    loadCalendar(tx, call.district),
    loadPlaces(tx, call.district),
  ]);
  const lastDay = requestLastDay(call.today, config().hearingRequestUnit, calendar);
  const organ = places.organById(task.organisationId);
  const others = [...new Set(input.interestedParties.map((name) => name.trim()).filter((name) => name !== ''))];
  const papers: IssuedDocument[] = [];
  for (const addressee of [null, ...others])
    papers.push(
      await issueMeetingPaper(
        tx,
        {
          matter,
          organId: task.organisationId,
          content: hearingRightsNotice(matter, {
            addressee,
            about: input.matter,
            requestLastDay: lastDay.toString(),
            requestTo: `${organ?.name.zh ?? ''}（${organ?.address ?? ''}，电话${organ?.phone ?? ''}）`,
            phone: organ?.phone ?? '',
          }),
        },
        call,
      ),
    );
  const hearingId = newId();
  await insertHearing(tx, call.district, {
    id: hearingId,
    caseId: theCase.id,
    taskId: task.id,
    taskRound: task.round,
    state: 'NOTIFIED',
    sealedMatter: seal(theCase.key, input.matter),
    notifiedDay: call.today.toString(),
    requestLastDay: lastDay.toString(),
    requestedDay: null,
    documentId: papers[0]?.documentId ?? '',
    parties: [
      { role: 'applicant' as const, name: applicantOf(matter.parties).name },
      ...others.map((name) => ({ role: 'interestedParty' as const, name })),
    ].map(({ role, name }) => ({
      id: newId(),
      role,
      sealedName: seal(theCase.key, name),
      answer: null,
      answeredAt: null,
    })),
  });
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.hearingRightsNotified',
    place: task.organisationId,
    facts: {
      task: task.key,
      requestLastDay: lastDay.toString(),
      interestedParties: others.length,
      documents: papers.map(({ documentId }) => documentId),
    },
  });
  planHearingEnd(tx, { caseId: theCase.id, hearing: { id: hearingId, requestLastDay: lastDay.toString() } }, call);
  planTelling(tx, call, theCase.id, { template: 'hearingRights', facts: { day: lastDay.toString() } });
  return { caseId: theCase.id, taskId: task.id };
}
