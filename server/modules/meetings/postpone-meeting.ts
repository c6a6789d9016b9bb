import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openText, seal } from '../../platform/vault/index.ts';
import { getMatter, planTelling } from '../cases/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { announceHearing } from './announce-hearing.ts';
import { dayBounds, judgeHearingDay } from './hearing.rules.ts';
import { findHearing } from './hearing.store.ts';
import { isOnSite } from './meeting.rules.ts';
import { insertMove, saveMeeting } from './meeting.store.ts';
import { readStart } from './read-start.ts';
import { recordMeeting } from './record-meeting.ts';

/**
 * Another time, with its reason. A hearing is told anew, seven working days before (ALL 48(1)); whether somebody is told
 * only by public notice is said anew as well. Refuses hearing_notice_short, hearing_too_late, hearing_beyond_notice.
 */
export async function postponeMeeting(
  tx: Tx,
  { meetingId, startsAt: typed, place, reason, noticeReason: given }: Inputs['POST /meetings/:meetingId/postpone'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'postpone', meetingId, call);
  const { theCase, task, meeting } = admitted;
  const { startsAt, day } = readStart(typed, call);
  const hearing =
    meeting.kind === 'HEARING'
      ? await findHearing(tx, call.district, { taskId: task.id, taskRound: task.round })
      : undefined;
  const noticeReason = meeting.kind === 'HEARING' ? given : undefined;
  if (meeting.kind === 'HEARING') {
    const calendar = await loadCalendar(tx, call.district);
    const told = noticeReason === undefined ? 'directly' : 'byNotice';
    const bounds = dayBounds(call.today, { holdLastDay: hearing?.holdLastDay ?? null, told }, calendar);
    const objection = judgeHearingDay(day, bounds);
    if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  }
  await saveMeeting(tx, call.district, {
    ...meeting,
    startsAt,
    day,
    sealedPlace: place === undefined ? meeting.sealedPlace : seal(theCase.key, place),
    sealedNoticeReason: noticeReason === undefined ? null : seal(theCase.key, noticeReason),
  });
  await insertMove(tx, call.district, meetingId, {
    act: 'postpone',
    sealedReason: seal(theCase.key, reason),
    staffId: call.staff.id,
    movedAt: call.now.toString(),
    fromDay: meeting.day,
    toDay: day,
  });
  if (meeting.kind !== 'HEARING') {
    if (isOnSite(meeting.kind)) planTelling(tx, call, theCase.id, { template: 'visitArranged', facts: { day } });
    return recordMeeting(tx, { admitted, act: 'case.meetingPostponed', facts: { from: meeting.day, day } }, call);
  }
  const [matter, names] = await Promise.all([
    getMatter(tx, call, theCase),
    getStaffNames(tx, call.district, [meeting.chairId ?? '']),
  ]);
  const papers = await announceHearing(
    tx,
    {
      ...{ matter, hearing, meeting: { ...meeting, startsAt } },
      place: place ?? openText(theCase.key, meeting.sealedPlace),
      chair: names.get(meeting.chairId ?? '') ?? '',
    },
    call,
  );
  planTelling(tx, call, theCase.id, { template: 'hearingArranged', facts: { day } });
  return recordMeeting(
    tx,
    {
      admitted,
      act: 'case.meetingPostponed',
      facts: {
        ...(noticeReason !== undefined && { byNotice: true }),
        ...{ from: meeting.day, day, documents: papers.map(({ documentId }) => documentId) },
        ...{ number: papers[0]?.number ?? null, digest: papers[0]?.digest ?? null },
      },
    },
    call,
  );
}
