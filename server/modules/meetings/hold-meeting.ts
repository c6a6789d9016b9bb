import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { noteExaminers } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type AdmittedMeeting, admitMeeting } from './admit-meeting.ts';
import { saveExpertAttendance } from './expert.store.ts';
import { judgeChair } from './hearing.rules.ts';
import { knowOfficers } from './know-officers.ts';
import { judgeAttendance } from './meeting.rules.ts';
import { insertGuests, saveAttendance, saveMeeting } from './meeting.store.ts';
import { examinerAt } from './meeting-facts.rules.ts';
import { reviewersOf } from './meeting-paper.rules.ts';
import { pickOfficers } from './pick-officers.ts';
import { recordMeeting } from './record-meeting.ts';
import { refuseNaming } from './refuse-naming.ts';

type Input = Inputs['POST /meetings/:meetingId/hold'];

/**
 * Records that it was held and who was there. Refuses: meeting_early; hearing_untold and hearing_told_late where somebody
 * was not told of a hearing seven working days before (ALL 48(1)); organ_absent; officers_too_few where an organ had
 * fewer than two distinct officers on site (ALL 34) or at an inspection (ALL 55); officer_barred; chair_missing and
 * chair_reviewed;
 * experts_missing and expert_related at a panel.
 */
export async function holdMeeting(tx: Tx, input: Input, call: StaffCall): Promise<{ meetingId: string }> {
  const { meetingId } = input;
  const admitted = await admitMeeting(tx, 'hold', meetingId, call);
  const { theCase, meeting } = admitted;
  const organIds = meeting.organs.map(({ organId }) => organId);
  const { officers, places } = await knowOfficers(tx, { theCase, organIds, kind: meeting.kind }, call);
  // Who holds posts in two of the organs stands for the one that named him.
  const namedBy = new Map(meeting.officers.map(({ staffId, organId }) => [staffId, organId]));
  const ordered = officers.toSorted(
    (a, b) => Number(namedBy.get(b.staffId) === b.organId) - Number(namedBy.get(a.staffId) === a.organId),
  );
  const attendees = pickOfficers(input.attendees, ordered, 'attendees');
  refuseNaming(judgeAttendance(meeting.kind, organIds, attendees), places);
  if (meeting.kind === 'HEARING' && !attendees.some(({ staffId }) => staffId === meeting.chairId))
    throw new Refusal('chair_missing');
  // Since it was arranged he may have examined something himself.
  const unfit = meeting.kind === 'HEARING' ? judgeChair(meeting.chairId, reviewersOf(theCase)) : undefined;
  if (unfit !== undefined) throw new Refusal(unfit.code, unfit.facts);
  const experts = attendingExperts(input, admitted);
  noteExaminers(
    tx,
    call.district,
    theCase.id,
    attendees.map(({ staffId }) => examinerAt(meeting, staffId, 'attended')),
  );
  await saveAttendance(tx, call.district, meetingId, attendees);
  if (experts !== undefined) await saveExpertAttendance(tx, call.district, meetingId, experts);
  await insertGuests(
    tx,
    call.district,
    meetingId,
    (input.guests ?? []).map(({ role, name }) => ({ role, sealedName: seal(theCase.key, name) })),
  );
  await saveMeeting(tx, call.district, { ...meeting, state: 'HELD', heldAt: call.now.toString() });
  return recordMeeting(
    tx,
    {
      admitted,
      act: 'case.meetingHeld',
      facts: {
        day: meeting.day,
        officers: attendees.length,
        ...(experts !== undefined && { experts: experts.length }),
      },
    },
    call,
  );
}

/** The experts who sat: those drawn and no others, and as many as were to be drawn. */
function attendingExperts({ expertIds = [] }: Input, { panel }: AdmittedMeeting): readonly string[] | undefined {
  if (panel === undefined) return undefined;
  const ids = [...new Set(expertIds)];
  for (const id of ids) {
    const expert = panel.pool.find(({ expertId }) => expertId === id);
    const relation = expert?.declined ?? expert?.standing;
    if (relation === 'related' || relation === 'sameEmployer' || relation === 'declared')
      throw new Refusal('expert_related', { relation });
    if (expert === undefined || expert.place === null || expert.declined !== null)
      throw new Refusal('invalid_input', {}, [{ field: 'expertIds', code: 'not_an_option' }]);
  }
  if (ids.length < panel.count) throw new Refusal('experts_missing', { count: panel.count, called: ids.length });
  return ids;
}
