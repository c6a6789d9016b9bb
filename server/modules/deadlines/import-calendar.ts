import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { faultOfYear, type PublishedYear } from './calendar.rules.ts';
import { renewEdition, replaceYears } from './calendar.store.ts';
import { insertRecomputation } from './recomputation.store.ts';

/**
 * Takes in a year's holiday notice, or replaces it, and has all open clocks recounted. Refuses `calendar_invalid` with
 * the fault and the day it is about.
 */
export async function importCalendar(
  tx: Tx,
  input: PublishedYear,
  call: Call,
): Promise<{ calendarId: string; recomputationId: string }> {
  const fault = faultOfYear(input);
  if (fault !== undefined) {
    throw new Refusal('calendar_invalid', { fault: fault.code, ...(fault.day !== undefined && { day: fault.day }) });
  }
  const { district } = call;
  const { calendarId, edition } = await renewEdition(tx, district);
  await replaceYears(tx, district, calendarId, [input], call.now);
  const recomputationId = await insertRecomputation(tx, district, {
    calendarId,
    edition,
    year: input.year,
    startedAt: call.now,
  });
  append(tx, call, {
    subject: { kind: 'calendar', id: calendarId },
    act: 'calendar.imported',
    facts: { year: input.year, days: input.days.length, edition, recomputationId },
  });
  plan(tx, call, { kind: 'deadlines.recompute', payload: { recomputationId } });
  return { calendarId, recomputationId };
}
