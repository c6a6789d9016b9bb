import type { Read, Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { loadCalendar, officeDayHours } from '../deadlines/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import {
  type Ancestry,
  countCasesAnew,
  findCountedAt,
  findTouched,
  lockCounting,
  saveCountedAt,
  sumDays,
  sumMonths,
} from './count.store.ts';

/** An act under way when the ledger was last counted is found by looking back over it. */
const overlap = { minutes: 30 } as const;
const batch = 2000;

/** Counts what the ledger says since it was last counted: the cases touched since, their days, the months of these. */
export async function countCases(tx: Tx, _: object, call: Call): Promise<{ countedAt: string }> {
  const countedAt = await lockCounting(tx, call.district);
  const since = countedAt === undefined ? undefined : Temporal.Instant.from(countedAt).subtract(overlap);
  await countTouched(tx, await findTouched(tx, call.district, since), call);
  await saveCountedAt(tx, call.district, call.now);
  return { countedAt: call.now.toString() };
}

/** Counts everything from the first row of the ledger. */
export async function recountCases(tx: Tx, _: object, call: Call): Promise<void> {
  await lockCounting(tx, call.district);
  await countTouched(tx, await findTouched(tx, call.district, undefined), call);
  await saveCountedAt(tx, call.district, call.now);
}

async function countTouched(tx: Tx, caseIds: readonly string[], call: Call): Promise<void> {
  if (caseIds.length === 0) return;
  const [places, calendar] = await Promise.all([loadPlaces(tx, call.district), loadCalendar(tx, call.district)]);
  if (places.root === undefined) return;
  const of = { rootId: places.root.id, hoursADay: officeDayHours(calendar) };
  const days = new Set<string>();
  for (let at = 0; at < caseIds.length; at += batch)
    for (const day of await countCasesAnew(tx, call.district, { ...of, caseIds: caseIds.slice(at, at + batch) }))
      days.add(day);
  await sumDays(tx, call.district, [...days], ancestryOf(places));
  await sumMonths(tx, call.district, [...new Set([...days].map((day) => `${day.slice(0, 7)}-01`))]);
}

function ancestryOf(places: Places): Ancestry {
  const pairs =
    places.root === undefined
      ? []
      : places
          .descendantsOf(places.root.id)
          .flatMap((regionId) =>
            places
              .pathOf(regionId)
              .map((ancestor) => ({ regionId, ancestorId: ancestor.id, isWhole: ancestor.level === 'VILLAGE' })),
          );
  return {
    regionIds: pairs.map(({ regionId }) => regionId),
    ancestorIds: pairs.map(({ ancestorId }) => ancestorId),
    isWhole: pairs.map(({ isWhole }) => isWhole),
  };
}

/** How far the ledger has been counted. */
export async function getCountedAt(read: Read, _: object, call: Call): Promise<{ countedAt: string }> {
  return { countedAt: (await findCountedAt(read, call.district)) ?? call.now.toString() };
}
