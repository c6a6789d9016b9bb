-- A package lies in the file store before its archive says so: noted first, so that whatever nothing came of is found.
create table package_writes (
  district text not null,
  address text not null,
  archive_id uuid not null,
  begun_at timestamptz not null,
  primary key (district, address),
  foreign key (district, archive_id) references archives (district, id)
);
create index package_writes_archive on package_writes (district, archive_id);
create index package_writes_begun on package_writes (district, begun_at);
-- Ended cases are gone through in pages.
drop index cases_ended;
create index cases_ended on cases (district, completed_at, id)
  where state in ('COMPLETED', 'ACCEPTANCE_REFUSED', 'NOT_REQUIRED', 'WITHDRAWN', 'WITHDRAWN_DEEMED', 'TERMINATED');

-- 交接单 are counted by the day in the whole district.
create table hand_over_counters (
  district text not null,
  day date not null,
  last_number integer not null,
  primary key (district, day)
);
update hand_over_sheets s set number = n.prefix || lpad(n.place::text, 3, '0')
from (
  select district, id, left(number, 11) as prefix, row_number() over (partition by district, left(number, 11) order by id) as place
  from hand_over_sheets
) n where n.district = s.district and n.id = s.id;
insert into hand_over_counters (district, day, last_number)
  select district, to_date(substr(number, 3, 8), 'YYYYMMDD'), count(*) from hand_over_sheets group by 1, 2;
create unique index hand_over_sheets_number on hand_over_sheets (district, number);

-- 行政许可公开: what was granted, the latest first; of one organ; of one item.
create index cases_granted on cases (district, decided_at desc, id desc) where procedure_profile = 'LICENSE' and outcome = 'GRANTED';
create index cases_granted_by_organ on cases (district, deciding_organ_id, decided_at desc, id desc)
  where procedure_profile = 'LICENSE' and outcome = 'GRANTED';
create index cases_granted_of_item on cases (district, item_id, decided_at desc, id desc)
  where procedure_profile = 'LICENSE' and outcome = 'GRANTED';
