import type { IndicatorCut } from '../../../contract/indicators.ts';
import type { Channel } from '../../../contract/values.ts';
import { channels } from '../../../contract/words.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ActingPost, Scope } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import { areasOf } from './area.rules.ts';
import type { Span } from './span.rules.ts';

/** What narrows the numbers, as asked. */
export interface Narrowing extends Span {
  readonly areaId?: string;
  readonly own?: 'only';
  /** `none`: through no centre, decided by no organ. */
  readonly centerId?: string;
  readonly organId?: string;
  readonly itemId?: string;
  readonly channel?: Channel;
  /** By the ledger as it is, also where every month is closed. */
  readonly counted?: 'now';
}

/** What is looked at, within what the reader may see. */
export interface Field extends Span {
  readonly district: string;
  /** The highest area that the reader may look at. */
  readonly reachId: string;
  readonly areaId: string;
  readonly own: boolean;
  readonly centerId?: string;
  readonly organId?: string;
  readonly itemId?: string;
  readonly channel?: Channel;
}

const longest = { years: 10 } as const;
/** Nothing was counted before. */
const earliest = '2000-01-01';

/**
 * The reader's own field: the district's supervisor all of it, a township's his township, an organ's head what his organ decides.
 * Refuses `not_found` for what lies outside, `invalid_input` for days that make no span.
 */
export function fieldOf(
  asked: Narrowing,
  places: Places,
  { district, post, scope }: { district: string; post: ActingPost | undefined; scope: Scope },
): Field {
  if (post === undefined || places.root === undefined) throw new Refusal('not_found');
  const from = Temporal.PlainDate.from(asked.from);
  const to = Temporal.PlainDate.from(asked.to);
  if (asked.from > asked.to) throw new Refusal('invalid_input', {}, [{ field: 'to', code: 'too_early' }]);
  if (asked.from < earliest || Temporal.PlainDate.compare(from.add(longest), to) < 0)
    throw new Refusal('invalid_input', {}, [{ field: 'from', code: 'too_early' }]);
  const isOrgans = !scope.whole && scope.organIds.length > 0;
  const reach = scope.whole || isOrgans ? places.root.id : post.areaRegionId;
  const areaId = asked.areaId ?? reach;
  if (!places.pathOf(areaId).some(({ id }) => id === reach)) throw new Refusal('not_found');
  if (isOrgans && asked.organId !== undefined && asked.organId !== post.organId) throw new Refusal('not_found');
  const organId = isOrgans ? post.organId : asked.organId;
  return {
    district,
    ...{ from: asked.from, to: asked.to, reachId: reach, areaId, own: asked.own === 'only' },
    ...(organId !== undefined && { organId }),
    ...(asked.centerId !== undefined && { centerId: asked.centerId }),
    ...(asked.itemId !== undefined && { itemId: asked.itemId }),
    ...(asked.channel !== undefined && { channel: asked.channel }),
  };
}

/** `itemChannel`: by both at once, each member an item's id and a channel with a tilde between. */
export type StoredCut = 'whole' | 'itemChannel' | Exclude<IndicatorCut, 'area'>;

/** Where `indicator_totals` holds a field. */
export interface Stored {
  readonly cut: StoredCut;
  /** Of the cut; absent: each. */
  readonly members?: readonly string[];
  /** Of `itemChannel`, where the item is not said: the channel. */
  readonly channel?: Channel;
  /** The areas, or the centre, or the organ, whose totals they are. */
  readonly holderIds: readonly string[];
  /** Of these, the ones that are taken out of the others: what lies below the area's own centre. */
  readonly withoutIds: readonly string[];
}

/**
 * The totals that hold a field, cut as asked; undefined where only the cases themselves can be counted. Stored are the sums of areas, centres
 * and organs, each as a whole, by one cut, and by item and channel; villages and their centres as a whole only.
 */
export function storedAs(field: Field, places: Places, by?: IndicatorCut): Stored | undefined {
  const narrowed = new Map<StoredCut, string>();
  if (field.centerId !== undefined) narrowed.set('center', memberOf(field.centerId));
  if (field.organId !== undefined) narrowed.set('organ', memberOf(field.organId));
  if (field.itemId !== undefined) narrowed.set('item', field.itemId);
  if (field.channel !== undefined) narrowed.set('channel', field.channel);
  const cut = by === 'area' ? undefined : by;
  const below = by === 'area' || field.own ? places.childrenOf(field.areaId).map(({ id }) => id) : [];
  const withoutIds = field.own ? below : [];
  let holderIds = [field.areaId, ...below];
  const cutsOf = () => [...narrowed.keys(), ...(cut === undefined || narrowed.has(cut) ? [] : [cut])];
  if (cutsOf().length > 1 && below.length === 0 && !field.own && by !== 'area') {
    const holder = holderAmong(field, places);
    if (holder !== undefined) {
      narrowed.delete(holder.cut);
      holderIds = [holder.id];
    }
  }
  const cuts = cutsOf();
  const [only] = cuts;
  if (only === undefined) return { cut: 'whole', members: [''], holderIds, withoutIds };
  if (holderIds.some((id) => (places.centerById(id) ?? places.regionById(id))?.level === 'VILLAGE')) return undefined;
  const isPair = cuts.length === 2 && cuts.includes('item') && cuts.includes('channel');
  if (isPair) return { ...pairsOf(field), holderIds, withoutIds };
  if (cuts.length > 1) return undefined;
  const member = narrowed.get(only);
  return { cut: only, ...(member !== undefined && { members: [member] }), holderIds, withoutIds };
}

/** The sums of an item, of a channel, or of both, where they are cut or narrowed by the other. */
function pairsOf({ itemId, channel }: Field): Pick<Stored, 'cut' | 'members' | 'channel'> {
  const cut = 'itemChannel';
  if (itemId !== undefined)
    return { cut, members: (channel === undefined ? channels : [channel]).map((each) => `${itemId}~${each}`) };
  return { cut, ...(channel !== undefined && { channel }) };
}

/** Where a case has none, its member is empty. */
const memberOf = (asked: string) => (asked === 'none' ? '' : asked);

/** The centre or organ of a field that has totals of its own, where these lie within its area. */
function holderAmong(field: Field, places: Places): { cut: 'center' | 'organ'; id: string } | undefined {
  const center = places.centerById(field.centerId ?? '');
  if (center !== undefined && areasOf(center.regionId, places).some(({ id }) => id === field.areaId))
    return { cut: 'center', id: center.id };
  if (field.organId !== undefined && field.organId !== 'none' && field.areaId === places.root?.id)
    return { cut: 'organ', id: field.organId };
  return undefined;
}
