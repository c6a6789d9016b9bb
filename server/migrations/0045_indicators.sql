-- How each case counts, derived from the ledger; everything here may be thrown away and counted again.
create table case_counts (
  district text not null,
  case_id uuid not null,
  -- how long its chain in the ledger was when it was counted
  sequence integer not null,
  item_id uuid not null,
  organ_id uuid,
  center_id uuid,
  -- the region of the centre that took it in
  area_id uuid not null,
  channel text not null check (channel in ('ONLINE', 'WINDOW', 'AGENT')),
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
  -- an area, or a centre, or an organ: what is narrowed to one of these is cut like an area
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

-- How far the ledger has been counted, and by which areas it was summed.
create table indicator_states (
  district text not null,
  counted_at timestamptz not null,
  -- the last seal up to which every chain was: no clock is asked
  counted_seal integer not null default 0,
  -- SHA-256 of which area belongs to which: where that changes, everything is summed anew
  areas_digest bytea not null default '',
  primary key (district)
);

-- A month that was closed: its sums as they stood. Their digest stands in the ledger, too, and so under the seal of the day.
create table closed_periods (
  district text not null,
  id uuid not null,
  first_day date not null,
  closed_at timestamptz not null,
  closed_by uuid not null,
  digest bytea not null,
  primary key (district, id),
  unique (district, first_day)
);
create table closed_totals (
  district text not null,
  first_day date not null,
  area_id uuid not null,
  cut text not null,
  member text not null,
  -- the sums by the name of the measure
  sums jsonb not null,
  primary key (district, first_day, cut, area_id, member),
  foreign key (district, first_day) references closed_periods (district, first_day)
);
create index indicator_totals_cut on indicator_totals (district, cut, area_id, grain, first_day);

-- What was counted anew from the ledger and compared with what stood: a day, or an older month.
create table indicator_proofs (
  district text not null,
  id uuid not null,
  first_day date not null,
  last_day date not null,
  grain text not null check (grain in ('day', 'month')),
  proven_at timestamptz not null,
  cases_compared integer not null,
  cases_different integer not null,
  totals_compared integer not null,
  totals_different integer not null,
  primary key (district, id)
);
create index indicator_proofs_month on indicator_proofs (district, first_day, proven_at) where grain = 'month';

-- Cases behind a narrow field, newest first.
create index case_counts_item on case_counts (district, item_id, accepted_day, case_id);
create index case_counts_organ on case_counts (district, organ_id, accepted_day, case_id);
create index case_counts_center on case_counts (district, center_id, accepted_day, case_id);
create index case_counts_area on case_counts (district, area_id, accepted_day, case_id);
-- What is open, and what is rare.
create index case_counts_open on case_counts (district, accepted_day, case_id) where accepted_day is not null and completed_day is null;
create index case_counts_overdue on case_counts (district, decided_day, case_id) where timeliness in ('overdue', 'pastLaw');
create index case_counts_past_law on case_counts (district, decided_day, case_id) where timeliness = 'pastLaw';
create index case_counts_denied on case_counts (district, completed_day, case_id) where ending = 'denied';
create index case_counts_unserved on case_counts (district, completed_day, case_id) where ending in ('withdrawn', 'terminated', 'lapsed');
create index case_counts_corrected on case_counts (district, accepted_day, case_id) where corrections > 0;
create index case_counts_corrected_again on case_counts (district, accepted_day, case_id) where corrections > 1;
