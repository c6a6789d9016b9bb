-- 失信记录: what shuts tolerated acceptance and commitments to somebody until it is repaired. The case stands in a module above.
create table credit_records (
  district text not null,
  id uuid not null,
  -- of the identity number or the firm's credit code
  number_index bytea not null,
  masked_subject text not null,
  source text not null check (source in ('FALSE_COMMITMENT', 'SUPPLY_MISSED')),
  organisation_id uuid,
  case_id uuid,
  case_no text,
  from_day date not null,
  data_key_id uuid not null,
  sealed_record bytea not null,
  recorded_at timestamptz not null,
  -- nobody: supplies that were not made record themselves
  recorded_by uuid,
  repaired_day date,
  repaired_by uuid,
  sealed_repair bytea,
  primary key (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, data_key_id) references data_keys (district, id)
);
create index credit_records_number on credit_records (district, number_index) where repaired_day is null;
create index credit_records_every_number on credit_records (district, number_index, id);
create index credit_records_data_key on credit_records (district, data_key_id);

-- 告知承诺 of a case: what it stands for, its signature, and the verification after the decision.
create table case_commitments (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('MATERIALS', 'ITEM')),
  material_keys text[] not null,
  state text not null check (state in ('CHOSEN', 'SIGNED', 'WITHDRAWN')),
  -- of the text that was read and signed
  letter_digest text,
  signed_at timestamptz,
  document_id uuid,
  deciding_organ_id uuid,
  check_state text check (check_state in ('WAITING', 'DUE', 'KEPT', 'FALSE')),
  check_due_day date,
  sealed_findings bytea,
  checked_by uuid,
  checked_at timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, document_id) references documents (district, id)
);
create unique index case_commitments_case on case_commitments (district, case_id);
create index case_commitments_document on case_commitments (district, document_id) where document_id is not null;
create index case_commitments_to_check on case_commitments (district, deciding_organ_id, check_due_day, id) where check_state in ('WAITING', 'DUE');
create index case_commitments_checked on case_commitments (district, deciding_organ_id, check_state, check_due_day, id) where check_state in ('KEPT', 'FALSE');

-- 容缺: what is owed since a tolerated acceptance, and when it came.
create table case_supplies (
  district text not null,
  case_id uuid not null,
  requirement_key text not null,
  due_day date,
  method text check (method in ('WINDOW', 'ONLINE', 'MAIL')),
  supplied_at timestamptz,
  primary key (district, case_id, requirement_key),
  foreign key (district, case_id) references cases (district, id)
);
alter table cases add constraint cases_owed_materials_check check (owed_materials >= 0);

-- A material may be there by a commitment in its place.
alter table case_materials add column by_commitment boolean not null default false;
