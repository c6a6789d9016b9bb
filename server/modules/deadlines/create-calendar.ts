import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { customaryOfficeHours, type OfficeSpan } from './calendar.rules.ts';
import { insertCalendar, replaceYears } from './calendar.store.ts';
import { publishedYears } from './published-years.data.ts';

/** Gives a new district its work calendar, with the years that this release knows. Once, at installation. */
export async function createCalendar(
  tx: Tx,
  { officeHours = customaryOfficeHours }: { officeHours?: readonly OfficeSpan[] },
  call: Call,
): Promise<{ calendarId: string }> {
  const years = publishedYears();
  const calendarId = await insertCalendar(tx, call.district, officeHours);
  await replaceYears(tx, call.district, calendarId, years, call.now);
  append(tx, call, {
    subject: { kind: 'calendar', id: calendarId },
    act: 'calendar.created',
    facts: { years: years.map(({ year }) => String(year)) },
  });
  return { calendarId };
}
