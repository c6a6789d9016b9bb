import type { LocalText } from '../../../contract/values.ts';
import type { measureKeys } from '../../../contract/words.ts';
import { sql } from '../../platform/database/index.ts';

export type MeasureKey = (typeof measureKeys)[number];

/** The day of a case's life on which something is counted. */
export type CountedOn = 'received' | 'accepted' | 'decided' | 'completed';

/**
 * One thing that is counted, each case on one day of its life. `counted` says by the columns of `case_counts` which cases, `amount` how much
 * of each (one, when absent). These very words stand on the page of the number, and count.
 */
export interface Measure {
  readonly key: MeasureKey;
  readonly on: CountedOn;
  readonly name: LocalText;
  readonly counted?: string;
  readonly amount?: string;
}

export const measures: readonly Measure[] = [
  { key: 'received', on: 'received', name: { zh: '收件', en: 'received' } },
  { key: 'accepted', on: 'accepted', name: { zh: '受理', en: 'accepted' } },
  {
    key: 'finished',
    on: 'accepted',
    name: { zh: '受理的件中已办结', en: 'completed of those accepted' },
    counted: 'completed_day is not null',
  },
  { key: 'immediate', on: 'accepted', name: { zh: '即办件', en: 'immediate' }, counted: 'is_immediate' },
  { key: 'online', on: 'accepted', name: { zh: '网上申请', en: 'filed online' }, counted: "channel = 'ONLINE'" },
  { key: 'corrected', on: 'accepted', name: { zh: '补正过', en: 'corrected' }, counted: 'corrections > 0' },
  {
    key: 'correctedAgain',
    on: 'accepted',
    name: { zh: '二次补正', en: 'corrected more than once' },
    counted: 'corrections > 1',
  },
  {
    key: 'savedHours',
    on: 'accepted',
    name: { zh: '比法定时限少承诺的工时', en: 'office hours promised below the statutory limit' },
    counted: 'statutory_hours is not null',
    amount: 'statutory_hours - promised_hours',
  },
  {
    key: 'statutoryHours',
    on: 'accepted',
    name: { zh: '法定时限的工时', en: 'office hours of the statutory limit' },
    counted: 'statutory_hours is not null',
    amount: 'statutory_hours',
  },
  { key: 'decided', on: 'decided', name: { zh: '决定', en: 'decided' } },
  {
    key: 'early',
    on: 'decided',
    name: { zh: '提前决定', en: 'decided before the due day' },
    counted: "timeliness = 'early'",
  },
  {
    key: 'onTime',
    on: 'decided',
    name: { zh: '按时决定', en: 'decided on time' },
    counted: "timeliness in ('early', 'onTime')",
  },
  {
    key: 'overdue',
    on: 'decided',
    name: { zh: '超期决定', en: 'decided overdue' },
    counted: "timeliness in ('overdue', 'pastLaw')",
  },
  {
    key: 'pastLaw',
    on: 'decided',
    name: { zh: '超过法定时限决定', en: 'decided past the statutory limit' },
    counted: "timeliness = 'pastLaw'",
  },
  { key: 'completed', on: 'completed', name: { zh: '办结', en: 'completed' } },
  {
    key: 'served',
    on: 'completed',
    name: { zh: '准予并送达', en: 'granted and served' },
    counted: "ending = 'served'",
  },
  { key: 'denied', on: 'completed', name: { zh: '不予并送达', en: 'denied and served' }, counted: "ending = 'denied'" },
  {
    key: 'withdrawn',
    on: 'completed',
    name: { zh: '撤回或者终止', en: 'withdrawn or terminated' },
    counted: "ending in ('withdrawn', 'terminated', 'lapsed')",
  },
  { key: 'trips', on: 'completed', name: { zh: '到窗口的次数', en: 'trips to a window' }, amount: 'trips' },
  { key: 'oneTrip', on: 'completed', name: { zh: '最多跑一次', en: 'at most one trip' }, counted: 'trips <= 1' },
  { key: 'noTrip', on: 'completed', name: { zh: '一次也不用跑', en: 'no trip' }, counted: 'trips = 0' },
];

export type Sums = Readonly<Record<MeasureKey, number>>;

const byKey = new Map(measures.map((measure) => [measure.key, measure]));

export function measureOf(key: MeasureKey): Measure {
  const measure = byKey.get(key);
  if (measure === undefined) throw new Error(`Nobody counts ${key}.`);
  return measure;
}

/** The column of a measure in `indicator_totals`. */
export const columnOf = (key: MeasureKey) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Which rows of `case_counts` are counted between two days, as the number's page shows it. */
export function countedWords({ on, counted }: Measure): string {
  return `${on}_day between :from and :to${counted === undefined ? '' : ` and ${counted}`}`;
}

/** All columns of totals `of`. */
export const totalColumnsOf = (of: string) => sql.raw(measures.map(({ key }) => `${of}.${columnOf(key)}`).join(', '));

/** Kept totals with the columns of the measures. */
export const keptTotals = sql.raw(
  `(select district, first_day, area_id, cut, member, ${measures
    .map(({ key }) => `(sums ->> '${key}')::integer as ${columnOf(key)}`)
    .join(', ')} from closed_totals)`,
);

/** The names of all columns, in the order of the measures. */
export const totalColumns = sql.raw(measures.map(({ key }) => columnOf(key)).join(', '));

/** Sums over rows that have those columns. */
export const summedTotals = sql.raw(
  measures.map(({ key }) => `coalesce(sum(${columnOf(key)}), 0)::integer as ${columnOf(key)}`).join(', '),
);

/** The same, each row with its `sign`. */
export const signedTotals = sql.raw(
  measures.map(({ key }) => `coalesce(sum(sign * ${columnOf(key)}), 0)::integer as ${columnOf(key)}`).join(', '),
);

/**
 * Sums over `case_counts k` where `within(day)` says in SQL whether that day column is within what is asked: the days of all four
 * kinds may differ in one row. By -1 they are to be taken out.
 */
export function summedCases(within: (day: string) => string, by: 1 | -1 = 1) {
  return sql.raw(
    measures
      .map(({ key, on, counted, amount }) => {
        const filter = [within(`${on}_day`), ...(counted === undefined ? [] : [`(${counted})`])].join(' and ');
        const of = amount === undefined ? 'count(*)' : `sum(${amount})`;
        return `${by} * coalesce(${of} filter (where ${filter}), 0)::integer as ${columnOf(key)}`;
      })
      .join(', '),
  );
}
