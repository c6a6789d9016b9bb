import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { loadCalendar, officeDayHours } from '../deadlines/index.ts';
import { loadPlaces } from '../places/index.ts';
import { digestOfAreas, type Holders, holdersOf } from './area.rules.ts';

/** What the numbers of a district are counted and summed by. */
export interface Grounds {
  readonly rootId: string;
  /** Office hours of a working day, in which both limits of a case are compared. */
  readonly hoursADay: number;
  readonly holders: Holders;
  readonly areasDigest: Buffer;
}

/** Undefined while no divisions are loaded. */
export async function loadGrounds(read: Read, call: Call): Promise<Grounds | undefined> {
  const [places, calendar] = await Promise.all([loadPlaces(read, call.district), loadCalendar(read, call.district)]);
  if (places.root === undefined) return undefined;
  return {
    rootId: places.root.id,
    hoursADay: officeDayHours(calendar),
    holders: holdersOf(places),
    areasDigest: digestOfAreas(places),
  };
}
