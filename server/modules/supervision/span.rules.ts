/** A run of days, both ends in it; ISO. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const day = (iso: string) => Temporal.PlainDate.from(iso);
const firstOf = (each: Temporal.PlainDate) => each.with({ day: 1 });
const lastOf = (each: Temporal.PlainDate) => each.with({ day: each.daysInMonth });

/** The first day of the month of a day, by which a month is known. */
export const monthOf = (iso: string) => firstOf(day(iso)).toString();

/** The last day of the month of a day. */
export const lastDayOf = (iso: string) => lastOf(day(iso)).toString();

/**
 * A span as whole months (by their first days) and the single days that are left at its ends: what is summed once a month is not
 * summed again.
 */
export function partsOf({ from, to }: Span): { months: string[]; days: string[] } {
  const months: string[] = [];
  const days: string[] = [];
  const last = day(to);
  for (let at = day(from); Temporal.PlainDate.compare(at, last) <= 0; ) {
    const end = lastOf(at);
    if (at.day === 1 && Temporal.PlainDate.compare(end, last) <= 0) {
      months.push(at.toString());
      at = end.add({ days: 1 });
    } else {
      days.push(at.toString());
      at = at.add({ days: 1 });
    }
  }
  return { months, days };
}

/** A span cut at the ends of its months; each part with the first day of its month. */
export function monthsOf({ from, to }: Span): (Span & { readonly month: string })[] {
  const parts: (Span & { month: string })[] = [];
  for (let at = day(from); Temporal.PlainDate.compare(at, day(to)) <= 0; ) {
    const end = lastDayOf(at.toString());
    parts.push({ month: monthOf(at.toString()), from: at.toString(), to: end < to ? end : to });
    at = lastOf(at).add({ days: 1 });
  }
  return parts;
}

/** 同比: the same days a year before. */
export function yearBefore({ from, to }: Span): Span {
  const start = day(from).subtract({ years: 1 });
  // To the end of a February that is longer only where whole months are compared.
  const isWhole = day(from).day === 1 && day(to).equals(lastOf(day(to)));
  const end = day(to).subtract({ years: 1 });
  return { from: start.toString(), to: (isWhole ? lastOf(end) : end).toString() };
}

/**
 * 环比: what is as long and lies right before. Whole months are compared with as many months, a month until today with the same days of the
 * month before, other spans with as many days.
 */
export function spanBefore({ from, to }: Span): Span {
  const start = day(from);
  const end = day(to);
  if (start.day === 1) {
    const months = firstOf(start).until(firstOf(end), { largestUnit: 'months' }).months + 1;
    const before = start.subtract({ months });
    const isWhole = end.equals(lastOf(end));
    const until = end.subtract({ months });
    return { from: before.toString(), to: (isWhole ? lastOf(until) : until).toString() };
  }
  const days = start.until(end, { largestUnit: 'days' }).days + 1;
  return { from: start.subtract({ days }).toString(), to: start.subtract({ days: 1 }).toString() };
}

/** The points of a trend: months, or days where the span lies within two months. */
export function pointsOf({ from, to }: Span): Span[] {
  const start = day(from);
  const end = day(to);
  const byDay = firstOf(start).until(firstOf(end), { largestUnit: 'months' }).months <= 1;
  const points: Span[] = [];
  for (let at = start; Temporal.PlainDate.compare(at, end) <= 0; ) {
    const until = byDay || Temporal.PlainDate.compare(lastOf(at), end) > 0 ? (byDay ? at : end) : lastOf(at);
    points.push({ from: at.toString(), to: until.toString() });
    at = until.add({ days: 1 });
  }
  return points;
}
