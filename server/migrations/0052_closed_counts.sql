-- Months closed so far kept their sums and not the cases behind them: they have to be closed again by the supervisor.
delete from closed_totals;
delete from closed_periods;

-- The digest of a month is taken over what is kept of it, and so written after it.
alter table closed_totals alter constraint closed_totals_district_first_day_fkey deferrable initially deferred;

-- SHA-256 of which area belonged to which (`indicator_states`): where that changed, kept sums of areas are no sums of today's areas.
alter table closed_periods add column areas_digest bytea not null;

-- What the last check found: the digest of what is kept, taken anew.
alter table closed_periods add column checked_at timestamptz not null;
alter table closed_periods add column found_digest bytea not null;

-- How each case counted in a month when that was closed: what the closed numbers open to, and what narrower numbers are counted from.
create table closed_counts (
  district text not null,
  first_day date not null,
  case_id uuid not null,
  item_id uuid not null,
  organ_id uuid,
  center_id uuid,
  area_id uuid not null,
  channel text not null check (channel in ('ONLINE', 'WINDOW', 'AGENT', 'LETTER', 'FAX', 'EMAIL')),
  received_day date not null,
  accepted_day date,
  decided_day date,
  completed_day date,
  is_immediate boolean not null,
  corrections integer not null,
  trips integer not null,
  promised_hours integer,
  statutory_hours integer,
  timeliness text check (timeliness in ('early', 'onTime', 'overdue', 'pastLaw')),
  ending text check (ending in ('served', 'denied', 'withdrawn', 'terminated', 'lapsed')),
  -- accepted and not completed at the end of the month
  is_open boolean not null,
  primary key (district, first_day, case_id),
  foreign key (district, first_day) references closed_periods (district, first_day) deferrable initially deferred
);
create index closed_counts_open on closed_counts (district, first_day) where is_open;
-- The cases behind a closed number, newest first.
create index closed_counts_received on closed_counts (district, received_day, case_id);
create index closed_counts_accepted on closed_counts (district, accepted_day, case_id) where accepted_day is not null;
create index closed_counts_decided on closed_counts (district, decided_day, case_id) where decided_day is not null;
create index closed_counts_completed on closed_counts (district, completed_day, case_id) where completed_day is not null;
