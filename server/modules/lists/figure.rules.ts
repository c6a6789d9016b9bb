import type { figureGroups, figureKinds } from '../../../contract/words.ts';
import { type ItemVersion, processOf } from '../catalogue/index.ts';
import { handlingTagsOf, isOnlineable, isWhollyOnline, type Matter, receivedAt } from './list.rules.ts';

/** What a figure says of one item: of `whole` so much is `part`; of a reduction, now and before. Fees are in fen. */
export interface Reading {
  readonly part: number;
  readonly whole: number;
}

/** A figure: how one item is read, undefined where it does not belong to it. */
export interface Gauge {
  readonly key: string;
  readonly group: (typeof figureGroups)[number];
  readonly kind: (typeof figureKinds)[number];
  readonly read: (matter: Matter, context: Context) => Reading | undefined;
}

/** What a figure must know beside the item. */
export interface Context {
  /** A phone where one may ask: of the organ that decides, or of a centre that receives it. */
  readonly hasPhone: (matter: Matter) => boolean;
}

/** 一个月 in working days, as 三个最多 counts it: a local rule. */
export const monthInWorkingDays = 22;

/** A limit in working days, in halves: seven calendar days hold five of them, eight office hours are one. */
export function workingDaysIn({
  amount,
  unit,
}: Pick<ItemVersion['content']['promisedLimit'], 'amount' | 'unit'>): number {
  if (unit === 'workingDays') return amount;
  return unit === 'calendarDays' ? Math.ceil((amount * 5) / 7) : Math.ceil(amount / 4) / 2;
}

/** 三个最多: at most one visit, one person to find, one month. Says which of them an item keeps. */
export function threeAtMost({ version: { content } }: Matter): { visits: boolean; contact: boolean; month: boolean } {
  return {
    visits: content.visits <= 1,
    contact: content.elements.singleContact,
    month: workingDaysIn(content.promisedLimit) <= monthInWorkingDays,
  };
}

/** What an item takes now, in the measures of its baseline. */
export function effortOf({ version }: Matter): {
  steps: number;
  materials: number;
  days: number;
  fen: number;
  visits: number;
} {
  const { content } = version;
  return {
    steps: processOf(version).stages.length,
    materials: content.materials.filter(({ necessity }) => necessity === 'required').length,
    days: workingDaysIn(content.promisedLimit),
    fen: content.fee.fen,
    visits: content.visits,
  };
}

/** 办得成: the guide leaves no question open. */
export function isGuideComplete({ version: { content } }: Matter): boolean {
  const { conditions, remedies, result, bases, brief } = content;
  const said = (text: { zh: string }) => text.zh.trim() !== '';
  return conditions.some(said) && said(remedies) && said(result.name) && bases.length > 0 && said(brief);
}

/** 质量: every basis and limit was checked against its text. */
export function isChecked({ version: { content } }: Matter): boolean {
  const { bases, limitMarks } = content;
  return (
    bases.every(({ mark }) => mark === 'checked') &&
    limitMarks.promised === 'checked' &&
    limitMarks.statutory !== 'sample'
  );
}

/** 进驻: received in the district's hall or a township's centre; a village station is neither. */
export function isInHall(matter: Matter): boolean {
  const received = receivedAt(matter);
  return received.includes('DISTRICT') || received.includes('TOWNSHIP');
}

const number = (counts: (matter: Matter) => boolean) => (matter: Matter) =>
  counts(matter) ? { part: 1, whole: 1 } : undefined;
const share = (counts: (matter: Matter, context: Context) => boolean) => (matter: Matter, context: Context) => ({
  part: counts(matter, context) ? 1 : 0,
  whole: 1,
});
/** Before and now; only of items whose baseline is known. */
const reduction = (measure: keyof ReturnType<typeof effortOf>) => (matter: Matter) => {
  const { baseline } = matter.version.content;
  return baseline === undefined ? undefined : { part: effortOf(matter)[measure], whole: baseline[measure] };
};

const content = ({ version }: Matter) => version.content;

