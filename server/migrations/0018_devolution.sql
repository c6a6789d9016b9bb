-- 赋权批次: powers handed down together, from the proposal to the day they are taken back (domain §1.6). The step is the
-- last that was done; what was done at each stands in its own table.
create table devolution_batches (
  district text not null,
  id uuid not null,
  year integer not null,
  number integer not null,
  title text not null,
  note text,
  step text not null check (step in ('PROPOSED', 'JOINT_MEETING', 'LEGALITY_REVIEW', 'PUBLISHED', 'TRAINED', 'PERMITTED', 'TRIAL', 'LIVE', 'TAKEN_BACK', 'WITHDRAWN')),
  proposed_at timestamptz not null,
  announcement text,
  published_day date,
  seal_note text,
  network_note text,
  permitted_by uuid,
  permitted_at timestamptz,
  trial_from_day date,
  trial_until_day date,
  trial_note text,
  live_day date,
  primary key (district, id)
);
create unique index devolution_batches_number on devolution_batches (district, year, number);

-- One item of a batch: whose it was, how it goes down, on what basis, from when.
create table devolution_items (
  district text not null,
  id uuid not null,
  batch_id uuid not null,
  item_id uuid not null,
  organisation_id uuid not null,
  mode text not null check (mode in ('DEVOLVED', 'AUTHORIZED', 'ENTRUSTED', 'SERVICE_FORWARD')),
  receiver_kind text not null check (receiver_kind in ('TOWNSHIPS', 'ORGAN', 'VILLAGES')),
  region_ids uuid[],
  receiver_organ_id uuid,
  basis jsonb,
  effective_day date not null,
  agreement_file_id uuid,
  note text,
  taken_back_day date,
  primary key (district, id),
  foreign key (district, batch_id) references devolution_batches (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, receiver_organ_id) references organisations (district, id),
  foreign key (district, agreement_file_id) references files (district, id)
);
create unique index devolution_items_batch on devolution_items (district, batch_id, item_id);
create index devolution_items_item on devolution_items (district, item_id);
create index devolution_items_agreement on devolution_items (district, agreement_file_id) where agreement_file_id is not null;

