-- Messages to residents and staff. Text and receiver are sealed under the case's or the resident's key.
create table messages (
  district text not null,
  id uuid not null,
  channel text not null check (channel in ('sms', 'inSite')),
  template text not null,
  data_key_id uuid not null,
  sealed_receiver bytea not null,
  masked_receiver text not null,
  sealed_text bytea not null,
  subject_id uuid,
  state text not null check (state in ('planned', 'sent', 'failed')),
  planned_at timestamptz not null,
  sent_at timestamptz,
  primary key (district, id),
  foreign key (district, data_key_id) references data_keys (district, id)
);
create index messages_newest on messages (district, planned_at desc, id desc);
create index messages_data_key on messages (district, data_key_id);
