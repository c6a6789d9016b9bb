import type { LocalText } from '../../../contract/values.ts';
import type { MeasureKey } from './measure.store.ts';

/**
 * One indicator (domain §10.2): a number over a number. `flow`: both happened in the span, perhaps to different cases; `cohort`: what became
 * of the very cases below the line.
 */
export interface Indicator {
  readonly key: string;
  readonly name: LocalText;
  readonly kind: 'flow' | 'cohort';
  /** `average` is said as a number, `percent` as a share; neither without its two numbers. */
  readonly unit: 'percent' | 'average';
  readonly formula: LocalText;
  readonly numerator: MeasureKey;
  readonly denominator: MeasureKey;
}

export const indicators: readonly Indicator[] = [
  {
    key: 'completionRate',
    name: { zh: '办结率', en: 'Completion rate' },
    kind: 'flow',
    unit: 'percent',
    formula: {
      zh: '这段时间里办结的件数 ÷ 这段时间里受理的件数。送达、撤回、终止都算办结；以前受理、这时办结的也算在上面，所以可能超过 100%。',
      en: 'Cases completed in the span ÷ cases accepted in the span. Served, withdrawn and terminated are completed; cases accepted earlier count above the line, so it may pass 100%.',
    },
    numerator: 'completed',
    denominator: 'accepted',
  },
  {
    key: 'finishedRate',
    name: { zh: '受理件办结率', en: 'Completed of those accepted' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里受理的件中，到统计时已经办结的件数 ÷ 这段时间里受理的件数。',
      en: 'Of the cases accepted in the span, those completed when it was counted ÷ cases accepted in the span.',
    },
    numerator: 'finished',
    denominator: 'accepted',
  },
  {
    key: 'onTimeRate',
    name: { zh: '按时办结率', en: 'On-time rate' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里作出决定、没有超过应办结日的件数 ÷ 这段时间里作出决定的件数。应办结日按承诺时限，没有承诺的按法定时限；依法扣除的时间不算。',
      en: 'Cases decided in the span not later than their due day ÷ cases decided in the span. The due day follows the promised limit, or the statutory one; time excluded by law is not counted.',
    },
    numerator: 'onTime',
    denominator: 'decided',
  },
  {
    key: 'earlyRate',
    name: { zh: '提前办结率', en: 'Early rate' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里在应办结日以前作出决定的件数 ÷ 这段时间里作出决定的件数。',
      en: 'Cases decided in the span before their due day ÷ cases decided in the span.',
    },
    numerator: 'early',
    denominator: 'decided',
  },
  {
    key: 'overdueRate',
    name: { zh: '超期率', en: 'Overdue rate' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里过了应办结日才作出决定的件数 ÷ 这段时间里作出决定的件数。',
      en: 'Cases decided in the span after their due day ÷ cases decided in the span.',
    },
    numerator: 'overdue',
    denominator: 'decided',
  },
  {
    key: 'timeCompression',
    name: { zh: '时限压缩比', en: 'Time compression' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '1 −（承诺时限 ÷ 法定时限），按受理的件加权，换算成工时：每件少承诺的工时之和 ÷ 法定时限的工时之和。只算两个时限都按工作日或者工作小时计的件。',
      en: '1 − promised ÷ statutory limit, weighted by accepted cases, in office hours: hours promised below the statutory limit ÷ hours of the statutory limit. Only cases whose limits both count working time.',
    },
    numerator: 'savedHours',
    denominator: 'statutoryHours',
  },
  {
    key: 'immediateShare',
    name: { zh: '即办件占比', en: 'Immediate share' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里受理的即办件 ÷ 这段时间里受理的件数。',
      en: 'Immediate cases accepted in the span ÷ cases accepted in the span.',
    },
    numerator: 'immediate',
    denominator: 'accepted',
  },
  {
    key: 'onlineShare',
    name: { zh: '网办占比', en: 'Online share' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里受理的件中网上申请的 ÷ 这段时间里受理的件数。',
      en: 'Cases filed online of those accepted in the span ÷ cases accepted in the span.',
    },
    numerator: 'online',
    denominator: 'accepted',
  },
  {
    key: 'correctionRate',
    name: { zh: '补正率', en: 'Correction rate' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里受理的件中发过补正告知书的 ÷ 这段时间里受理的件数。',
      en: 'Cases with a correction notice of those accepted in the span ÷ cases accepted in the span.',
    },
    numerator: 'corrected',
    denominator: 'accepted',
  },
  {
    key: 'averageTrips',
    name: { zh: '平均跑动次数', en: 'Average trips' },
    kind: 'cohort',
    unit: 'average',
    formula: {
      zh: '这段时间里办结的件，申请人为它到窗口的天数之和 ÷ 这段时间里办结的件数。',
      en: 'Days on which applicants came to a window for the cases completed in the span ÷ cases completed in the span.',
    },
    numerator: 'trips',
    denominator: 'completed',
  },
  {
    key: 'oneTripRate',
    name: { zh: '最多跑一次率', en: 'At most one trip' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里办结的件中，最多到窗口一次的 ÷ 这段时间里办结的件数。',
      en: 'Cases with at most one trip to a window of those completed in the span ÷ cases completed in the span.',
    },
    numerator: 'oneTrip',
    denominator: 'completed',
  },
  {
    key: 'noTripRate',
    name: { zh: '零跑动率', en: 'No trip' },
    kind: 'cohort',
    unit: 'percent',
    formula: {
      zh: '这段时间里办结的件中，一次也不用到窗口的 ÷ 这段时间里办结的件数。',
      en: 'Cases without a trip to a window of those completed in the span ÷ cases completed in the span.',
    },
    numerator: 'noTrip',
    denominator: 'completed',
  },
];
