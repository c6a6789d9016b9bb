import type { DeadlinePreview, PreviewInput } from '../../../contract/deadlines.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { realDay } from './calendar.rules.ts';
import { loadCalendar } from './calendar.store.ts';
import { count } from './clock.rules.ts';

const longestLimit = 3650;

/** When a limit would end that starts on a day, day by day. Refuses `invalid_input`. */
export async function previewDeadline(
  read: Read,
  { start, limit, unit }: PreviewInput,
  call: Pick<Call, 'district'>,
): Promise<DeadlinePreview> {
  const day = realDay(start);
  if (day === undefined || day.year < 1990 || day.year > 2100) {
    throw new Refusal('invalid_input', {}, [{ field: 'start', code: 'not_a_day', facts: { from: 1990, to: 2100 } }]);
  }
  if (!Number.isInteger(limit) || limit < 0 || limit > longestLimit) {
    throw new Refusal('invalid_input', {}, [{ field: 'limit', code: 'too_big', facts: { min: 0, max: longestLimit } }]);
  }
  const calendar = await loadCalendar(read, call.district);
  const guess = { amount: limit, unit, basis: { guide: '' } };
  const { dueDay, provisional, days } = count(guess, [{ kind: 'start', day }], calendar);
  return {
    dueDay: dueDay.toString(),
    provisional,
    days: days.map((each) => ({
      day: each.day.toString(),
      counted: each.counted,
      reason: each.reason,
      ...(each.kind.name && { name: each.kind.name }),
    })),
  };
}
