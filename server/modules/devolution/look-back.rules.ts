import type { findingActs, findingKinds, findingStates, RefusalCode } from '../../../contract/words.ts';
import type { Cancelled, DevolutionMode, ItemRoute, ItemVersion } from '../catalogue/index.ts';
import type { CaseTrace } from '../desk/index.ts';
import type { OfficePost } from '../people/index.ts';
import type { Center, Places } from '../places/index.ts';

export type FindingKind = (typeof findingKinds)[number];
export type FindingState = (typeof findingStates)[number];
export type FindingAct = (typeof findingActs)[number];

const findingMoves: Readonly<Record<FindingAct, { from: readonly FindingState[]; to: FindingState | null }>> = {
  assign: { from: ['OPEN', 'REOPENED'], to: null },
  rectify: { from: ['OPEN', 'REOPENED'], to: 'RECTIFIED' },
  close: { from: ['RECTIFIED'], to: 'CLOSED' },
  reopen: { from: ['RECTIFIED', 'CLOSED'], to: 'REOPENED' },
};

/** The state of a finding after an act, or why it cannot be done. */
export function afterFindingAct(
  state: FindingState,
  act: FindingAct,
): { state: FindingState } | { code: RefusalCode; facts: Record<string, string> } {
  const { from, to } = findingMoves[act];
  return from.includes(state) ? { state: to ?? state } : { code: 'finding_moved_on', facts: { state } };
}

/** An item that went down to one receiver, as the district's own ledger and the routes in force have it. */
export interface Adjusted {
  readonly itemId: string;
  readonly regionId: string;
  readonly level: ItemRoute['level'];
  readonly mode: DevolutionMode;
  /** Who handed it down. */
  readonly fromOrganId: string | null;
  readonly receiverOrganId: string | null;
  readonly fromDay: string;
  /** A route of the catalogue stands behind it today. */
  readonly routed: boolean;
}

export interface Found {
  readonly kind: FindingKind;
  readonly itemId: string;
  readonly regionId: string;
  readonly level: ItemRoute['level'];
  readonly mode: DevolutionMode | null;
  readonly centers: number;
  readonly adjustedDay: string;
  readonly ownerOrganId: string;
}

/** So long a receiver may be without a case before that is a finding. */
const quietFor = { days: 30 };

/** What one step of a look-back looks at: some items with everything about them. */
export interface Evidence {
  readonly adjusted: readonly Adjusted[];
  readonly cancelled: readonly Cancelled[];
  readonly versions: ReadonlyMap<string, ItemVersion>;
  readonly intake: ReadonlyMap<string, readonly string[]>;
  readonly posts: ReadonlyMap<string, OfficePost>;
  readonly traces: readonly CaseTrace[];
  /** By handing department, who was trained by it. */
  readonly trained: ReadonlyMap<string, ReadonlySet<string>>;
  readonly places: Places;
  /** Who answers where nobody else does: the bureau that looks back. */
  readonly bureauId: string;
  readonly today: Temporal.PlainDate;
}

/** 回头看 (domain §1.6): of each item and receiver what is missing, and who must put it right. */
export function findingsOf(evidence: Evidence): Found[] {
  const { adjusted, cancelled, versions, places, bureauId, today } = evidence;
  const offices = officesOf(evidence);
  const traces = Map.groupBy(evidence.traces, ({ itemId }) => itemId);
  const quietSince = today.subtract(quietFor).toString();
  const found: Found[] = [];
  for (const [itemId, own] of Map.groupBy(adjusted, (each) => each.itemId)) {
    const version = versions.get(itemId);
    const taking = (evidence.intake.get(itemId) ?? []).flatMap((postId) => evidence.posts.get(postId) ?? []);
    const takenIn = takenInBy(taking);
    const received = latestBy(
      traces.get(itemId) ?? [],
      ({ centerId }) => centerId,
      (trace) => trace.lastReceivedDay,
    );
    for (const target of own) {
      const { regionId, level, mode, fromDay } = target;
      const { centers, organId, hasDecider, windowsOf } = offices(target);
      const handing = target.fromOrganId ?? version?.decidingOrganId ?? bureauId;
      const add = (kind: FindingKind, count: number, ownerOrganId: string) =>
        found.push({ kind, itemId, regionId, level, mode, centers: count, adjustedDay: fromDay, ownerOrganId });
      if (version === undefined || !target.routed || centers.length === 0) {
        add('NO_COUNTERPART', centers.length, handing);
        continue;
      }
      const without = centers.filter(
        ({ id }) => !takenIn.has(id) || windowsOf?.get(id)?.some((window) => takenIn.has(window)) === false,
      );
      if (mode !== 'SERVICE_FORWARD' && !hasDecider) add('NO_PERMISSION', centers.length, organId);
      else if (without.length > 0) add('NO_PERMISSION', without.length, bureauId);
      const isQuiet = !centers.some(({ id }) => (received.get(id) ?? '') >= fromDay);
      if (isQuiet && fromDay <= quietSince) add('ZERO_CASES', centers.length, organId);
      const trained = evidence.trained.get(handing);
      const untrained = centers.filter(({ id }) =>
        takenIn.get(id)?.some(({ holders }) => holders.some(({ staffId }) => trained?.has(staffId) !== true)),
      );
      if (untrained.length > 0) add('UNTRAINED', untrained.length, handing);
      if (
        (mode === 'DEVOLVED' || mode === 'AUTHORIZED') &&
        goesOn(traces.get(itemId) ?? [], { target, own, handing, places })
      )
        add('OLD_LEVEL_ACTING', 0, handing);
    }
  }
  for (const { itemId, fromDay } of cancelled) {
    const late = (traces.get(itemId) ?? []).find(({ lastReceivedDay }) => lastReceivedDay >= fromDay);
    if (late === undefined || places.root === undefined) continue;
    found.push({
      kind: 'OLD_LEVEL_ACTING',
      itemId,
      regionId: places.root.id,
      level: 'DISTRICT',
      mode: null,
      centers: 0,
      adjustedDay: fromDay,
      ownerOrganId: late.organId ?? bureauId,
    });
  }
  return found;
}

