-- 基本目录: what must be the same wherever an item is implemented; everything that may change stands in its versions.
create table basic_items (
  district text not null,
  id uuid not null,
  code text not null,
  primary key (district, id)
);
create unique index basic_items_code on basic_items (district, code);

-- A published version never changes; the one with the highest number holds.
create table basic_item_versions (
  district text not null,
  id uuid not null,
  basic_item_id uuid not null,
  version integer not null,
  power_type text not null check (power_type in ('LICENSE', 'PENALTY', 'COERCION', 'COLLECTION', 'PAYMENT', 'INSPECTION', 'CONFIRMATION', 'REWARD', 'RULING', 'OTHER_POWER', 'PUBLIC_SERVICE')),
  content jsonb not null,
  note text not null,
  published_by uuid,
  published_at timestamptz not null,
  primary key (district, id),
  foreign key (district, basic_item_id) references basic_items (district, id),
  foreign key (district, published_by) references staff (district, id)
);
create unique index basic_item_versions_number on basic_item_versions (district, basic_item_id, version desc);
create index basic_item_versions_published_by on basic_item_versions (district, published_by) where published_by is not null;

-- 认领: an organ says that the power is its own. Whoever implements it with an item has claimed it by that.
create table basic_item_claims (
  district text not null,
  id uuid not null,
  basic_item_id uuid not null,
  organ_id uuid not null,
  claimed_by uuid,
  claimed_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  primary key (district, id),
  foreign key (district, basic_item_id) references basic_items (district, id),
  foreign key (district, organ_id) references organisations (district, id),
  foreign key (district, claimed_by) references staff (district, id),
  foreign key (district, released_by) references staff (district, id)
);
create unique index basic_item_claims_one on basic_item_claims (district, basic_item_id, organ_id) where released_at is null;
create index basic_item_claims_organ on basic_item_claims (district, organ_id);
create index basic_item_claims_item on basic_item_claims (district, basic_item_id);
create index basic_item_claims_claimed_by on basic_item_claims (district, claimed_by) where claimed_by is not null;
create index basic_item_claims_released_by on basic_item_claims (district, released_by) where released_by is not null;

-- 统一要素: which elements are compared, and which of them block a publication. The latest row holds; without one, the default.
create table uniform_element_sets (
  district text not null,
  id uuid not null,
  elements jsonb not null,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, changed_by) references staff (district, id)
);
create index uniform_element_sets_changed_by on uniform_element_sets (district, changed_by) where changed_by is not null;

-- One run over everything in force: against basic items and siblings, or what the channels show.
create table standard_checks (
  district text not null,
  id uuid not null,
  kind text not null check (kind in ('ELEMENTS', 'CHANNELS')),
  state text not null check (state in ('RUNNING', 'DONE')),
  elements jsonb not null,
  done integer not null,
  total integer not null,
  -- Items without a deviation, or shown alike everywhere.
  clean integer not null,
  started_by uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id),
  foreign key (district, started_by) references staff (district, id)
);
create index standard_checks_kind on standard_checks (district, kind, id desc);
create unique index standard_checks_running on standard_checks (district, kind) where state = 'RUNNING';
create index standard_checks_started_by on standard_checks (district, started_by) where started_by is not null;

create table standard_deviations (
  district text not null,
  check_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  item_version_id uuid not null,
  item_name_zh text not null,
  item_name_en text not null,
  code text not null,
  -- Null: decided by the township government of each centre.
  organ_id uuid,
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  element text not null,
  locked boolean not null,
  against text not null check (against in ('BASIC', 'SIBLING', 'NO_BASIC')),
  own_zh text not null,
  own_en text not null,
  other_zh text not null,
  other_en text not null,
  other_code text not null,
  primary key (district, check_id, id),
  foreign key (district, check_id) references standard_checks (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, item_version_id) references item_versions (district, id),
  foreign key (district, organ_id) references organisations (district, id)
);

create table channel_differences (
  district text not null,
  check_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  item_version_id uuid not null,
  item_name_zh text not null,
  item_name_en text not null,
  code text not null,
  -- Which channel differs from the published version, and in what.
  shown_in text not null check (shown_in in ('GUIDE', 'WINDOW', 'ONLINE_FORM', 'SEARCH', 'PRINT', 'API')),
  part text not null,
  published_digest text not null,
  shown_digest text not null,
  primary key (district, check_id, id),
  foreign key (district, check_id) references standard_checks (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, item_version_id) references item_versions (district, id)
);
