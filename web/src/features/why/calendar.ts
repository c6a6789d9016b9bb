import type { ExplainedDay, Explanation } from '../../../../contract/deadlines.ts';
import { isoWeekday } from '../../ui/day.ts';

/** How a cell of the calendar looks: outlined counts, grey does not, blue is paused, filled is the last. */
export type CellLook = 'counted' | 'uncounted' | 'paused' | 'last';

export interface CalendarCell {
  entry: ExplainedDay;
  look: CellLook;
  isToday: boolean;
  /** The month stands in the cell: the first cell, and every first of a month. */
  namesMonth: boolean;
}

/** The days of an explanation as weeks from Monday; cells before the first and after the last day are empty. */
export function weeksOf({ days, today }: Pick<Explanation, 'days' | 'today'>): (CalendarCell | undefined)[][] {
  const first = days[0];
  if (first === undefined) return [];
  const cells: (CalendarCell | undefined)[] = Array.from({ length: isoWeekday(first.day) - 1 }, () => undefined);
  for (const entry of days) {
    cells.push({
      entry,
      look: lookOf(entry),
      isToday: entry.day === today,
      namesMonth: entry === first || entry.day.slice(8) === '01',
    });
  }
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function lookOf({ reason, counted }: ExplainedDay): CellLook {
  if (reason === 'lastDay') return 'last';
  if (reason === 'paused') return 'paused';
  return counted ? 'counted' : 'uncounted';
}

/** The days of an explanation month by month: `2026-10` and its days. */
export function monthsOf(days: readonly ExplainedDay[]): { month: string; days: ExplainedDay[] }[] {
  const months: { month: string; days: ExplainedDay[] }[] = [];
  for (const entry of days) {
    const month = entry.day.slice(0, 7);
    const last = months[months.length - 1];
    if (last !== undefined && last.month === month) last.days.push(entry);
    else months.push({ month, days: [entry] });
  }
  return months;
}
