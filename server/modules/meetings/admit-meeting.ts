import type { MeetingAct } from '../../../contract/meetings.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type AdmittedTask, everywhere, lockCase, runOf } from '../cases/index.ts';
import { getItemVersion } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { findAnnouncement } from './announcement.queries.ts';
import { findPanel, type Panel } from './expert.store.ts';
import { barOf, type MeetingFacts, objectionTo } from './meeting.rules.ts';
import { getMeeting, getMeetingCase, type WholeMeeting } from './meeting.store.ts';
import { factsOf, isStillIts } from './meeting-facts.rules.ts';

/** A meeting under the lock of its case, ready for an act. */
export interface AdmittedMeeting extends AdmittedTask {
  readonly meeting: WholeMeeting;
  readonly panel: Panel | undefined;
  /** What the rules read of it. */
  readonly facts: MeetingFacts;
  /** Whose officer acts. */
  readonly organId: string;
}

/**
 * Locks the case of a meeting for an act and asks the rules. To an organ that takes no part the meeting does not exist.
 * Refuses what the rules refuse, task_moved_on where the task is no longer the one it was arranged for, officer_barred.
 */
export async function admitMeeting(
  tx: Tx,
  act: MeetingAct,
  meetingId: string,
  call: StaffCall,
): Promise<AdmittedMeeting> {
  const organId = call.staff.post?.organId;
  if (organId === undefined) throw new Refusal('no_post');
  const caseId = await getMeetingCase(tx, call.district, { meetingId, organIds: [organId] });
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  const [version, meeting, panel] = await Promise.all([
    getItemVersion(tx, call.district, theCase.itemVersionId),
    getMeeting(tx, call.district, meetingId),
    findPanel(tx, call.district, meetingId),
  ]);
  const announcement = act === 'hold' ? await findAnnouncement(tx, meeting, call) : undefined;
  const facts = factsOf({ meeting, theCase, panel, announcement }, call);
  const objection = objectionTo(act, facts, { id: call.staff.id, organId });
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  const bar = barOf(theCase, call.staff.id, meeting.kind);
  if (bar !== undefined) throw new Refusal('officer_barred', { did: bar, name: '' });
  const task = theCase.tasks.find(({ id }) => id === meeting.taskId);
  if (task === undefined) throw new Refusal('not_found');
  // What is over with its task can only be called off.
  if (act !== 'cancel' && !isStillIts(task, meeting)) throw new Refusal('task_moved_on', { state: task.state });
  return { theCase, version, run: runOf(theCase, version), task, meeting, panel, facts, organId };
}
