-- A certificate carries the number of its licence: the versions of one licence share it, the register keeps them apart.
drop index documents_number;
create unique index documents_number on documents (district, organisation_id, word, year, number) where number is not null and kind <> 'certificate';

-- 证照: the register of results. Whether one is expired follows from until_day and is never stored. The case and the item
-- stand in modules above.
create table licences (
  district text not null,
  id uuid not null,
  title text not null,
  organisation_id uuid not null,
  item_id uuid not null,
  item_name text not null,
  case_id uuid not null,
  case_no text not null,
  document_id uuid not null,
  word text not null,
  year integer not null,
  number integer not null,
  version integer not null check (version > 0),
  state text not null check (state in ('valid', 'suspended', 'replaced', 'cancelled', 'revoked')),
  state_day date not null,
  from_day date not null,
  until_day date,
  data_key_id uuid not null,
  sealed_holder bytea not null,
  masked_holder text not null,
  holder_kind text not null check (holder_kind in ('person', 'firm')),
  holder_name_index bytea not null,
  holder_number_index bytea,
  registered_at timestamptz not null,
  primary key (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, document_id) references documents (district, id),
  foreign key (district, data_key_id) references data_keys (district, id)
);
create unique index licences_number on licences (district, organisation_id, word, year, number, version);
create unique index licences_document on licences (district, document_id);
create index licences_data_key on licences (district, data_key_id);
create index licences_case on licences (district, case_id);
create index licences_holder_name on licences (district, holder_name_index);
create index licences_holder_number on licences (district, holder_number_index) where holder_number_index is not null;
create index licences_organ on licences (district, organisation_id, id);
create index licences_title on licences (district, title, id);
create index licences_state on licences (district, state, id);

-- What was done to a licence after it was given: by whom, when and why. The reason is sealed under the case's key.
create table licence_changes (
  district text not null,
  id uuid not null,
  licence_id uuid not null,
  act text not null check (act in ('suspend', 'restore', 'cancel', 'revoke')),
  day date not null,
  sealed_reason bytea not null,
  staff_id uuid not null,
  post_id uuid not null,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, licence_id) references licences (district, id)
);
create index licence_changes_licence on licence_changes (district, licence_id);
