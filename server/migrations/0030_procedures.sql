-- How a holiday notice that came late moved the days of an open clock: kept, so that the day can always be explained.
create table clock_moves (
  district text not null,
  clock_id uuid not null,
  recomputation_id uuid not null,
  moved_day date not null,
  statutory_from_day date,
  statutory_to_day date,
  promised_from_day date,
  promised_to_day date,
  primary key (district, clock_id, recomputation_id),
  foreign key (district, clock_id) references clocks (district, id),
  foreign key (district, recomputation_id) references recomputations (district, id)
);
create index clock_moves_recomputation on clock_moves (district, recomputation_id);

-- 转报: what the upper organ decided, on which the decision here rests.
alter table cases
  add column upper_outcome text check (upper_outcome in ('GRANTED', 'DENIED'));

-- 特别程序: from its notice to its result the case's limit stands still (ALL 45, or the item's own law).
create table special_procedures (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null,
  ground text not null,
  basis jsonb,
  needed_days integer not null check (needed_days > 0),
  started_day date not null,
  -- last day of the time that the applicant was told
  expected_day date not null,
  started_by uuid not null,
  document_id uuid not null,
  sealed_reason bytea not null,
  ended_day date,
  ended_by uuid,
  sealed_result bytea,
  escalated_at timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, document_id) references documents (district, id),
  check ((ended_day is null) = (sealed_result is null))
);
create index special_procedures_case on special_procedures (district, case_id);
create unique index special_procedures_one on special_procedures (district, case_id) where ended_day is null;
create index special_procedures_late on special_procedures (district, expected_day) where ended_day is null and escalated_at is null;
create index special_procedures_open on special_procedures (district, organisation_id, expected_day) where ended_day is null;
create index special_procedures_document on special_procedures (district, document_id);

-- 延期: asked for by who handles the case, approved or refused once by whom the law names (ALL 42).
create table extension_requests (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null,
  state text not null check (state in ('ASKED', 'APPROVED', 'REFUSED', 'LAPSED')),
  days integer not null check (days > 0),
  -- who may approve: the head of the organ, or of the government where organs handle it jointly
  approver text not null check (approver in ('organHead', 'governmentHead')),
  basis jsonb not null,
  -- the last day of the limit when it was asked for, and the new one
  old_day date not null,
  new_day date,
  asked_by uuid not null,
  asked_at timestamptz not null,
  sealed_reason bytea not null,
  answered_by uuid,
  answered_at timestamptz,
  sealed_answer bytea,
  -- 公开说明, read by everybody (OBE 36)
  explanation text,
  document_id uuid,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, document_id) references documents (district, id)
);
create index extension_requests_case on extension_requests (district, case_id);
create unique index extension_requests_one on extension_requests (district, case_id) where state in ('ASKED', 'APPROVED');
create index extension_requests_asked on extension_requests (district, approver, organisation_id, old_day) where state = 'ASKED';
create index extension_requests_document on extension_requests (district, document_id) where document_id is not null;

-- 转报: the lower organ's first review goes up with all materials, the upper organ's decision comes back (ALL 35, 43).
create table report_ups (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  organisation_id uuid not null,
  upper_organ text not null,
  opinion text not null check (opinion in ('agree', 'disagree')),
  sealed_opinion bytea not null,
  reported_day date not null,
  reported_by uuid not null,
  document_id uuid not null,
  upper_outcome text check (upper_outcome in ('GRANTED', 'DENIED')),
  upper_number text,
  upper_day date,
  file_id uuid,
  recorded_by uuid,
  recorded_at timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, document_id) references documents (district, id),
  foreign key (district, file_id) references files (district, id),
  check ((upper_outcome is null) = (upper_number is null) and (upper_outcome is null) = (upper_day is null))
);
create unique index report_ups_case on report_ups (district, case_id);
create index report_ups_document on report_ups (district, document_id);
create index report_ups_file on report_ups (district, file_id) where file_id is not null;

-- 公示: what everybody may read about a case that waits for objections; it names nobody.
create table public_notices (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  task_id uuid not null,
  organisation_id uuid not null,
  -- what is shown: the item, the masked applicant, the decision sought, and what the organ writes
  item_name jsonb not null,
  masked_applicant text not null,
  content text not null,
  from_day date not null,
  until_day date not null,
  provisional boolean not null,
  posted_by uuid not null,
  posted_at timestamptz not null,
  document_id uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  sealed_conclusion bytea,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, task_id) references case_tasks (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, document_id) references documents (district, id),
  check (until_day >= from_day)
);
create index public_notices_case on public_notices (district, case_id);
create unique index public_notices_task on public_notices (district, task_id) where closed_at is null;
create index public_notices_every_task on public_notices (district, task_id);
create index public_notices_until on public_notices (district, until_day desc, id desc);
create index public_notices_document on public_notices (district, document_id);

-- 异议: what somebody holds against a notice, sealed under the case's key, and what the organ answers.
create table notice_objections (
  district text not null,
  id uuid not null,
  notice_id uuid not null,
  channel text not null check (channel in ('ONLINE', 'WINDOW')),
  -- who filed it here: a resident's account, or the staff member who wrote it down
  account_id uuid,
  taken_by uuid,
  objected_at timestamptz not null,
  sealed_objection bytea not null,
  answered_by uuid,
  answered_at timestamptz,
  sealed_answer bytea,
  primary key (district, id),
  foreign key (district, notice_id) references public_notices (district, id),
  check ((answered_at is null) = (sealed_answer is null)),
  check ((channel = 'ONLINE') = (account_id is not null))
);
create index notice_objections_notice on notice_objections (district, notice_id);
create index notice_objections_account on notice_objections (district, account_id) where account_id is not null;
