import type { Channel } from '../contract/values.ts';
import type { Draws } from './draw.rules.ts';
import type { Fate, Scenario } from './scenario.ts';

/** A day of the run; on a working day the offices are open. */
export interface RunDay {
  readonly day: Temporal.PlainDate;
  readonly isWorking: boolean;
}

/** An hour of the run: its day's number from 0, and the hour of the day. */
export interface Slot {
  readonly day: number;
  readonly hour: number;
}

/** The hours in which officers act, the last of them until 17:00. */
export const officeHours = [9, 10, 11, 14, 15, 16] as const;

/** Parts of a whole number by weights, none of it lost: what rounding leaves goes to the largest remainders. */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) throw new Error('Nothing has any weight.');
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) parts[at] = (parts[at] ?? 0) + 1;
  return parts;
}

/** The quotas of a run, rounded. */
export function declaredAt(
  { declared }: Scenario,
  scale: number,
): { accepted: number; completed: number; open: number } {
  const accepted = Math.max(1, Math.round(declared.accepted * scale));
  const open = Math.min(accepted, Math.round((declared.accepted - declared.completed) * scale));
  return { accepted, completed: accepted - open, open };
}

/** A person who comes, and what he comes to; numbers go up in the order of arrival, from 1. */
export interface Arrival {
  readonly person: number;
  readonly slot: Slot;
  readonly channel: Channel;
  readonly fate: Fate;
}

/** Whether such an application is ever accepted. */
export const isAccepted = (fate: Fate) => fate !== 'abandoned' && fate !== 'refused';

/** What becomes of the application of a person, whatever he applies for. */
export function fateOf({ fates }: Pick<Scenario, 'fates'>, person: number, draws: Draws): Fate {
  const strange = Object.values(fates).reduce((sum, share) => sum + share, 0);
  return draws.weighted<Fate>({ ...fates, plain: 1 - strange }, person, 'fate');
}

/**
 * Everybody who comes, so many that exactly `accepted` are accepted: some are refused and some never bring what is missing,
 * so that more come than are accepted. Nobody comes after the last office hour of the run.
 */
export function arrivalsOf(
  scenario: Scenario,
  { accepted, days, draws }: { accepted: number; days: readonly RunDay[]; draws: Draws },
): Arrival[] {
  const fates: Fate[] = [];
  for (let left = accepted; left > 0; ) {
    const fate = fateOf(scenario, fates.length + 1, draws);
    fates.push(fate);
    if (isAccepted(fate)) left -= 1;
  }
  const hours = slotsOf(scenario, days);
  const counts = spread(
    fates.length,
    hours.map(({ weight }) => weight),
  );
  const slots = hours.flatMap(({ slot, isOpen }, at) =>
    Array.from({ length: counts[at] ?? 0 }, () => ({ slot, isOpen })),
  );
  return slots.map(({ slot, isOpen }, at): Arrival => {
    const person = at + 1;
    const drawn = fates[at] ?? 'plain';
    const channel = channelOf(scenario, { person, isOpen, fate: drawn }, draws);
    return { person, slot, channel, fate: channel === 'ONLINE' && onPaper.includes(drawn) ? 'plain' : drawn };
  });
}

/** What is signed or left open on paper happens at a counter; whoever comes when it is closed applies online. */
const onPaper: readonly Fate[] = ['tolerated', 'committed'];

function channelOf(
  { channels }: Scenario,
  { person, isOpen, fate }: { person: number; isOpen: boolean; fate: Fate },
  draws: Draws,
): Channel {
  if (!isOpen) return 'ONLINE';
  return draws.weighted({ ...channels, ...(onPaper.includes(fate) && { ONLINE: 0 }) }, person, 'channel');
}

function slotsOf(
  { arrivals: { hours, weekdays, months, closedDay } }: Scenario,
  days: readonly RunDay[],
): { slot: Slot; isOpen: boolean; weight: number }[] {
  const lastOpen = days.findLastIndex(({ isWorking }) => isWorking);
  return days.slice(0, lastOpen + 1).flatMap(({ day, isWorking }, at) => {
    const open = isWorking ? 1 : closedDay;
    const usual = weekdays[isWorking && day.dayOfWeek > 5 ? 0 : day.dayOfWeek - 1] ?? 0;
    // Twelve months share what the year brings; a short month brings no less in a day.
    const season = (months[day.month - 1] ?? 0) / day.daysInMonth;
    return Object.entries(hours).flatMap(([text, weight]) => {
      const hour = Number(text);
      if (at === lastOpen && hour > (officeHours.at(-1) ?? 0)) return [];
      const isOpen = isWorking && (officeHours as readonly number[]).includes(hour);
      return [{ slot: { day: at, hour }, isOpen, weight: weight * usual * open * season }];
    });
  });
}
