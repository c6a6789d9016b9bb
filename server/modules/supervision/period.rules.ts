/** The sums of one area and member in a closed month. */
export interface ClosedTotal {
  readonly areaId: string;
  readonly cut: string;
  readonly member: string;
  readonly sums: Readonly<Record<string, number>>;
}

/** Why a month cannot be closed: it is not over, or no month begins on that day. */
export function objectionToClosing(month: string, today: Temporal.PlainDate): 'month_runs' | 'no_month' | undefined {
  const first = Temporal.PlainDate.from(month);
  if (first.day !== 1) return 'no_month';
  return Temporal.PlainDate.compare(first.add({ months: 1 }), today) > 0 ? 'month_runs' : undefined;
}
