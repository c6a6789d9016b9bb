-- 实施清单(事项): one row an implementation item; everything that may change stands in its versions.
create table items (
  district text not null,
  id uuid not null,
  code text not null,
  primary key (district, id)
);
create unique index items_code on items (district, code);

-- A published version is immutable (R-1.4); a running case keeps the version of its submission.
create table item_versions (
  district text not null,
  id uuid not null,
  item_id uuid not null,
  version integer not null,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'SUSPENDED', 'CANCELLED')),
  effective_day date not null,
  until_day date,
  procedure_profile text not null check (procedure_profile in ('LICENSE', 'PUBLIC_SERVICE', 'BENEFIT', 'FILING', 'REAL_ESTATE', 'SOCIAL_ASSISTANCE')),
  case_type text not null check (case_type in ('IMMEDIATE', 'PROMISED')),
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  -- The organ that accepts and the organ that decides; null means the township government of the intake centre.
  accepting_organ_id uuid,
  deciding_organ_id uuid,
  content jsonb not null,
  primary key (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, accepting_organ_id) references organisations (district, id),
  foreign key (district, deciding_organ_id) references organisations (district, id)
);
create unique index item_versions_number on item_versions (district, item_id, version);

-- What nobody found, kept without the person, for those who keep the aliases.
create table search_misses (
  district text not null,
  query text not null,
  times integer not null,
  last_at timestamptz not null,
  primary key (district, query)
);
