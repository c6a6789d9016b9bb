import type { Places } from '../places/index.ts';
import { digestOfAreas } from './area.rules.ts';
import { monthsOf, type Span } from './span.rules.ts';

/** Why a month cannot be closed: it is not over, or no month begins on that day. */
export function objectionToClosing(month: string, today: Temporal.PlainDate): 'month_runs' | 'no_month' | undefined {
  const first = Temporal.PlainDate.from(month);
  if (first.day !== 1) return 'no_month';
  return Temporal.PlainDate.compare(first.add({ months: 1 }), today) > 0 ? 'month_runs' : undefined;
}

/** A closed month, and which area belonged to which when it was closed. */
export interface Closing {
  readonly month: string;
  readonly areasDigest: Buffer;
  /** Whether sums by item and channel at once were kept. */
  readonly hasPairs: boolean;
}

/** A span, and by what it is counted. */
export interface CountedSpan extends Span {
  /** `closed`: every day of it lies in a closed month, and its numbers are those that were kept. */
  readonly basis: 'now' | 'closed';
  /** Areas were redrawn since one of these months was closed: the kept sums of areas are no sums of today's areas. */
  readonly redrawn: boolean;
  /** Whether its sums by item and channel at once are there: a district that is older than these sums them first. */
  readonly hasPairs: boolean;
}

/**
 * By what a span is counted; one that mixes closed months with other days is counted by the ledger as it is.
 * @param given.isSummed All is summed by every cut that there is.
 */
export function countedAs(
  span: Span,
  {
    closings,
    places,
    isSummed,
    counted,
  }: { closings: readonly Closing[]; places: Places; isSummed: boolean; counted?: 'now' | undefined },
): CountedSpan {
  const months = monthsOf(span).map(({ month }) => month);
  const own = closings.filter(({ month }) => months.includes(month));
  const isClosed = counted === undefined && own.length === months.length;
  const today = isClosed ? digestOfAreas(places) : undefined;
  const redrawn = today !== undefined && own.some(({ areasDigest }) => !areasDigest.equals(today));
  const hasPairs = isClosed ? own.every((closing) => closing.hasPairs) : isSummed;
  return { from: span.from, to: span.to, basis: isClosed ? 'closed' : 'now', redrawn, hasPairs };
}
