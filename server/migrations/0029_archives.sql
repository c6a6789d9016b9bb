-- 归档: one row a case that came to its end. The package lies in the file store, sealed under the case's key; its digest
-- stands here and in the case's chain, so that neither can be changed unseen.
create table archives (
  district text not null,
  id uuid not null,
  case_id uuid not null,
  case_no text not null,
  item_version_id uuid not null,
  organisation_id uuid not null,
  masked_applicant text not null,
  ending text not null check (ending in ('COMPLETED', 'ACCEPTANCE_REFUSED', 'NOT_REQUIRED', 'WITHDRAWN', 'WITHDRAWN_DEEMED', 'TERMINATED')),
  ended_day date not null,
  year integer not null,
  state text not null check (state in ('COLLECTED', 'FAILED_CHECK', 'ARCHIVED', 'DAMAGED')),
  retention text not null check (retention in ('PERMANENT', 'THIRTY_YEARS', 'TEN_YEARS')),
  disposal_day date,
  -- 档号
  number text,
  collected_at timestamptz not null,
  archived_at timestamptz,
  checked_at timestamptz,
  sealed_report bytea,
  -- of the package: where its sealed bytes lie, the digest and length of the clear ones, and what it lists
  address text,
  digest bytea,
  bytes bigint,
  sealed_manifest bytea,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  foreign key (district, item_version_id) references item_versions (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  check ((retention = 'PERMANENT') = (disposal_day is null)),
  check ((archived_at is null) = (state in ('COLLECTED', 'FAILED_CHECK'))),
  check ((archived_at is null) = (address is null) and (address is null) = (digest is null) and (digest is null) = (bytes is null)
    and (bytes is null) = (sealed_manifest is null) and (sealed_manifest is null) = (number is null))
);
create unique index archives_case on archives (district, case_id);
create index archives_state on archives (district, state, id);
create index archives_year on archives (district, year, id);
create index archives_case_no on archives (district, case_no);
create index archives_item_version on archives (district, item_version_id);
create index archives_organ on archives (district, organisation_id);

-- 附注: what is to be said of a package that can no longer be changed.
create table archive_notes (
  district text not null,
  id uuid not null,
  archive_id uuid not null,
  sealed_text bytea not null,
  staff_id uuid not null,
  post_id uuid not null,
  noted_at timestamptz not null,
  primary key (district, id),
  foreign key (district, archive_id) references archives (district, id)
);
create index archive_notes_archive on archive_notes (district, archive_id, id);

-- Cases that ended and are looked for each night.
create index cases_ended on cases (district, completed_at)
  where state in ('COMPLETED', 'ACCEPTANCE_REFUSED', 'NOT_REQUIRED', 'WITHDRAWN', 'WITHDRAWN_DEEMED', 'TERMINATED');