/** Every figure of the catalogue, in their order. The formulas are those of domain §10.2. */
export const gauges: readonly Gauge[] = [
  { key: 'items', group: 'items', kind: 'number', read: number(() => true) },
  { key: 'deployed', group: 'items', kind: 'share', read: share((matter) => content(matter).guideOnly === undefined) },
  {
    key: 'inHall',
    group: 'items',
    kind: 'share',
    read: (matter) =>
      content(matter).elements.outsideHall === undefined ? { part: isInHall(matter) ? 1 : 0, whole: 1 } : undefined,
  },
  { key: 'instant', group: 'items', kind: 'share', read: share(({ version }) => version.caseType === 'IMMEDIATE') },
  {
    key: 'atTownships',
    group: 'items',
    kind: 'share',
    read: share((matter) => receivedAt(matter).includes('TOWNSHIP')),
  },
  { key: 'atVillages', group: 'items', kind: 'share', read: share((matter) => receivedAt(matter).includes('VILLAGE')) },
  { key: 'onlineable', group: 'online', kind: 'share', read: share(isOnlineable) },
  { key: 'whollyOnline', group: 'online', kind: 'share', read: share(isWhollyOnline) },
  {
    key: 'mobile',
    group: 'online',
    kind: 'share',
    read: share((matter) => content(matter).elements.mobile && content(matter).guideOnly === undefined),
  },
  { key: 'offHours', group: 'online', kind: 'share', read: share((matter) => content(matter).elements.offHours) },
  { key: 'noTrip', group: 'trips', kind: 'share', read: share((matter) => content(matter).visits === 0) },
  { key: 'oneTrip', group: 'trips', kind: 'share', read: share((matter) => handlingTagsOf(matter).includes('ONCE')) },
  { key: 'oneContact', group: 'trips', kind: 'share', read: share((matter) => threeAtMost(matter).contact) },
  { key: 'oneMonth', group: 'trips', kind: 'share', read: share((matter) => threeAtMost(matter).month) },
  {
    key: 'threeAtMost',
    group: 'trips',
    kind: 'share',
    read: share((matter) => Object.values(threeAtMost(matter)).every(Boolean)),
  },
  { key: 'fewerSteps', group: 'reductions', kind: 'reduction', read: reduction('steps') },
  { key: 'fewerMaterials', group: 'reductions', kind: 'reduction', read: reduction('materials') },
  { key: 'fewerDays', group: 'reductions', kind: 'reduction', read: reduction('days') },
  { key: 'lessFee', group: 'reductions', kind: 'reduction', read: reduction('fen') },
  { key: 'fewerVisits', group: 'reductions', kind: 'reduction', read: reduction('visits') },
  {
    key: 'shorterThanLaw',
    group: 'reductions',
    kind: 'reduction',
    read: (matter) => {
      const { statutoryLimit, promisedLimit } = content(matter);
      return statutoryLimit === undefined
        ? undefined
        : { part: workingDaysIn(promisedLimit), whole: workingDaysIn(statutoryLimit) };
    },
  },
  { key: 'findPerson', group: 'promises', kind: 'share', read: share((matter, { hasPhone }) => hasPhone(matter)) },
  { key: 'getDone', group: 'promises', kind: 'share', read: share(isGuideComplete) },
  {
    key: 'speed',
    group: 'promises',
    kind: 'share',
    read: share((matter) => {
      const { statutoryLimit, promisedLimit } = content(matter);
      const atMost = statutoryLimit === undefined ? monthInWorkingDays : workingDaysIn(statutoryLimit);
      return workingDaysIn(promisedLimit) <= atMost;
    }),
  },
  {
    key: 'attitude',
    group: 'promises',
    kind: 'share',
    read: share((matter) => content(matter).elements.assistance.length > 0),
  },
  { key: 'quality', group: 'promises', kind: 'share', read: share(isChecked) },
];

/** The readings of many items together; `items` were measured. */
export function sumOf(readings: readonly (Reading | undefined)[]): Reading & { readonly items: number } {
  let [part, whole, items] = [0, 0, 0];
  for (const reading of readings) {
    if (reading === undefined) continue;
    part += reading.part;
    whole += reading.whole;
    items += 1;
  }
  return { part, whole, items };
}

/** Which items of a figure somebody wants to see. */
export type Which = 'counted' | 'rest' | 'all';

/** Of a reduction, counted is what became less, and the rest is what did not. */
export function isWanted(which: Which, kind: Gauge['kind'], { part, whole }: Reading): boolean {
  if (which === 'all') return true;
  const counted = kind === 'reduction' ? part < whole : part > 0;
  return which === 'counted' ? counted : !counted;
}
