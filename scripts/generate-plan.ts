import type { WorkCalendar } from '../server/modules/deadlines/index.ts';
import type { Sample } from './generate-samples.ts';

/** Places of a table from which a number drawn at random takes one: as many each as its weight says. */
export const slots = 4096;

/** Fills the places by weight. */
export function weighted<T>(members: readonly T[], weightOf: (member: T) => number): T[] {
  const sum = members.reduce((total, member) => total + weightOf(member), 0);
  let reached = 0;
  const ends = members.map((member) => {
    reached += weightOf(member) / sum;
    return [reached, member] as const;
  });
  return Array.from({ length: slots }, (_, slot) => {
    const found = ends.find(([end]) => (slot + 0.5) / slots < end) ?? ends.at(-1);
    if (found === undefined) throw new Error('There is nothing to choose from.');
    return found[1];
  });
}

/** The working days of a span, both ends counted. */
export function workingDays(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkCalendar): string[] {
  const days: string[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    if (['workday', 'makeup'].includes(calendar.kindOf(day).kind)) days.push(day.toString());
  return days;
}

export interface DayPlan {
  readonly day: string;
  /** The first and the last case of the day, counted through from 1. */
  readonly first: number;
  readonly last: number;
}

/** How many come on each day: more on Mondays and in spring and autumn, a tenth more each year. */
export function planDays(days: readonly string[], cases: number): DayPlan[] {
  const ofWeekday = [0, 1.25, 1.05, 1, 0.95, 0.9, 0.8, 0.8];
  const ofMonth = [0, 0.9, 0.7, 1.15, 1.1, 1, 0.95, 0.9, 0.95, 1.15, 1, 1.1, 1.1];
  const weights = days.map((day, at) => {
    const { dayOfWeek, month } = Temporal.PlainDate.from(day);
    return (ofWeekday[dayOfWeek] ?? 1) * (ofMonth[month] ?? 1) * (1 + (0.2 * at) / days.length);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let reached = 0;
  let planned = 0;
  return days.flatMap((day, at) => {
    reached += weights[at] ?? 0;
    const first = planned + 1;
    planned = Math.round((cases * reached) / sum);
    return planned < first ? [] : [{ day, first, last: planned }];
  });
}

/** Which samples a case may be a copy of, by what it is to be. */
export interface Pools {
  /** Came to its end. */
  readonly ended: readonly number[];
  /** Came to its end on its first day. */
  readonly endedAtOnce: readonly number[];
  /** Open, and not yet answered: for the last few days only. */
  readonly unanswered: readonly number[];
  /** Open, and nothing was done yet. */
  readonly untouched: readonly number[];
  /** Open and accepted. */
  readonly accepted: readonly number[];
}

export function poolsOf(samples: readonly Sample[]): Pools {
  const pool = (which: (sample: Sample) => boolean) =>
    weighted(
      samples.flatMap((sample, at) => (which(sample) ? [at] : [])),
      (at) => samples[at]?.weight ?? 0,
    );
  return {
    ended: pool(({ ended }) => ended),
    endedAtOnce: pool(({ ended, lasts }) => ended && lasts === 0),
    unanswered: pool(({ ended, unanswered }) => !ended && unanswered),
    untouched: pool(({ ended, lasts, unanswered }) => !ended && unanswered && lasts === 0),
    accepted: pool(({ ended, unanswered }) => !ended && !unanswered),
  };
}
