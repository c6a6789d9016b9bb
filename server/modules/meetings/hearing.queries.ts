import type { HearingView } from '../../../contract/meetings.ts';
import type { Replies } from '../../../contract/routes.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Read } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openText } from '../../platform/vault/index.ts';
import { filedBy, getCase, readableTo } from '../cases/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { findHearingOfCase, type Hearing } from './hearing.store.ts';
import { getMeetingsOfTask } from './meeting.store.ts';

/** A hearing in the clear. */
export function hearingViewOf(hearing: Hearing, key: DataKey): HearingView {
  return {
    state: hearing.state,
    matter: openText(key, hearing.sealedMatter),
    notifiedDay: hearing.notifiedDay,
    requestLastDay: hearing.requestLastDay,
    ...(hearing.requestedDay !== null && { requestedDay: hearing.requestedDay }),
    ...(hearing.holdLastDay !== null && { holdLastDay: hearing.holdLastDay }),
    parties: hearing.parties.map(({ id, role, sealedName, answer, answeredAt }) => ({
      partyId: id,
      role,
      name: openText(key, sealedName),
      ...(answer !== null && { answer }),
      ...(answeredAt !== null && { answeredDay: dayOf(Temporal.Instant.from(answeredAt)).toString() }),
    })),
  };
}

/** The hearing of a case as a member of staff who sees the case sees it. */
export async function getCaseHearing(
  read: Read,
  { caseId }: { caseId: string },
  call: StaffCall,
): Promise<HearingView> {
  const theCase = await getCase(read, call.district, caseId, readableTo(call.staff.scope));
  const hearing = await findHearingOfCase(read, call.district, caseId);
  if (hearing === undefined) throw new Refusal('not_found');
  return hearingViewOf(hearing, theCase.key);
}

/** The applicant's own right to a hearing; of the others only that they were told, not who they are. */
export async function getOwnHearing(
  read: Read,
  { caseId }: { caseId: string },
  call: ResidentCall,
): Promise<Replies['GET /my/cases/:caseId/hearing']> {
  const theCase = await getCase(read, call.district, caseId, filedBy(call.resident.id));
  const hearing = await findHearingOfCase(read, call.district, caseId);
  if (hearing === undefined) return { mayAnswer: false };
  const meetings = await getMeetingsOfTask(read, call.district, hearing.taskId);
  const meeting = meetings.findLast(({ state }) => state !== 'CANCELLED');
  const view = hearingViewOf(hearing, theCase.key);
  const own = view.parties.filter(({ role }) => role === 'applicant');
  const task = theCase.tasks.find(({ id }) => id === hearing.taskId);
  return {
    hearing: { ...view, parties: own },
    ...(meeting !== undefined && {
      meeting: {
        state: meeting.state,
        startsAt: meeting.startsAt,
        day: meeting.day,
        place: openText(theCase.key, meeting.sealedPlace),
      },
    }),
    mayAnswer:
      task?.state === 'signedFor' &&
      task.round === hearing.taskRound &&
      (hearing.state === 'NOTIFIED' || hearing.state === 'REQUESTED') &&
      own[0]?.answer !== 'REQUESTED' &&
      call.today.toString() <= hearing.requestLastDay,
  };
}

/** What an answer about a hearing replies to who gave it. */
export async function getOwnHearingView(
  read: Read,
  input: { caseId: string },
  call: ResidentCall,
): Promise<HearingView> {
  const { hearing } = await getOwnHearing(read, input, call);
  if (hearing === undefined) throw new Refusal('not_found');
  return hearing;
}
