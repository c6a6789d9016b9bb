-- 材料交接单: papers that go from a window to a department, or results that come back.
create table hand_over_sheets (
  district text not null,
  id uuid not null,
  direction text not null check (direction in ('TO_OFFICE', 'TO_WINDOW')),
  state text not null check (state in ('MADE', 'HANDED', 'TAKEN', 'DISCARDED')),
  center_id uuid not null,
  organisation_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  handed_by uuid,
  handed_by_post_id uuid,
  handed_at timestamptz,
  -- after this day papers that nobody took over are missed
  take_due_day date,
  taken_by uuid,
  taken_by_post_id uuid,
  taken_at timestamptz,
  case_count integer not null,
  refused_count integer not null default 0,
  document_id uuid,
  -- of its day, for people to speak of it
  number text not null,
  data_key_id uuid not null,
  primary key (district, id),
  foreign key (district, center_id) references service_centers (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, data_key_id) references data_keys (district, id),
  check ((state in ('HANDED', 'TAKEN')) = (handed_at is not null and handed_by is not null and take_due_day is not null)),
  check ((state = 'TAKEN') = (taken_at is not null and taken_by is not null))
);
create index hand_over_sheets_center on hand_over_sheets (district, center_id, id desc);
create index hand_over_sheets_organ on hand_over_sheets (district, organisation_id, id desc);
create index hand_over_sheets_handed on hand_over_sheets (district, take_due_day) where state = 'HANDED';
create index hand_over_sheets_data_key on hand_over_sheets (district, data_key_id);

create table hand_over_lines (
  district text not null,
  sheet_id uuid not null,
  case_id uuid not null,
  direction text not null check (direction in ('TO_OFFICE', 'TO_WINDOW')),
  state text not null check (state in ('LISTED', 'TAKEN', 'REFUSED', 'DROPPED')),
  position integer not null,
  -- names and counts of papers as the record knew them when the sheet was made
  papers jsonb not null,
  sealed_reason bytea,
  primary key (district, sheet_id, case_id),
  foreign key (district, sheet_id) references hand_over_sheets (district, id),
  foreign key (district, case_id) references cases (district, id),
  check ((state = 'REFUSED') = (sealed_reason is not null))
);
-- A file lies in one hand: no case is on two sheets under way.
create unique index hand_over_lines_one on hand_over_lines (district, case_id) where state = 'LISTED';
create index hand_over_lines_case on hand_over_lines (district, case_id);
