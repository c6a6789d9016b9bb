-- Something was once done about a task: the case is examined from then on, whatever becomes of the task (tasks/run.rules.ts).
alter table case_tasks add column touched boolean not null default false;
update case_tasks set touched = state in ('signedFor', 'returned', 'done') or round > 1 or signed_for_by is not null;
