-- A list of one item's open cases walks the index of all that is open, in the order of the list, and reads nothing else.
drop index cases_open;
create index cases_open on cases (district, coalesce(due_day, 'infinity'), id) include (due_day, state, round, item_id)
  where state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING');
