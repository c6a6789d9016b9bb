import type { MeetingPlan } from '../../../contract/meetings.ts';
import { expertFields } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getCase, readableTo } from '../cases/index.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import { metFor } from '../tasks/index.ts';
import { standingOf } from './draw.rules.ts';
import { getExperts } from './expert.store.ts';
import { answersFor, boundsViewOf, hearingViewOf } from './hearing.queries.ts';
import { findHearing } from './hearing.store.ts';
import { knowOfficers } from './know-officers.ts';
import { taskNameOf } from './meeting.queries.ts';
import { concludedIn, nextVisit, type Objection, officersNeeded } from './meeting.rules.ts';
import { getMeetingsOfTask, type Meeting } from './meeting.store.ts';
import { isStillIts } from './meeting-facts.rules.ts';
import { reviewersOf } from './meeting-paper.rules.ts';

/** What arranging the meeting of a task needs to know, and what stands against it now. */
export async function getMeetingPlan(
  read: Read,
  { caseId, taskId }: { caseId: string; taskId: string },
  call: StaffCall,
): Promise<MeetingPlan> {
  const { district } = call;
  const theCase = await getCase(read, district, caseId, readableTo(call.staff.scope));
  const task = theCase.tasks.find(({ id }) => id === taskId);
  if (task === undefined || !metFor.includes(task.kind)) throw new Refusal('not_found');
  const kind = task.kind as Meeting['kind'];
  const organIds = [...new Set([task.organisationId, ...task.participantIds])];
  const [version, meetings, { officers, places }, hearing, calendar, experts] = await Promise.all([
    getItemVersion(read, district, theCase.itemVersionId),
    getMeetingsOfTask(read, district, taskId),
    knowOfficers(read, { theCase, organIds, kind }, call),
    kind === 'HEARING' ? findHearing(read, district, { taskId, taskRound: task.round }) : undefined,
    loadCalendar(read, district),
    kind === 'EXPERT_PANEL' ? getExperts(read, district) : undefined,
  ]);
  const live = meetings.find((meeting) => meeting.state === 'ARRANGED' || meeting.state === 'HELD');
  const visit = nextVisit(kind, concludedIn(task.round, meetings));
  const last = meetings.findLast(({ state }) => state !== 'CANCELLED');
  const reviewers = kind === 'HEARING' ? reviewersOf(theCase) : [];
  const open = live !== undefined && isStillIts(task, live) ? live : undefined;
  const blocked: Objection | undefined =
    task.state !== 'signedFor'
      ? { code: 'task_moved_on', facts: { state: task.state } }
      : open !== undefined
        ? { code: 'meeting_open', facts: { day: open.day } }
        : typeof visit === 'number'
          ? undefined
          : visit;
  const today = call.today.toString();
  return {
    caseId,
    caseNo: theCase.caseNo ?? '',
    itemName: version.content.name,
    applicant: theCase.maskedApplicant,
    taskId,
    taskName: taskNameOf(version, task.key),
    kind,
    visit: typeof visit === 'number' ? visit : 2,
    officersNeeded: officersNeeded(kind),
    organs: organIds.map((organId) => ({
      organId,
      name: places.organById(organId)?.name ?? { zh: '', en: '' },
      lead: organId === task.organisationId,
      people: officers
        .filter((officer) => officer.organId === organId)
        .map(({ staffId, name, post, barred }) => {
          const bar = barred ?? (reviewers.includes(staffId) ? 'reviewed' : undefined);
          return { staffId, name, post, ...(bar !== undefined && { barred: bar }) };
        }),
    })),
    ...(last !== undefined && { meetingId: last.id }),
    ...(hearing !== undefined && {
      hearing: hearingViewOf(hearing, theCase.key, answersFor(call, theCase, task) ? 'names' : 'masked'),
    }),
    ...(kind === 'HEARING' && boundsViewOf(hearing, call.today, calendar)),
    ...(experts !== undefined && {
      experts: expertFields
        .map((field) => ({
          field,
          count: experts.filter(
            (expert) => standingOf(expert, { fields: [field], day: today, isNamed: () => false }) === 'eligible',
          ).length,
        }))
        .filter(({ count }) => count > 0),
    }),
    ...(blocked !== undefined && { blocked: { code: blocked.code, facts: { ...blocked.facts } } }),
  };
}
