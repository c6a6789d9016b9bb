-- How each case counts, derived from the ledger; everything here may be thrown away and counted again.
create table case_counts (
  district text not null,
  case_id uuid not null,
  item_id uuid not null,
  organ_id uuid,
  center_id uuid,
  -- the region of the centre that took it in
  area_id uuid not null,
  channel text not null,
  received_day date not null,
  accepted_day date,
  decided_day date,
  completed_day date,
  is_immediate boolean not null,
  -- 补正告知 that it was given
  corrections integer not null,
  -- days on which its applicant had to come to a window
  trips integer not null,
  -- office hours, where both limits are counted in working time
  promised_hours integer,
  statutory_hours integer,
  timeliness text check (timeliness in ('early', 'onTime', 'overdue', 'pastLaw')),
  ending text check (ending in ('served', 'denied', 'withdrawn', 'terminated', 'lapsed')),
  primary key (district, case_id),
  foreign key (district, case_id) references cases (district, id)
);
create index case_counts_received on case_counts (district, received_day, case_id);
create index case_counts_accepted on case_counts (district, accepted_day, case_id) where accepted_day is not null;
create index case_counts_decided on case_counts (district, decided_day, case_id) where decided_day is not null;
create index case_counts_completed on case_counts (district, completed_day, case_id) where completed_day is not null;

-- Sums of them: of a day and of a month, of an area with everything below it, whole and by one cut.
create table indicator_totals (
  district text not null,
  grain text not null check (grain in ('day', 'month')),
  first_day date not null,
  area_id uuid not null,
  cut text not null check (cut in ('whole', 'center', 'organ', 'item', 'channel')),
  -- the id of the cut's member; empty for the whole, and where a case has none
  member text not null,
  received integer not null,
  accepted integer not null,
  finished integer not null,
  immediate integer not null,
  online integer not null,
  corrected integer not null,
  corrected_again integer not null,
  saved_hours integer not null,
  statutory_hours integer not null,
  decided integer not null,
  early integer not null,
  on_time integer not null,
  overdue integer not null,
  past_law integer not null,
  completed integer not null,
  served integer not null,
  denied integer not null,
  withdrawn integer not null,
  trips integer not null,
  one_trip integer not null,
  no_trip integer not null,
  primary key (district, cut, area_id, member, grain, first_day)
);
create index indicator_totals_day on indicator_totals (district, grain, first_day);

-- How far the ledger has been counted.
create table indicator_states (
  district text not null,
  counted_at timestamptz not null,
  primary key (district)
);

-- A month that was closed: its sums as they stood. Their digest stands in the ledger, too, and so under the seal of the day.
create table closed_periods (
  district text not null,
  id uuid not null,
  month date not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  digest bytea not null,
  primary key (district, id),
  unique (district, month)
);
create table closed_totals (
  district text not null,
  month date not null,
  area_id uuid not null,
  cut text not null,
  member text not null,
  -- the sums by the name of the measure
  sums jsonb not null,
  primary key (district, month, cut, area_id, member),
  foreign key (district, month) references closed_periods (district, month)
);
