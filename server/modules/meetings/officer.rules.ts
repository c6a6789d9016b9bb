import type { Colleague, MeetingKind } from '../../../contract/meetings.ts';
import type { OfficePost } from '../people/index.ts';
import { barOf, type MetCase } from './meeting.rules.ts';

/** Somebody who can take part for his organ. */
export interface Officer extends Colleague {
  readonly organId: string;
}

/** The officers of some organs: who examines or decides there; each once, with what keeps him from this case. */
export function officersOf(
  posts: readonly OfficePost[],
  organIds: readonly string[],
  { theCase, kind }: { theCase: MetCase; kind: MeetingKind },
): Officer[] {
  const officers = posts
    .filter(({ organId, role }) => organIds.includes(organId) && (role === 'reviewer' || role === 'decider'))
    .flatMap(({ organId, title, holders }) =>
      holders.map(({ staffId, name }): Officer => {
        const barred = barOf(theCase, staffId, kind);
        return { organId, staffId, name, post: title, ...(barred !== undefined && { barred }) };
      }),
    );
  return [...new Map(officers.map((officer) => [`${officer.organId} ${officer.staffId}`, officer])).values()];
}
