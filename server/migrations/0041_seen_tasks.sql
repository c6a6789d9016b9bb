-- Whose case it is: every organ that has a task of it which was opened, or takes part in one.
create index case_tasks_seen on case_tasks (district, case_id, organisation_id) include (participant_ids)
  where opened_at is not null and not void;
