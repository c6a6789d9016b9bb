-- Tasks that were given back, whichever unit had them.
create index case_tasks_returned on case_tasks (district, case_id) where state = 'returned';

-- What is late, by its day, until it is reported.
create index case_tasks_late on case_tasks (district, due_day)
  where state in ('open', 'signedFor', 'returned') and escalated_at is null;
create index case_tasks_unsigned on case_tasks (district, sign_due_day)
  where state = 'open' and escalated_at is null and sign_reported_at is null;
create index cases_decision_due on cases (district, due_day) where due_purpose = 'decision';

-- What was done today.
create index cases_completed on cases (district, completed_at) where completed_at is not null;
-- Whose case it is: every organ that has a task of it which was opened, or takes part in one.
create index case_tasks_seen on case_tasks (district, case_id, organisation_id) include (participant_ids)
  where opened_at is not null and not void;
