-- 办件. Three organs stay apart: who takes in, in whose name it is accepted, who decides (domain §1.6).
create table cases (
  district text not null,
  id uuid not null,
  case_no text,
  query_index bytea,
  item_id uuid not null,
  item_version_id uuid not null,
  procedure_profile text not null check (procedure_profile in ('LICENSE', 'PUBLIC_SERVICE', 'BENEFIT', 'FILING', 'REAL_ESTATE', 'SOCIAL_ASSISTANCE')),
  case_type text not null check (case_type in ('IMMEDIATE', 'PROMISED')),
  state text not null check (state in ('DRAFT', 'RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'ACCEPTANCE_REFUSED', 'NOT_REQUIRED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING', 'COMPLETED', 'ARCHIVED', 'WITHDRAWN', 'WITHDRAWN_DEEMED', 'TERMINATED')),
  channel text not null check (channel in ('ONLINE', 'WINDOW', 'AGENT')),
  round integer not null default 1,
  delivery_wish text not null check (delivery_wish in ('WINDOW', 'ELECTRONIC', 'AGENT')),
  -- who filed, and for whom lists show it
  account_id uuid,
  masked_applicant text not null,
  applicant_assurance text not null default 'none' check (applicant_assurance in ('none', 'declared', 'verified')),
  applicant_region_id uuid,
  matter_region_id uuid,
  intake_center_id uuid,
  accepting_organ_id uuid,
  deciding_organ_id uuid,
  delivery_post_id uuid,
  -- who did what, for "who takes in does not decide"
  taken_in_by uuid,
  accepted_by uuid,
  reviewed_by uuid,
  decided_by uuid,
  -- days and instants of law
  received_at timestamptz,
  received_day date,
  accepted_at timestamptz,
  accepted_day date,
  deemed_accepted boolean not null default false,
  decided_at timestamptz,
  completed_at timestamptz,
  outcome text check (outcome in ('GRANTED', 'DENIED')),
  notice_sent_day date,
  open_defects integer not null default 0,
  -- copies of the clock's due days, kept in step by the act or by the recomputation job
  due_purpose text check (due_purpose in ('answer', 'correction', 'decision', 'delivery')),
  due_day date,
  due_provisional boolean not null default false,
  statutory_due_day date,
  promised_due_day date,
  -- personal data, sealed whole under the case's own key
  data_key_id uuid not null,
  sealed_answers bytea not null,
  sealed_query_code bytea,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (district, id),
  foreign key (district, item_version_id) references item_versions (district, id),
  foreign key (district, data_key_id) references data_keys (district, id),
  foreign key (district, intake_center_id) references service_centers (district, id),
  foreign key (district, accepting_organ_id) references organisations (district, id),
  foreign key (district, deciding_organ_id) references organisations (district, id),
  foreign key (district, applicant_region_id) references regions (district, id),
  foreign key (district, matter_region_id) references regions (district, id)
);
create unique index cases_case_no on cases (district, case_no) where case_no is not null;
create index cases_account on cases (district, account_id, created_at desc, id desc) where account_id is not null;
create unique index cases_one_draft on cases (district, account_id, item_id) where state = 'DRAFT';
create index cases_old_drafts on cases (district, saved_at) where state = 'DRAFT';
create index cases_open_by_center on cases (district, intake_center_id, due_day, id)
  where state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING');
create index cases_open_by_organ on cases (district, deciding_organ_id, due_day, id)
  where state in ('ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING');
create index cases_open on cases (district, due_day, id)
  where state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING', 'GRANTED', 'DENIED', 'CERTIFYING', 'DELIVERING');
create index cases_by_delivery_post on cases (district, delivery_post_id, due_day, id) where delivery_post_id is not null and state = 'DELIVERING';
create index cases_completed_by_center on cases (district, intake_center_id, completed_at) where completed_at is not null;
-- Erasing a key asks who still holds it.
create index cases_data_key on cases (district, data_key_id);
create index cases_region on cases (district, applicant_region_id, state);

-- Uniqueness of the number and a low-contention source for it: sixteen stripes a day.
create table case_number_counters (
  district text not null,
  day date not null,
  stripe integer not null check (stripe between 0 and 15),
  last_number integer not null,
  primary key (district, day, stripe)
);

-- 当事人 as filed: a sealed snapshot each, with an optional link to the resident or firm.
create table case_parties (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  role text not null check (role in ('applicant', 'coApplicant', 'beneficiary', 'guardian', 'legalRepresentative', 'handler', 'agent')),
  kind text not null check (kind in ('person', 'firm')),
  resident_id uuid,
  sealed_snapshot bytea not null,
  name_index bytea,
  number_index bytea,
  assurance text not null check (assurance in ('none', 'declared', 'verified')),
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, resident_id) references residents (district, id)
);
create index case_parties_case on case_parties (district, case_id);
create index case_parties_number on case_parties (district, number_index) where number_index is not null;
create index case_parties_name on case_parties (district, name_index) where name_index is not null;

-- Each complete submission is a receipt of its own with its own five days.
create table case_receipts (
  district text not null,
  case_id uuid not null,
  round integer not null,
  received_at timestamptz not null,
  received_day date not null,
  primary key (district, case_id, round),
  foreign key (district, case_id) references cases (district, id)
);

create table case_materials (
  district text not null,
  case_id uuid not null,
  requirement_key text not null,
  received boolean not null,
  originals integer not null default 0,
  copies integer not null default 0,
  supplied_round integer not null default 1,
  opened_by uuid[] not null default '{}',
  primary key (district, case_id, requirement_key),
  foreign key (district, case_id) references cases (district, id)
);

create table case_material_files (
  district text not null,
  case_id uuid not null,
  requirement_key text not null,
  file_id uuid not null,
  round integer not null,
  position integer not null,
  primary key (district, case_id, requirement_key, file_id),
  foreign key (district, case_id, requirement_key) references case_materials (district, case_id, requirement_key),
  foreign key (district, file_id) references files (district, id)
);
create index case_material_files_file on case_material_files (district, file_id);

-- What the one correction notice listed.
create table case_defects (
  district text not null,
  case_id uuid not null,
  requirement_key text not null,
  notice_round integer not null,
  kind text not null check (kind in ('missing', 'incomplete', 'expired', 'unreadable', 'unsigned', 'inconsistent')),
  sealed_how_to_fix bytea not null,
  newly_arising boolean not null,
  settled_round integer,
  primary key (district, case_id, requirement_key, notice_round),
  foreign key (district, case_id) references cases (district, id)
);

-- 审查 and 决定 as rows from the first day; the case's state follows from them.
create table case_tasks (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  stage integer not null,
  kind text not null check (kind in ('review', 'decision')),
  organisation_id uuid not null,
  state text not null check (state in ('waiting', 'open', 'signedFor', 'done', 'cancelled')),
  due_day date,
  signed_for_by uuid,
  signed_for_at timestamptz,
  done_by uuid,
  done_at timestamptz,
  opinion text check (opinion in ('agree', 'disagree')),
  sealed_text bytea,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);
create index case_tasks_case on case_tasks (district, case_id, stage);
create index case_tasks_open on case_tasks (district, organisation_id, state, due_day) where state in ('open', 'signedFor');
