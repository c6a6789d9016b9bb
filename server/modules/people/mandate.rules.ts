import type { FieldFault } from '../../../contract/refusals.ts';
import type { mandateStates, RefusalCode } from '../../../contract/words.ts';

/** What a mandate 委托 says: the matters (null is every matter) and its days, both counted in. */
export interface MandateTerms {
  readonly itemIds: readonly string[] | null;
  readonly fromDay: string;
  readonly untilDay: string;
}

/** What ended a mandate before its last day: one of its sides, or the end of the one case that it was for (CC 173). */
export interface MandateEnd {
  readonly revokedAt: string | null;
  readonly endedAt: string | null;
}

type MandateState = (typeof mandateStates)[number];

/** How long one mandate may reach. The law sets no limit (CC 165 asks for a period); this is the district's own. */
const longest = { years: 3 } as const;

/** How a mandate stands on a day. */
export function mandateState(
  mandate: Pick<MandateTerms, 'fromDay' | 'untilDay'> & MandateEnd,
  today: Temporal.PlainDate,
): MandateState {
  if (mandate.revokedAt !== null) return 'revoked';
  if (mandate.endedAt !== null) return 'ended';
  if (Temporal.PlainDate.compare(mandate.untilDay, today) < 0) return 'ended';
  return Temporal.PlainDate.compare(mandate.fromDay, today) > 0 ? 'coming' : 'valid';
}

/** Whether its matters include this one; its days are asked by `mandateState`. */
export function coversItem({ itemIds }: Pick<MandateTerms, 'itemIds'>, itemId: string): boolean {
  return itemIds === null || itemIds.includes(itemId);
}

/** Why nobody may act by this mandate in a matter today; nothing when he may (CC 165: matters, period; CC 173: its end). */
export function actRefusal(
  mandate: MandateTerms & MandateEnd,
  itemId: string,
  today: Temporal.PlainDate,
): Extract<RefusalCode, `mandate_${string}`> | undefined {
  const state = mandateState(mandate, today);
  if (state === 'coming') return 'mandate_missing';
  if (state !== 'valid') return 'mandate_ended';
  return coversItem(mandate, itemId) ? undefined : 'mandate_not_for_this';
}

/** What is wrong with the days of a new mandate: it begins today or later and reaches three years at most. */
export function termFaults(
  { fromDay, untilDay }: { fromDay: string; untilDay: string },
  today: Temporal.PlainDate,
): FieldFault[] {
  const from = findDay(fromDay);
  const until = findDay(untilDay);
  const before = (day: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(day, other) < 0;
  const fault = (field: string, code: string, day?: Temporal.PlainDate): FieldFault => ({
    field,
    code,
    ...(day && { facts: { day: day.toString() } }),
  });
  if (from === undefined || until === undefined)
    return [
      ...(from === undefined ? [fault('fromDay', 'not_a_day')] : []),
      ...(until === undefined ? [fault('untilDay', 'not_a_day')] : []),
    ];
  if (before(from, today)) return [fault('fromDay', 'too_early', today)];
  if (before(until, from)) return [fault('untilDay', 'too_early', from)];
  const last = from.add(longest);
  return before(last, until) ? [fault('untilDay', 'too_late', last)] : [];
}

/** What is wrong with the days of a mandate on paper: signed when it was shown or before, it held then, three years at most. */
export function paperFaults(
  { signedDay, untilDay }: { signedDay: string; untilDay: string },
  shownDay: Temporal.PlainDate,
): FieldFault[] {
  const signed = findDay(signedDay);
  if (signed === undefined) return [{ field: 'signedDay', code: 'not_a_day' }];
  const shown = shownDay.toString();
  if (signedDay > shown) return [{ field: 'signedDay', code: 'too_late', facts: { day: shown } }];
  const faults = termFaults({ fromDay: signedDay, untilDay }, signed);
  return faults.length === 0 && untilDay < shown
    ? [{ field: 'untilDay', code: 'too_early', facts: { day: shown } }]
    : faults;
}

/** A real calendar day; nothing for 2026-02-30. */
export function findDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
