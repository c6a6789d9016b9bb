import type { Call } from '../../platform/http/call.ts';
import type { Case } from '../cases/index.ts';
import type { Panel } from './expert.store.ts';
import type { MeetingFacts } from './meeting.rules.ts';
import type { WholeMeeting } from './meeting.store.ts';

/** What the rules read of a stored meeting, now. */
export function factsOf(meeting: WholeMeeting, panel: Panel | undefined, { now }: Pick<Call, 'now'>): MeetingFacts {
  const { kind, state, leadOrganId, day, startsAt, organs, officers, outcome, guests } = meeting;
  return {
    kind,
    state,
    leadOrganId,
    day,
    hasBegun: Temporal.Instant.compare(Temporal.Instant.from(startsAt), now) <= 0,
    organs: organs.map(({ organId, opinion, signedBy }) => ({ organId, hasOpinion: opinion !== null, signedBy })),
    attendees: officers.flatMap(({ staffId, attended }) => (attended === true ? [staffId] : [])),
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
  };
}

/** Whether a task is still the one that a meeting was arranged for. */
export function isStillIts(
  task: Case['tasks'][number],
  { taskRound, leadOrganId }: Pick<WholeMeeting, 'taskRound' | 'leadOrganId'>,
): boolean {
  return task.state === 'signedFor' && task.round === taskRound && task.organisationId === leadOrganId;
}
