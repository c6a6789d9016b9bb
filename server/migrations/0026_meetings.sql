-- 会同: what several officers, organs, experts or parties do together for a task of a case. What is written stands sealed
-- under the case's key.
create table meetings (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  task_id uuid not null,
  -- of the task that was opened so often: what a reopened task did before does not count against it
  task_round integer not null,
  kind text not null check (kind in ('JOINT_REVIEW', 'SITE_VISIT', 'JOINT_SITE_VISIT', 'EXPERT_PANEL', 'HEARING', 'INSPECTION')),
  state text not null check (state in ('ARRANGED', 'HELD', 'CONCLUDED', 'CANCELLED')),
  -- the n-th appointment of its task
  attempt integer not null,
  -- 2: the one re-check 复查
  visit integer not null check (visit in (1, 2)),
  starts_at timestamptz not null,
  day date not null,
  sealed_place bytea not null,
  lead_organ_id uuid not null,
  chair_id uuid,
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  -- ALL 55: officers are assigned within five working days of acceptance
  assign_last_day date,
  held_at timestamptz,
  outcome text check (outcome in ('agree', 'disagree', 'recheck')),
  sealed_text bytea,
  concluded_at timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, task_id) references case_tasks (district, id),
  foreign key (district, lead_organ_id) references organisations (district, id)
);
create index meetings_case on meetings (district, case_id, task_id);
create index meetings_task on meetings (district, task_id);
-- One meeting of a task at a time.
create unique index meetings_live on meetings (district, task_id) where state in ('ARRANGED', 'HELD');

-- The organs that take part: each sees the meeting, writes its opinion and signs.
create table meeting_organs (
  district text not null,
  meeting_id uuid not null,
  organ_id uuid not null,
  -- of the meeting, for the lists of an organ
  day date not null,
  opinion text check (opinion in ('agree', 'disagree', 'veto')),
  sealed_text bytea,
  written_by uuid,
  signed_by uuid,
  signed_at timestamptz,
  primary key (district, meeting_id, organ_id),
  foreign key (district, meeting_id) references meetings (district, id),
  foreign key (district, organ_id) references organisations (district, id)
);
create index meeting_organs_day on meeting_organs (district, organ_id, day);

create table meeting_officers (
  district text not null,
  meeting_id uuid not null,
  staff_id uuid not null,
  organ_id uuid not null,
  attended boolean,
  primary key (district, meeting_id, staff_id),
  foreign key (district, meeting_id) references meetings (district, id)
);

-- Applicant and interested parties who were there, and whether they signed the record.
create table meeting_guests (
  district text not null,
  id uuid not null,
  meeting_id uuid not null,
  role text not null check (role in ('applicant', 'interestedParty')),
  sealed_name bytea not null,
  signature text check (signature in ('SIGNED', 'REFUSED')),
  sealed_note bytea,
  signed_at timestamptz,
  primary key (district, id),
  foreign key (district, meeting_id) references meetings (district, id)
);
create index meeting_guests_meeting on meeting_guests (district, meeting_id);

-- What moved a meeting, with its reason.
create table meeting_moves (
  district text not null,
  id uuid not null,
  meeting_id uuid not null,
  act text not null check (act in ('postpone', 'cancel', 'challengeUpheld', 'challengeRejected')),
  sealed_reason bytea not null,
  staff_id uuid not null,
  moved_at timestamptz not null,
  from_day date,
  to_day date,
  primary key (district, id),
  foreign key (district, meeting_id) references meetings (district, id)
);
create index meeting_moves_meeting on meeting_moves (district, meeting_id);

create table meeting_documents (
  district text not null,
  meeting_id uuid not null,
  document_id uuid not null,
  primary key (district, meeting_id, document_id),
  foreign key (district, meeting_id) references meetings (district, id)
);

-- 听证权: who was told of the right to a hearing, by when it may be asked for, and what each said (ALL 47).
create table hearings (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  task_id uuid not null,
  task_round integer not null,
  state text not null check (state in ('NOTIFIED', 'REQUESTED', 'WAIVED', 'NOT_REQUESTED')),
  sealed_matter bytea not null,
  notified_day date not null,
  request_last_day date not null,
  requested_day date,
  hold_last_day date,
  document_id uuid not null,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, task_id) references case_tasks (district, id)
);
create unique index hearings_task on hearings (district, task_id, task_round);
create index hearings_case on hearings (district, case_id);

create table hearing_parties (
  district text not null,
  id uuid not null,
  hearing_id uuid not null,
  role text not null check (role in ('applicant', 'interestedParty')),
  sealed_name bytea not null,
  answer text check (answer in ('REQUESTED', 'WAIVED')),
  answered_at timestamptz,
  primary key (district, id),
  foreign key (district, hearing_id) references hearings (district, id)
);
create index hearing_parties_hearing on hearing_parties (district, hearing_id);

-- 专家库. Who an expert is stands sealed under a key of his own.
create table experts (
  district text not null,
  id uuid not null,
  fields text[] not null,
  from_day date not null,
  until_day date,
  away_until_day date,
  data_key_id uuid not null,
  sealed_person bytea not null,
  primary key (district, id),
  foreign key (district, data_key_id) references data_keys (district, id)
);
create index experts_key on experts (district, data_key_id);

-- The draw of a panel: the pool as it stood when the panel was arranged, and later the order of the draw.
create table meeting_draws (
  district text not null,
  meeting_id uuid not null,
  day date not null,
  fields text[] not null,
  count integer not null,
  pool_digest text not null,
  seed text,
  drawn_at timestamptz,
  primary key (district, meeting_id),
  foreign key (district, meeting_id) references meetings (district, id)
);

create table meeting_experts (
  district text not null,
  meeting_id uuid not null,
  expert_id uuid not null,
  ticket text not null,
  standing text not null check (standing in ('eligible', 'otherField', 'unavailable', 'sameEmployer', 'related', 'declared')),
  -- in the order of the draw, of those who were called
  place integer,
  declined text check (declined in ('unavailable', 'related', 'declared')),
  sealed_reason bytea,
  attended boolean,
  primary key (district, meeting_id, expert_id),
  foreign key (district, meeting_id) references meetings (district, id),
  foreign key (district, expert_id) references experts (district, id)
);
create index meeting_experts_expert on meeting_experts (district, expert_id);
