-- What was attempted beyond what is published; words of the product alone, no personal data.
alter table access_log add column detail text;
create index access_log_beyond_guide on access_log (district, at desc, id desc) where code = 'material_unknown' and caller_kind = 'staff';
