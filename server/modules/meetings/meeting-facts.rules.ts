import type { Announcement } from '../../../contract/meetings.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Case, Examiner } from '../cases/index.ts';
import type { Panel } from './expert.store.ts';
import { barOf, type MeetingFacts, type MetCase } from './meeting.rules.ts';
import type { WholeMeeting } from './meeting.store.ts';

/** What the rules read of a stored meeting, now. */
export function factsOf(
  {
    meeting,
    theCase,
    panel,
    announcement,
  }: {
    meeting: WholeMeeting;
    theCase: MetCase & Pick<Case, 'maskedApplicant'>;
    panel: Panel | undefined;
    /** Of a hearing. */
    announcement: Announcement | undefined;
  },
  { now }: Pick<Call, 'now'>,
): MeetingFacts {
  const { kind, state, leadOrganId, day, startsAt, organs, officers, chairId, outcome, guests } = meeting;
  return {
    kind,
    state,
    leadOrganId,
    day,
    hasBegun: Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) <= 0,
    organs: organs.map(({ organId, opinion, signedBy }) => ({ organId, hasOpinion: opinion !== null, signedBy })),
    attendees: officers.flatMap(({ staffId, organId, attended, signedAt }) =>
      attended === true
        ? [{ staffId, organId, hasSigned: signedAt !== null, isBarred: barOf(theCase, staffId, kind) !== undefined }]
        : [],
    ),
    chairId,
    outcome,
    guests: guests.length,
    unsignedGuests: guests.filter(({ signature }) => signature === null).length,
    panel:
      panel === undefined
        ? null
        : {
            count: panel.count,
            called: panel.pool.filter(({ place, declined }) => place !== null && declined === null).length,
            isDrawn: panel.seed !== null,
          },
    announcement:
      announcement === undefined
        ? null
        : {
            lastDay: announcement.lastDay,
            notices: announcement.notices.map(({ addressee, standing }) => ({
              name: addressee ?? theCase.maskedApplicant,
              standing,
            })),
          },
  };
}

/** Whether a task is still the one that a meeting was arranged for. */
export function isStillIts(
  task: Case['tasks'][number],
  { taskRound, leadOrganId }: Pick<WholeMeeting, 'taskRound' | 'leadOrganId'>,
): boolean {
  return task.state === 'signedFor' && task.round === taskRound && task.organisationId === leadOrganId;
}

/** What somebody's part in a meeting makes of him: whoever chairs a hearing hears, and does not examine (ALL 48(3)). */
export function examinerAt(
  { kind, chairId }: Pick<WholeMeeting, 'kind' | 'chairId'>,
  staffId: string,
  how: Examiner['how'],
): Examiner {
  return { staffId, how: kind === 'HEARING' && staffId === chairId ? 'chaired' : how };
}
