import { zone } from '../../platform/clock.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';

/** When a meeting begins, as it was typed; refuses at `startsAt` what is no time, or is past. */
export function readStart(startsAt: string, call: Call): { startsAt: string; day: string } {
  const wrong = (code: string) => new Refusal('invalid_input', {}, [{ field: 'startsAt', code }]);
  let local: Temporal.PlainDateTime;
  try {
    local = Temporal.PlainDateTime.from(startsAt, { overflow: 'reject' });
  } catch {
    throw wrong('format');
  }
  const at = local.toZonedDateTime(zone).toInstant();
  if (Temporal.Instant.compare(at, call.now) <= 0) throw wrong('day_past');
  if (local.year > call.today.year + 2) throw wrong('format');
  return { startsAt: at.toString(), day: local.toPlainDate().toString() };
}
