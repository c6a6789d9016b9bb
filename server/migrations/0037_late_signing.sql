-- When it was reported that a unit had not signed for the file in time (签收).
alter table case_tasks add column sign_reported_at timestamptz;
