import type { Scenario } from './scenario.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The days of a scenario, seen from a day of the demo's clock; `nextWorkingDay` asks the product for it. */
export async function spanFrom(
  { begins, lasts }: Scenario,
  today: Temporal.PlainDate,
  nextWorkingDay: () => Promise<string>,
): Promise<Span> {
  const from = Temporal.PlainDate.from(
    begins === 'nextWorkingDay' ? await nextWorkingDay() : next(begins, today).toString(),
  );
  const to = 'days' in lasts ? from.add({ days: lasts.days - 1 }) : next(lasts, from);
  return { from: from.toString(), to: to.toString() };
}

/** The next day of that date after a day. */
function next({ month, day }: { month: number; day: number }, after: Temporal.PlainDate): Temporal.PlainDate {
  const same = after.with({ month, day });
  return Temporal.PlainDate.compare(same, after) > 0 ? same : same.add({ years: 1 });
}
