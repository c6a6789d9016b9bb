-- 工作日历 of a district. `edition` is new with every import, so that nothing computed before can be taken for current.
create table calendars (
  district text not null,
  id uuid not null,
  name text not null,
  edition uuid not null,
  -- spans of local time on a working day: [{ "from": "09:00", "to": "12:00" }]
  office_hours jsonb not null,
  primary key (district, id)
);
create unique index calendars_name on calendars (district, name);

-- The years whose holiday notice is published; all others are computed and provisional.
create table calendar_years (
  district text not null,
  calendar_id uuid not null,
  year integer not null check (year between 1990 and 2100),
  notice text not null,
  imported_at timestamptz not null,
  primary key (district, calendar_id, year),
  foreign key (district, calendar_id) references calendars (district, id)
);

-- Only days that a year's notice takes out of the week's pattern, or puts in; some lie in the December before.
create table calendar_days (
  district text not null,
  calendar_id uuid not null,
  year integer not null,
  day date not null,
  kind text not null check (kind in ('holiday', 'makeup')),
  name_zh text not null,
  name_en text not null,
  primary key (district, calendar_id, year, day),
  foreign key (district, calendar_id, year) references calendar_years (district, calendar_id, year)
);

-- A clock of a case, a task or another subject of a module above. Due days are what the facts replay to.
create table clocks (
  district text not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  state text not null check (state in ('running', 'paused', 'stopped')),
  statutory_limit jsonb,
  promised_limit jsonb,
  start_day date not null,
  statutory_due_day date,
  promised_due_day date,
  due_day date not null,
  provisional boolean not null,
  -- the edition of the calendar that the due days were counted by
  calendar_edition uuid not null,
  primary key (district, id),
  check (statutory_limit is not null or promised_limit is not null),
  check ((statutory_limit is null) = (statutory_due_day is null)),
  check ((promised_limit is null) = (promised_due_day is null))
);
create index clocks_subject on clocks (district, subject_kind, subject_id);
-- one clock a purpose runs at a time
create unique index clocks_open on clocks (district, subject_kind, subject_id, purpose) where state <> 'stopped';

create table clock_facts (
  district text not null,
  clock_id uuid not null,
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('start', 'pause', 'resume', 'extend', 'stop')),
  day date not null,
  -- when it was recorded in office hours; limits in days look at `day` alone
  at timestamptz,
  ground text,
  needed_days integer check (needed_days >= 0),
  amount integer check (amount > 0),
  unit text check (unit in ('workingDays', 'calendarDays', 'officeHours')),
  basis jsonb,
  primary key (district, clock_id, sequence),
  foreign key (district, clock_id) references clocks (district, id),
  check ((kind = 'start') = (sequence = 1)),
  check ((kind = 'pause') = (ground is not null)),
  check ((kind = 'extend') = (amount is not null and unit is not null))
);

-- How far the open clocks have been recounted after an import.
create table recomputations (
  district text not null,
  id uuid not null,
  calendar_id uuid not null,
  edition uuid not null,
  year integer not null,
  total integer not null,
  done integer not null default 0,
  moved integer not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (district, id),
  foreign key (district, calendar_id) references calendars (district, id)
);
create index recomputations_calendar on recomputations (district, calendar_id);
