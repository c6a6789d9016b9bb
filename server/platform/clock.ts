/** The zone of every legal day: a district lives in Beijing time. */
export const zone = 'Asia/Shanghai';

/** Machine time, to the microsecond that the database keeps. Security (sessions, leases, limits) uses it; law and documents use the business clock. */
export function machineNow(): Temporal.Instant {
  return Temporal.Now.instant().round('microsecond');
}

/** The calendar day of an instant in the district's zone. */
export function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** 00:00 of a day in the district's zone. */
export function startOfDay(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

/** For libraries that ask for a `Date`; nothing of ours does. */
export function toDate(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}
