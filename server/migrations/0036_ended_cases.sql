-- What ends with its case: meetings that the product itself calls off have no officer who did.
alter table meeting_moves alter column staff_id drop not null;

-- The upper organ's decision is recorded with its paper; what was recorded before stays as it is.
alter table report_ups add constraint report_ups_paper_check check (upper_outcome is null or file_id is not null) not valid;

-- Materials that are owed, by the day on which they must be there.
create index cases_owed on cases (district, supply_due_day, id) where owed_materials > 0;
