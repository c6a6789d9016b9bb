-- One gap-free counter per organ, 字 and year (GB/T 9704); the row's lock is taken last in an act.
create table document_counters (
  district text not null,
  organisation_id uuid not null,
  word text not null,
  year integer not null,
  last_number integer not null,
  primary key (district, organisation_id, word, year),
  foreign key (district, organisation_id) references organisations (district, id)
);

-- 文书: number and frozen data are made in the act's transaction; the PDF is rendered from them by a job.
create table documents (
  district text not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  kind text not null check (kind in ('intakeReceipt', 'acceptanceNotice', 'correctionNotice', 'acceptanceRefusal', 'grantDecision', 'denialDecision', 'deliveryReceipt')),
  title text not null,
  organisation_id uuid not null,
  word text,
  year integer,
  number integer,
  day date not null,
  template_version integer not null,
  data_key_id uuid not null,
  sealed_data bytea not null,
  digest bytea not null,
  token_index bytea not null,
  masked_holder text not null,
  pdf_address text,
  pdf_sha256 bytea,
  served_at timestamptz,
  primary key (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, data_key_id) references data_keys (district, id),
  check ((word is null) = (number is null))
);
create unique index documents_number on documents (district, organisation_id, word, year, number) where number is not null;
create unique index documents_token on documents (district, token_index);
create index documents_subject on documents (district, subject_id);
create index documents_data_key on documents (district, data_key_id);

-- 送达: how, to whom, when each document was served.
create table document_services (
  district text not null,
  id uuid not null,
  document_id uuid not null,
  method text not null check (method in ('DIRECT', 'ELECTRONIC', 'ENTRUSTED')),
  receiver text not null check (receiver in ('applicant', 'entrusted')),
  sealed_receiver_name bytea,
  served_at timestamptz not null,
  served_by_post_id uuid,
  primary key (district, id),
  foreign key (district, document_id) references documents (district, id)
);
create index document_services_document on document_services (district, document_id);
