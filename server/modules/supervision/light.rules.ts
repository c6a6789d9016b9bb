import { addWorkingDays, type WorkCalendar } from '../deadlines/index.ts';

/** The first due day that is still green: red lies before today, yellow between (`light` of deadlines, by days). */
export function greenFrom(today: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  return addWorkingDays(today, 2, calendar);
}
