-- The last day to hold a hearing follows the calendar: it is derived from the day of the request whenever it is asked for.
alter table hearings drop column hold_last_day;
