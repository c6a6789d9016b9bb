import { planArchives } from '../modules/archives/index.ts';
import { createCalendar } from '../modules/deadlines/index.ts';
import { loadPlaces } from '../modules/places/index.ts';
import { type Database, transact } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { foundBasicItems, foundChecks } from './basic-items.ts';
import { foundCases } from './cases.ts';
import { countEverything } from './demo.queries.ts';
import { foundDevolutions } from './devolutions.ts';
import { foundDrafts } from './drafts.ts';
import { foundItems } from './items.ts';
import { foundOfficeLife } from './office-life.ts';
import { foundPeople } from './people.ts';
import { foundPlaces } from './places.ts';
import { foundProcessCases } from './process-cases.ts';
import { foundResidents } from './residents.ts';

/** Founds the demo district: 娄星区 with sample offices, people and cases. All in one transaction but the cases, which are acts of their own. */
export async function foundDemo(db: Database, call: Call): Promise<void> {
  // Offices and people were there before the first sample case.
  const before: Call = {
    ...call,
    now: call.now.subtract({ hours: 24 * 90 }),
    today: call.today.subtract({ days: 90 }),
  };
  const founded = await transact(db, async (tx) => {
    await createCalendar(tx, {}, before);
    const places = await foundPlaces(tx, before);
    const items = await foundItems(tx, places.organs, before);
    await foundBasicItems(tx, places.organs, before);
    const people = await foundPeople(tx, { places, items }, before);
    const map = await loadPlaces(tx, call.district);
    const village = map.centerById([...places.centers.villages.values()][0] ?? '');
    await foundResidents(tx, village?.regionId ?? places.regionId, before);
    return { places, items, people };
  });
  await countEverything(db);
  // Drafts and matters are of different items, and matters of their own.
  await Promise.all([
    foundCases(db, founded, call),
    foundProcessCases(db, founded, call),
    foundDrafts(db, founded, call),
  ]);
  await foundOfficeLife(db, founded.people, call);
  await foundDevolutions(db, founded, call);
  await transact(db, (tx) => foundChecks(tx, call));
  await transact(db, (tx) => planArchives(tx, {}, call));
}
