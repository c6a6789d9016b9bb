import type { IndicatorCut } from '../../../contract/indicators.ts';
import type { Channel } from '../../../contract/values.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ActingPost, Scope } from '../people/index.ts';
import type { Places } from '../places/index.ts';
import type { Span } from './span.rules.ts';

/** What narrows the numbers, as asked. */
export interface Narrowing extends Span {
  readonly areaId?: string;
  readonly own?: 'only';
  readonly centerId?: string;
  readonly organId?: string;
  readonly itemId?: string;
  readonly channel?: Channel;
}

/** What is looked at, within what the reader may see. */
export interface Field extends Span {
  readonly district: string;
  readonly areaId: string;
  readonly own: boolean;
  readonly centerId?: string;
  readonly organId?: string;
  readonly itemId?: string;
  readonly channel?: Channel;
}

const longest = { years: 10 } as const;

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
  if (asked.from > asked.to) throw new Refusal('invalid_input', {}, [{ field: 'to', code: 'too_early' }]);
  if (Temporal.PlainDate.compare(from.add(longest), Temporal.PlainDate.from(asked.to)) < 0)
    throw new Refusal('invalid_input', {}, [{ field: 'from', code: 'too_early' }]);
  const isOrgans = !scope.whole && scope.organIds.length > 0;
  const reach = scope.whole || isOrgans ? places.root.id : post.areaRegionId;
  const areaId = asked.areaId ?? reach;
  if (!places.pathOf(areaId).some(({ id }) => id === reach)) throw new Refusal('not_found');
  if (isOrgans && asked.organId !== undefined && asked.organId !== post.organId) throw new Refusal('not_found');
  const organId = isOrgans ? post.organId : asked.organId;
  return {
    district,
    ...{ from: asked.from, to: asked.to, areaId, own: asked.own === 'only' },
    ...(organId !== undefined && { organId }),
    ...(asked.centerId !== undefined && { centerId: asked.centerId }),
    ...(asked.itemId !== undefined && { itemId: asked.itemId }),
    ...(asked.channel !== undefined && { channel: asked.channel }),
  };
}

export type StoredCut = 'whole' | Exclude<IndicatorCut, 'area'>;

/** The cut and member of `indicator_totals` that hold a field; undefined where only the cases themselves can be counted. */
export function storedAs(
  field: Field,
  places: Places,
  by?: IndicatorCut,
): { cut: StoredCut; member?: string } | undefined {
  const narrowed: { cut: StoredCut; member: string }[] = [];
  if (field.centerId !== undefined) narrowed.push({ cut: 'center', member: field.centerId });
  if (field.organId !== undefined) narrowed.push({ cut: 'organ', member: field.organId });
  if (field.itemId !== undefined) narrowed.push({ cut: 'item', member: field.itemId });
  if (field.channel !== undefined) narrowed.push({ cut: 'channel', member: field.channel });
  const cuts = by === undefined || by === 'area' ? narrowed : [...narrowed, { cut: by }];
  const isVillage = places.regionById(field.areaId)?.level === 'VILLAGE';
  const dividesIntoVillages = by === 'area' && places.childrenOf(field.areaId).some(({ level }) => level === 'VILLAGE');
  if (cuts.length > 1 || field.own) return undefined;
  if (cuts.length === 1 && (isVillage || dividesIntoVillages)) return undefined;
  return cuts[0] ?? { cut: 'whole', member: '' };
}