-- Who receives it: the centres of one level in one region, with the organ that answers for them, and how it stands to it
-- (承接状态). The route lives in the catalogue.
create table devolution_receivers (
  district text not null,
  id uuid not null,
  batch_item_id uuid not null,
  region_id uuid not null,
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  organisation_id uuid not null,
  acceptance text not null check (acceptance in ('ACCEPTED', 'NOT_ACCEPTED', 'DIFFICULT', 'TAKEN_BACK')),
  reason text,
  route_id uuid,
  until_day date,
  primary key (district, id),
  foreign key (district, batch_item_id) references devolution_items (district, id),
  foreign key (district, region_id) references regions (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
create unique index devolution_receivers_item on devolution_receivers (district, batch_item_id, region_id, level);

-- 联席会议.
create table devolution_meetings (
  district text not null,
  id uuid not null,
  batch_id uuid not null,
  day date not null,
  organ_ids uuid[] not null,
  minutes_file_id uuid,
  note text,
  primary key (district, id),
  foreign key (district, batch_id) references devolution_batches (district, id),
  foreign key (district, minutes_file_id) references files (district, id)
);
create index devolution_meetings_batch on devolution_meetings (district, batch_id);
create index devolution_meetings_day on devolution_meetings (district, day);
create index devolution_meetings_minutes on devolution_meetings (district, minutes_file_id) where minutes_file_id is not null;

-- 三轮征求意见; a round ends with its last day, or before when it is closed.
create table devolution_rounds (
  district text not null,
  batch_id uuid not null,
  round integer not null check (round between 1 and 3),
  from_day date not null,
  until_day date not null,
  closed_at timestamptz,
  primary key (district, batch_id, round),
  foreign key (district, batch_id) references devolution_batches (district, id)
);

create table devolution_comments (
  district text not null,
  batch_id uuid not null,
  round integer not null,
  organisation_id uuid not null,
  opinion text not null check (opinion in ('AGREE', 'AGREE_WITH_CHANGE', 'CANNOT_TAKE')),
  text text not null,
  staff_id uuid not null,
  commented_at timestamptz not null,
  primary key (district, batch_id, round, organisation_id),
  foreign key (district, batch_id, round) references devolution_rounds (district, batch_id, round),
  foreign key (district, organisation_id) references organisations (district, id)
);

-- 合法性审查 of one department's items; it holds until they are changed.
create table devolution_reviews (
  district text not null,
  id uuid not null,
  batch_id uuid not null,
  organisation_id uuid not null,
  lawful boolean not null,
  statement text not null,
  staff_id uuid not null,
  reviewed_at timestamptz not null,
  outdated_at timestamptz,
  primary key (district, id),
  foreign key (district, batch_id) references devolution_batches (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
create index devolution_reviews_batch on devolution_reviews (district, batch_id);

create table devolution_trainings (
  district text not null,
  id uuid not null,
  batch_id uuid not null,
  organisation_id uuid not null,
  day date not null,
  minutes integer not null check (minutes > 0),
  section text not null,
  note text,
  primary key (district, id),
  foreign key (district, batch_id) references devolution_batches (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
create index devolution_trainings_batch on devolution_trainings (district, batch_id);

create table devolution_attendees (
  district text not null,
  training_id uuid not null,
  staff_id uuid not null,
  primary key (district, training_id, staff_id),
  foreign key (district, training_id) references devolution_trainings (district, id),
  foreign key (district, staff_id) references staff (district, id)
);
create index devolution_attendees_staff on devolution_attendees (district, staff_id);

-- Posts whose 收件授权 was opened for a batch.
create table devolution_permissions (
  district text not null,
  batch_id uuid not null,
  post_id uuid not null,
  permitted_at timestamptz not null,
  primary key (district, batch_id, post_id),
  foreign key (district, batch_id) references devolution_batches (district, id),
  foreign key (district, post_id) references posts (district, id)
);

-- What was done about a batch, in order.
create table devolution_records (
  district text not null,
  id uuid not null,
  batch_id uuid not null,
  act text not null,
  step text not null,
  staff_id uuid not null,
  organisation_id uuid,
  note text,
  recorded_at timestamptz not null,
  primary key (district, id),
  foreign key (district, batch_id) references devolution_batches (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
create index devolution_records_batch on devolution_records (district, batch_id, id);

-- 回头看: a run over every item adjusted since a day, with how far it has come.
create table look_backs (
  district text not null,
  id uuid not null,
  since_day date not null,
  state text not null check (state in ('RUNNING', 'DONE')),
  done integer not null,
  total integer not null,
  kinds jsonb not null,
  fresh integer not null,
  reopened integer not null,
  gone integer not null,
  started_by uuid not null,
  organisation_id uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
create unique index look_backs_running on look_backs (district) where state = 'RUNNING';

-- 台账: one row a shortcoming, whichever run met it; it is opened by a run and closed by a person.
create table look_back_findings (
  district text not null,
  id uuid not null,
  kind text not null check (kind in ('NO_COUNTERPART', 'NO_PERMISSION', 'ZERO_CASES', 'UNTRAINED', 'OLD_LEVEL_ACTING')),
  state text not null check (state in ('OPEN', 'RECTIFIED', 'CLOSED', 'REOPENED')),
  item_id uuid not null,
  region_id uuid not null,
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  mode text check (mode in ('DEVOLVED', 'AUTHORIZED', 'ENTRUSTED', 'SERVICE_FORWARD')),
  centers integer not null,
  adjusted_day date not null,
  owner_organ_id uuid not null,
  deadline_day date,
  look_back_id uuid not null,
  found_at timestamptz not null,
  gone_at timestamptz,
  primary key (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, region_id) references regions (district, id),
  foreign key (district, owner_organ_id) references organisations (district, id)
  -- Every run touches every row that it meets again: with room on its page and no index on the run that is cheap.
) with (fillfactor = 80);
create unique index look_back_findings_what on look_back_findings (district, item_id, kind, region_id, level);
create index look_back_findings_state on look_back_findings (district, state, id);
create index look_back_findings_owner on look_back_findings (district, owner_organ_id, id);

create table look_back_notes (
  district text not null,
  id uuid not null,
  finding_id uuid not null,
  act text not null,
  text text not null,
  staff_id uuid not null,
  noted_at timestamptz not null,
  primary key (district, id),
  foreign key (district, finding_id) references look_back_findings (district, id)
);
create index look_back_notes_finding on look_back_notes (district, finding_id, id);

-- What a post took in before its authorisation was taken back, it may still finish.
alter table post_items add column may_finish boolean not null default false;
create index post_items_item on post_items (district, item_id);
-- The look-back asks for the cases of many items at once.
create index cases_item on cases (district, item_id, received_day) where received_day is not null;
