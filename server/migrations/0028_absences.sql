-- 外出、请假: who holds a post is away, and its substitute (AB岗) stands in meanwhile.
create table absences (
  district text not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('leave', 'training', 'meeting', 'sick')),
  from_day date not null,
  until_day date not null,
  -- the first day on which he is back, where he came back early
  back_day date,
  recorded_at timestamptz not null,
  primary key (district, id),
  foreign key (district, staff_id) references staff (district, id),
  check (until_day >= from_day),
  check (back_day between from_day and until_day)
);
create index absences_staff on absences (district, staff_id, until_day);

-- 回避: whose relative an officer is. Of the relative no more is kept than what recognises his number.
create table staff_relations (
  district text not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('self', 'spouse', 'lineal', 'collateral', 'affinity', 'other')),
  number_index bytea not null,
  masked_number text not null,
  declared_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id),
  foreign key (district, staff_id) references staff (district, id)
);
create unique index staff_relations_one on staff_relations (district, staff_id, number_index) where ended_at is null;
create index staff_relations_number on staff_relations (district, number_index) where ended_at is null;

-- What the district sets for its offices; without a row the defaults of the rules hold.
create table office_settings (
  district text not null,
  -- 签收: within how long a department signs for the file (domain §3.2)
  sign_for_amount integer not null check (sign_for_amount > 0),
  sign_for_unit text not null check (sign_for_unit in ('workingDays', 'officeHours')),
  -- after how many working days papers that nobody took over are missed
  hand_over_days integer not null check (hand_over_days > 0),
  primary key (district)
);

-- Who may do nothing more on a case: by his own word, or ordered by the organ's head.
create table case_recusals (
  district text not null,
  case_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('declared', 'ordered')),
  sealed_reason bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (district, case_id, staff_id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, staff_id) references staff (district, id)
);
create index case_recusals_staff on case_recusals (district, staff_id);

-- 退件: the deciding organ gave the accepted file back to the window, once and inside the five days (R-2.4, R-2.12).
alter table cases
  add column returned_at timestamptz,
  -- the last of the five days of the round that was accepted
  add column answer_last_day date;

-- Of an acceptance that was taken back: these tasks lead to nothing any more.
alter table case_tasks add column void boolean not null default false;
