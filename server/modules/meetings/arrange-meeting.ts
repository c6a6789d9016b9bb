import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { type AdmittedTask, admitTaskAct, getMatter, planTelling } from '../cases/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import { announceHearing } from './announce-hearing.ts';
import { callOffMeeting } from './call-off-meeting.ts';
import { keepLedgerHash } from './expert.store.ts';
import { freezePool } from './freeze-pool.ts';
import { dayBounds, judgeChair, judgeHearingDay } from './hearing.rules.ts';
import { findHearing, type Hearing } from './hearing.store.ts';
import { knowOfficers } from './know-officers.ts';
import { concludedIn, isOnSite, judgeAttendance, nextVisit } from './meeting.rules.ts';
import { getMeetingsOfTask, insertMeeting, type Meeting } from './meeting.store.ts';
import { isStillIts } from './meeting-facts.rules.ts';
import { reviewersOf } from './meeting-paper.rules.ts';
import type { Officer } from './officer.rules.ts';
import { pickOfficers } from './pick-officers.ts';
import { readStart } from './read-start.ts';
import { refuseNaming } from './refuse-naming.ts';

type Input = Inputs['POST /cases/:caseId/tasks/:taskId/meetings'];

/**
 * One appointment for all organs of a task. Officers that are named are at least as many as the law asks for; organs that
 * have named none yet do so themselves. Refuses: meeting_open, third_visit, officers_too_few, officer_barred, for a
 * hearing hearing_not_requested, hearing_notice_short, hearing_too_late, hearing_beyond_notice, chair_missing and
 * chair_reviewed, for a panel experts_too_few.
 */
export async function arrangeMeeting(tx: Tx, input: Input, call: StaffCall): Promise<{ meetingId: string }> {
  const admitted = await admitTaskAct(tx, 'arrange', input, call);
  const { theCase, task } = admitted;
  const kind = task.kind as Meeting['kind'];
  const { startsAt, day } = readStart(input.startsAt, call);
  const before = await getMeetingsOfTask(tx, call.district, task.id);
  await dropOutlived(tx, { admitted, before }, call);
  const visit = nextVisit(kind, concludedIn(task.round, before));
  if (typeof visit !== 'number') throw new Refusal(visit.code, visit.facts);
  const organIds = [...new Set([task.organisationId, ...task.participantIds])];
  const known = await knowOfficers(tx, { theCase, organIds, kind }, call);
  const named = namedOfficers(input, { kind, organIds, leadOrganId: task.organisationId, ...known });
  const seat =
    kind === 'HEARING'
      ? await pickChair(tx, { input, day, admitted, ...known }, call)
      : { chairId: null, announced: false, hearing: undefined };
  const { chairId, hearing, ...announced } = seat;
  const noticeReason = kind === 'HEARING' ? input.noticeReason : undefined;
  const meeting: Meeting = {
    id: newId(),
    caseId: theCase.id,
    taskId: task.id,
    taskRound: task.round,
    kind,
    state: 'ARRANGED',
    attempt: before.length + 1,
    visit,
    startsAt,
    day,
    sealedPlace: seal(theCase.key, input.place),
    leadOrganId: task.organisationId,
    ...announced,
    sealedNoticeReason: noticeReason === undefined ? null : seal(theCase.key, noticeReason),
    chairId,
    arrangedBy: call.staff.id,
    arrangedAt: call.now.toString(),
    heldAt: null,
    outcome: null,
    sealedText: null,
    concludedAt: null,
  };
  await insertMeeting(tx, call.district, { meeting, organIds, officers: named });
  const pool =
    kind === 'EXPERT_PANEL' ? await freezePool(tx, { meeting, theCase, asked: input.experts }, call) : undefined;
  const matter = await getMatter(tx, call, theCase);
  const chair = known.officers.find(({ staffId }) => staffId === chairId)?.name ?? '';
  const papers =
    kind === 'HEARING' ? await announceHearing(tx, { matter, hearing, meeting, place: input.place, chair }, call) : [];
  const [paper] = papers;
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.meetingArranged',
    place: task.organisationId,
    facts: {
      meeting: meeting.id,
      task: task.key,
      kind,
      day,
      visit,
      attempt: meeting.attempt,
      organs: organIds,
      ...(seat.announced && { announced: true }),
      ...(noticeReason !== undefined && { byNotice: true }),
      ...(pool !== undefined && { poolDigest: pool }),
      ...(paper && {
        documents: papers.map(({ documentId }) => documentId),
        number: paper.number,
        digest: paper.digest,
      }),
    },
  });
  if (pool !== undefined) keepLedgerHash(tx, call.district, meeting);
  if (kind === 'HEARING') planTelling(tx, call, theCase.id, { template: 'hearingArranged', facts: { day } });
  else if (isOnSite(kind)) planTelling(tx, call, theCase.id, { template: 'visitArranged', facts: { day } });
  return { meetingId: meeting.id };
}

