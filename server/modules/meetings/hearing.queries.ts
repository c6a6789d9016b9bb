import { maskName } from '../../../contract/identifiers.ts';
import type { HearingView, MeetingPlan } from '../../../contract/meetings.ts';
import type { Replies } from '../../../contract/routes.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, getDataKeys, openText } from '../../platform/vault/index.ts';
import { type Case, filedBy, getCase, readableTo } from '../cases/index.ts';
import type { WorkCalendar } from '../deadlines/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { isLive } from '../tasks/index.ts';
import { dayBounds, lastDayOf } from './hearing.rules.ts';
import { findHearingOfCase, type Hearing } from './hearing.store.ts';
import { getAnnounced, getMeetingsOfTask } from './meeting.store.ts';

/**
 * Who hears what the parties of a hearing say, and knows who they are: officers of the unit whose task it is, and the
 * window that took the case in.
 */
export function answersFor(
  { staff: { post, scope } }: StaffCall,
  { intakeCenterId }: Pick<Case, 'intakeCenterId'>,
  { organisationId }: { readonly organisationId: string },
): boolean {
  if (post?.role === 'windowClerk') return scope.centerIds.includes(intakeCenterId ?? '');
  return post?.role !== 'villageAgent' && post?.organId === organisationId;
}

/** A hearing in the clear; interested parties with their names, or with what is left of them for others. */
export function hearingViewOf(hearing: Hearing, key: DataKey, told: 'names' | 'masked'): HearingView {
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
      name: told === 'names' ? openText(key, sealedName) : maskName(openText(key, sealedName)),
      ...(answer !== null && { answer }),
      ...(answeredAt !== null && { answeredDay: dayOf(Temporal.Instant.from(answeredAt)).toString() }),
    })),
  };
}

/** Between which days a hearing may be set today, by how its addressees are told. */
export function boundsViewOf(
  hearing: Pick<Hearing, 'holdLastDay'> | undefined,
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
): Required<Pick<MeetingPlan, 'earliestDay' | 'byNotice'>> & Pick<MeetingPlan, 'latestDay'> {
  const when = (told: 'directly' | 'byNotice') => {
    const bounds = dayBounds(today, { holdLastDay: hearing?.holdLastDay ?? null, told }, calendar);
    const latestDay = lastDayOf(bounds);
    return { earliestDay: bounds.earliestDay, ...(latestDay !== undefined && { latestDay }) };
  };
  return { ...when('directly'), byNotice: when('byNotice') };
}

/** The hearing of a case, for who recorded an answer. */
export async function getCaseHearing(
  read: Read,
  { caseId }: { caseId: string },
  call: StaffCall,
): Promise<HearingView> {
  const theCase = await getCase(read, call.district, caseId, readableTo(call.staff.scope));
  const hearing = await findHearingOfCase(read, call.district, caseId);
  const task = theCase.tasks.find(({ id }) => id === hearing?.taskId);
  if (hearing === undefined || task === undefined || !answersFor(call, theCase, task)) throw new Refusal('not_found');
  return hearingViewOf(hearing, theCase.key, 'names');
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
  const view = hearingViewOf(hearing, theCase.key, 'names');
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
      task !== undefined &&
      isLive(task) &&
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

/** How far the announcement reaches: so many hearings to come. */
const announced = 50;

/** The hearings to come that nobody asked for: the organ announces them to everybody (ALL 46). Names of parties are masked. */
export async function listAnnouncedHearings(read: Read, _: object, call: Call): Promise<Replies['GET /hearings']> {
  const [meetings, places] = await Promise.all([
    getAnnounced(read, call.district, { from: call.today, limit: announced }),
    loadPlaces(read, call.district),
  ]);
  const keys = await getDataKeys(read, call.district, [...new Set(meetings.map(({ dataKeyId }) => dataKeyId))]);
  return {
    hearings: meetings.map(({ id, itemName, maskedApplicant, startsAt, day, arrangedAt, ...meeting }) => {
      const organ = places.organById(meeting.leadOrganId);
      const key = keys.get(meeting.dataKeyId);
      return {
        meetingId: id,
        itemName,
        applicant: maskedApplicant,
        organ: organ?.name ?? { zh: '', en: '' },
        phone: organ?.phone ?? '',
        startsAt,
        day,
        place: key === undefined ? '' : openText(key, meeting.sealedPlace),
        announcedDay: dayOf(Temporal.Instant.from(arrangedAt)).toString(),
      };
    }),
  };
}