/**
 * The former organ decided what came in from the receiver's region after the day (ALL 22: it must stop). On the opening
 * day itself both may have taken in. A matter of the district as a whole counts once every township receives the item.
 */
function goesOn(
  traces: readonly CaseTrace[],
  { target, own, handing, places }: { target: Adjusted; own: readonly Adjusted[]; handing: string; places: Places },
): boolean {
  const everywhereFrom = dayEverywhere(own, places);
  return traces.some(({ organId, regionId, lastDecidedReceivedDay }) => {
    if (organId !== handing || lastDecidedReceivedDay === null || regionId === null) return false;
    if (regionId === places.root?.id && target.regionId !== regionId)
      return everywhereFrom !== undefined && lastDecidedReceivedDay > everywhereFrom;
    return lastDecidedReceivedDay > target.fromDay && places.pathOf(regionId).some(({ id }) => id === target.regionId);
  });
}

/** From when every township decides an item; nothing while one does not. */
function dayEverywhere(own: readonly Adjusted[], places: Places): string | undefined {
  const firstDays = places.childrenOf(places.root?.id ?? '').map(
    ({ id }) =>
      own
        .filter(({ mode, regionId }) => regionId === id && (mode === 'DEVOLVED' || mode === 'AUTHORIZED'))
        .map(({ fromDay }) => fromDay)
        .toSorted()[0],
  );
  const known = firstDays.filter((day) => day !== undefined);
  return known.length < firstDays.length ? undefined : known.toSorted().at(-1);
}

/** By centre, the held posts that take it in. */
function takenInBy(taking: readonly OfficePost[]): Map<string, OfficePost[]> {
  const by = new Map<string, OfficePost[]>();
  for (const post of taking) {
    if (post.centerId === null || post.holders.length === 0) continue;
    const known = by.get(post.centerId);
    if (known === undefined) by.set(post.centerId, [post]);
    else known.push(post);
  }
  return by;
}

function latestBy(
  traces: readonly CaseTrace[],
  key: (trace: CaseTrace) => string | null,
  day: (trace: CaseTrace) => string,
): Map<string, string> {
  const latest = new Map<string, string>();
  for (const trace of traces) {
    const at = key(trace);
    if (at !== null && (latest.get(at) ?? '') < day(trace)) latest.set(at, day(trace));
  }
  return latest;
}

interface Office {
  readonly centers: readonly Center[];
  readonly organId: string;
  readonly hasDecider: boolean;
  /** Of each station of a village the windows of its township, which accept what it takes in. */
  readonly windowsOf?: ReadonlyMap<string, readonly string[]>;
}

/** The office of a receiver, worked out once for each. */
function officesOf({ places, posts, bureauId }: Evidence): (target: Adjusted) => Office {
  const deciders = new Set(
    [...posts.values()].flatMap(({ role, organId, holders }) =>
      role === 'decider' && holders.length > 0 ? [organId] : [],
    ),
  );
  const known = new Map<string, Office>();
  return ({ regionId, level, receiverOrganId }) => {
    const key = `${regionId}:${level}:${receiverOrganId}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const organId = receiverOrganId ?? places.townshipOrganOf(regionId)?.id ?? bureauId;
    const centers = places.centersIn(regionId).filter((center) => center.level === level);
    const office: Office = {
      centers,
      organId,
      hasDecider: deciders.has(organId),
      ...(level === 'VILLAGE' && {
        windowsOf: new Map(centers.map((center) => [center.id, windowsAbove(center, places)])),
      }),
    };
    known.set(key, office);
    return office;
  };
}

function windowsAbove({ regionId }: Center, places: Places): string[] {
  const above = new Set(places.pathOf(regionId).map(({ id }) => id));
  return places.centers.flatMap((center) =>
    center.level === 'TOWNSHIP' && above.has(center.regionId) ? [center.id] : [],
  );
}
