import type { Level } from '../../../contract/values.ts';
import type { devolutionModes } from '../../../contract/words.ts';
import type { Center, Places } from '../places/index.ts';
import type { ItemVersion } from './item.rules.ts';

export type DevolutionMode = (typeof devolutionModes)[number];

/**
 * Where else an item is received from a day on, and by whom it is decided there (domain §1.6): the centres of one level
 * within a region. Without a receiver it is the township government of each centre.
 */
export interface ItemRoute {
  readonly id: string;
  readonly itemId: string;
  readonly regionId: string;
  readonly level: Level;
  readonly mode: DevolutionMode;
  readonly receiverOrganId: string | null;
  /** ISO days; the last is not within. */
  readonly fromDay: string;
  readonly untilDay: string | null;
}

/** Who accepts, who decides, and in whose name the papers speak; null where there is no such organ. */
export interface Way {
  readonly acceptingOrganId: string | null;
  readonly decidingOrganId: string | null;
  /** Other than the deciding organ only where the power was entrusted (ALL 24). */
  readonly issuingOrganId: string | null;
  readonly mode?: DevolutionMode;
}

/** The routes of an item that cover a centre, the narrowest region last. */
export function routesTo(
  routes: readonly ItemRoute[],
  itemId: string,
  center: Pick<Center, 'regionId' | 'level'>,
  places: Places,
): ItemRoute[] {
  const line = places.pathOf(center.regionId).map(({ id }) => id);
  return routesOf(routes, itemId)
    .filter((route) => route.level === center.level && line.includes(route.regionId))
    .toSorted((a, b) => line.indexOf(b.regionId) - line.indexOf(a.regionId));
}

/** Whether an item is received at a centre: its version says so for the level, or a route does. */
export function isOffered(
  version: Pick<ItemVersion, 'itemId' | 'content'>,
  routes: readonly ItemRoute[],
  center: Pick<Center, 'regionId' | 'level'>,
  places: Places,
): boolean {
  return (
    version.content.offeredAt.includes(center.level) || routesTo(routes, version.itemId, center, places).length > 0
  );
}

/**
 * Who accepts and who decides what is handed in at a centre by somebody of a region. What was devolved or authorised is
 * the receiver's own, in its own name; what was entrusted the receiver decides in the entrusting organ's name; service
 * moved forward changes nothing but where it is taken in. The district's hall takes in what was devolved for the place
 * where the applicant lives. Villages never decide: the receiver of a village is its township government.
 */
export function wayOf(
  version: Pick<ItemVersion, 'itemId' | 'acceptingOrganId' | 'decidingOrganId'>,
  routes: readonly ItemRoute[],
  center: Pick<Center, 'regionId' | 'level'>,
  applicantRegionId: string | null,
  places: Places,
): Way {
  const regionId = center.level === 'DISTRICT' ? (applicantRegionId ?? center.regionId) : center.regionId;
  const township = places.townshipOrganOf(regionId)?.id ?? null;
  const own = {
    acceptingOrganId: version.acceptingOrganId ?? township,
    decidingOrganId: version.decidingOrganId ?? township,
  };
  const line = places.pathOf(regionId).map(({ id }) => id);
  const route = routesOf(routes, version.itemId)
    .filter(({ mode }) => mode !== 'SERVICE_FORWARD')
    .filter((each) => line.includes(each.regionId))
    .toSorted((a, b) => line.indexOf(a.regionId) - line.indexOf(b.regionId))[0];
  const receiver = route === undefined ? null : (route.receiverOrganId ?? township);
  if (route === undefined || receiver === null) return { ...own, issuingOrganId: own.decidingOrganId };
  const entrusted = route.mode === 'ENTRUSTED';
  return {
    acceptingOrganId: receiver,
    decidingOrganId: receiver,
    issuingOrganId: entrusted ? own.decidingOrganId : receiver,
    mode: route.mode,
  };
}

/**
 * Whether only the applicant's residence tells who decides: power of the item went down to a part of the district, and
 * the district's hall, which would go on deciding for whoever names no place below its own, may not any more (ALL 22).
 */
export function asksResidence(
  itemId: string,
  routes: readonly ItemRoute[],
  center: Pick<Center, 'level'>,
  applicantRegionId: string | undefined,
  places: Places,
): boolean {
  if (center.level !== 'DISTRICT') return false;
  const isBelow = applicantRegionId !== undefined && places.regionById(applicantRegionId)?.parentId !== undefined;
  return !isBelow && routesOf(routes, itemId).some(({ mode }) => mode !== 'SERVICE_FORWARD');
}

/** What speaks against a route, whatever its basis; empty when nothing does. */
export function routeFaults(
  { level, mode, regionId, receiverOrganId }: Omit<ItemRoute, 'id' | 'untilDay'>,
  places: Places,
): string[] {
  if (mode === 'SERVICE_FORWARD') return [];
  // Committees are no administrative organs: they never accept and never decide.
  if (level === 'VILLAGE') return ['village_never_decides'];
  const receiver = receiverOrganId === null ? places.townshipOrganOf(regionId) : places.organById(receiverOrganId);
  if (receiver === undefined) return receiverOrganId === null ? ['no_government'] : ['receiver_unknown'];
  return mode === 'DEVOLVED' && !receiver.isAdministrativeOrgan ? ['not_an_organ'] : [];
}

const byItem = new WeakMap<readonly ItemRoute[], Map<string, ItemRoute[]>>();

/** The routes of one item; a list that is asked again, as the copy of all in force is, was sorted out the first time. */
function routesOf(routes: readonly ItemRoute[], itemId: string): readonly ItemRoute[] {
  const known = byItem.get(routes) ?? Map.groupBy(routes, (route) => route.itemId);
  byItem.set(routes, known);
  return known.get(itemId) ?? [];
}
