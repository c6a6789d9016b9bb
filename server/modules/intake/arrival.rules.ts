import type { Sent } from '../../../contract/cases.ts';
import type { SentChannel } from '../../../contract/values.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addWorkingDays, licensingLimits, type WorkCalendar } from '../deadlines/index.ts';

/** What came by letter, fax or e-mail, and when (ALL 29). */
export interface Arrival {
  readonly by: SentChannel;
  readonly day: Temporal.PlainDate;
  /** Why it is entered after the five working days; null where they still run. */
  readonly lateReason: string | null;
}

/**
 * The day on which something arrived: today or before, and not before `earliest`. Where the five working days from it are
 * over, the law has spoken at once: a wrong year must not make it speak, so that the day is confirmed by a reason.
 * Faults stand at `sent.arrivedDay` and `sent.lateReason`.
 */
export function readArrival(
  { by, arrivedDay, lateReason = '' }: Sent,
  { today, earliest, calendar }: { today: Temporal.PlainDate; earliest?: Temporal.PlainDate; calendar: WorkCalendar },
): Arrival {
  const day = Temporal.PlainDate.from(arrivedDay);
  const refuse = (field: 'arrivedDay' | 'lateReason', code: string, fact: Temporal.PlainDate) =>
    new Refusal('invalid_input', {}, [{ field: `sent.${field}`, code, facts: { day: fact.toString() } }]);
  if (Temporal.PlainDate.compare(day, today) > 0) throw refuse('arrivedDay', 'too_late', today);
  if (earliest && Temporal.PlainDate.compare(day, earliest) < 0) throw refuse('arrivedDay', 'too_early', earliest);
  const answered = addWorkingDays(day, licensingLimits.correction.amount, calendar);
  if (Temporal.PlainDate.compare(answered, today) >= 0) return { by, day, lateReason: null };
  if (lateReason.trim() === '') throw refuse('lateReason', 'arrived_long_ago', day);
  return { by, day, lateReason: lateReason.trim() };
}

/** What the ledger says of it: the day where it is not the row's own; a reason is sealed with the receipt. */
export function arrivalFacts(sent: Arrival | undefined, today: Temporal.PlainDate) {
  if (sent === undefined || sent.day.equals(today)) return {};
  return { receivedDay: sent.day.toString(), ...(sent.lateReason !== null && { enteredLate: true }) };
}
