-- What units wrote about their tasks: an opinion and every reason, each a row of its own, so that doing a task once more
-- never overwrites what was said before.
create table case_task_notes (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  task_id uuid not null,
  round integer not null,
  what text not null check (what in ('opinion', 'returned', 'reopened', 'reassigned', 'added')),
  staff_id uuid,
  organisation_id uuid not null,
  written_at timestamptz not null,
  sealed_text bytea not null,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, task_id) references case_tasks (district, id),
  foreign key (district, staff_id) references staff (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
create index case_task_notes_case on case_task_notes (district, case_id, written_at, id);
create index case_task_notes_task on case_task_notes (district, task_id);
create index case_task_notes_staff on case_task_notes (district, staff_id);
create index case_task_notes_organ on case_task_notes (district, organisation_id);
insert into case_task_notes (district, id, case_id, task_id, round, what, staff_id, organisation_id, written_at, sealed_text)
  select district, id, case_id, id, 1, 'opinion', done_by, organisation_id, done_at, sealed_text from case_tasks
  where sealed_text is not null and done_by is not null and done_at is not null;
alter table case_tasks drop column sealed_text, drop column sealed_return_reason;
