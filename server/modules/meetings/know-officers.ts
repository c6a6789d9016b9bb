import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Case } from '../cases/index.ts';
import { getOfficePosts } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { type Officer, officersOf } from './officer.rules.ts';
import { getRecused } from './recusal.queries.ts';

/** The officers of the organs of a meeting, with what keeps each from the case, and the places by name. */
export async function knowOfficers(
  read: Read,
  { theCase, organIds }: { theCase: Case; organIds: readonly string[] },
  call: Call,
): Promise<{ officers: Officer[]; places: Places }> {
  const [posts, places, recused] = await Promise.all([
    getOfficePosts(read, call),
    loadPlaces(read, call.district),
    getRecused(read, call.district, theCase.id),
  ]);
  return { officers: officersOf(posts, organIds, { ...theCase, recused }), places };
}