/** A meeting under way stands in the way of another, unless its task was opened anew or is another organ's since. */
async function dropOutlived(
  tx: Tx,
  { admitted: { theCase, task }, before }: { admitted: AdmittedTask; before: readonly Meeting[] },
  call: StaffCall,
): Promise<void> {
  const live = before.find(({ state }) => state === 'ARRANGED' || state === 'HELD');
  if (live === undefined) return;
  if (isStillIts(task, live)) throw new Refusal('meeting_open', { day: live.day });
  await callOffMeeting(
    tx,
    {
      ...{ meeting: live, key: theCase.key, reason: '任务已重新开始', staffId: call.staff.id },
      ...{ place: task.organisationId, facts: { task: task.key } },
    },
    call,
  );
}

/** The officers whom the appointment names: of an organ none, or as many as the law asks for; an inspection names them at once. */
function namedOfficers(
  { officers: given = [] }: Input,
  {
    kind,
    organIds,
    leadOrganId,
    officers,
    places,
  }: {
    kind: Meeting['kind'];
    organIds: readonly string[];
    leadOrganId: string;
    officers: readonly Officer[];
    places: Places;
  },
): Officer[] {
  const named = given.flatMap(({ organId, staffIds }, at) => {
    if (!organIds.includes(organId))
      throw new Refusal('invalid_input', {}, [{ field: `officers.${at}.organId`, code: 'not_an_option' }]);
    return pickOfficers(
      staffIds,
      officers.filter((officer) => officer.organId === organId),
      `officers.${at}.staffIds`,
    );
  });
  const naming = new Set([...given.map(({ organId }) => organId), ...(kind === 'INSPECTION' ? [leadOrganId] : [])]);
  refuseNaming(judgeAttendance(kind, [...naming], named), places);
  return named;
}

/** Who chairs a hearing, on a day that the law allows, and whether it is announced to everybody (ALL 46–48). */
async function pickChair(
  tx: Tx,
  {
    input,
    day,
    admitted: { theCase, task },
    officers,
  }: { input: Input; day: string; admitted: AdmittedTask; officers: readonly Officer[] },
  call: StaffCall,
): Promise<{ chairId: string; announced: boolean; hearing: Hearing | undefined }> {
  const [hearing, calendar] = await Promise.all([
    findHearing(tx, call.district, { taskId: task.id, taskRound: task.round }),
    loadCalendar(tx, call.district),
  ]);
  // Nobody was asked: the organ hears by itself, because law or the public interest wants it (ALL 46).
  if (hearing !== undefined && hearing.state !== 'REQUESTED')
    throw new Refusal('hearing_not_requested', { day: hearing.requestLastDay });
  const told = input.noticeReason === undefined ? 'directly' : 'byNotice';
  const bounds = dayBounds(call.today, { holdLastDay: hearing?.holdLastDay ?? null, told }, calendar);
  const objection = judgeChair(input.chairId, reviewersOf(theCase)) ?? judgeHearingDay(day, bounds);
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  const [chair] = pickOfficers([input.chairId ?? ''], officers, 'chairId');
  return { chairId: chair?.staffId ?? '', announced: hearing === undefined, hearing };
}
