-- Sums by item and channel at once: of the narrower numbers these are asked for most, and hold the most cases. The first job sums them.
alter table indicator_totals drop constraint indicator_totals_cut_check;
alter table indicator_totals add constraint indicator_totals_cut_check
  check (cut in ('whole', 'center', 'organ', 'item', 'channel', 'itemChannel'));
update indicator_states set areas_digest = '';
insert into jobs (district, id, kind, payload, run_at)
select district, gen_random_uuid(), 'supervision.sum', '{}', '2000-01-01T00:00:00Z' from indicator_states;

-- What stands open is what was ever accepted less what was completed, month for month: read from the index alone.
alter table indicator_totals drop constraint indicator_totals_pkey;
alter table indicator_totals add primary key (district, cut, area_id, member, grain, first_day) include (accepted, completed);

-- What an organ's head does not see of his organ's numbers: not accepted, or no more.
create index cases_not_accepted on cases (district, deciding_organ_id, id) where accepted_day is null;
