import type { MeetingKind } from '../../../contract/meetings.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Case } from '../cases/index.ts';
import { getOfficePosts } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { type Officer, officersOf } from './officer.rules.ts';

/** The officers of the organs of a meeting, with what keeps each from the case, and the places by name. */
export async function knowOfficers(
  read: Read,
  { theCase, organIds, kind }: { theCase: Case; organIds: readonly string[]; kind: MeetingKind },
  call: Call,
): Promise<{ officers: Officer[]; places: Places }> {
  const [posts, places] = await Promise.all([getOfficePosts(read, call), loadPlaces(read, call.district)]);
  return { officers: officersOf(posts, organIds, { theCase, kind }), places };
}
