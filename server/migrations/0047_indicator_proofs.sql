-- The ledger itself says what was counted: the length of a case's chain, and the last seal up to which all chains were. No clock is asked.
delete from closed_totals;
delete from closed_periods;
delete from indicator_totals;
delete from indicator_states;
delete from case_counts;
alter table case_counts add column sequence integer not null;
alter table indicator_states add column counted_seal integer not null default 0;
-- SHA-256 of which area belongs to which: where that changes, everything is summed anew
alter table indicator_states add column areas_digest bytea not null default '';
alter table case_counts add check (channel in ('ONLINE', 'WINDOW', 'AGENT'));
alter table closed_periods rename column month to first_day;
alter table closed_totals rename column month to first_day;

-- area_id of a total is an area, or a centre, or an organ: what is narrowed to one of these is cut like an area.
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
