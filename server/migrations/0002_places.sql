-- A region has its own id for ever; code, name and parent are dated, so that merged and renamed places stay findable.
create table regions (
  district text not null,
  id uuid not null,
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  successor_id uuid,
  primary key (district, id),
  foreign key (district, successor_id) references regions (district, id)
);

create table region_versions (
  district text not null,
  region_id uuid not null,
  from_day date not null,
  until_day date,
  code text not null check (code ~ '^[0-9]{12}$'),
  name_zh text not null,
  name_en text not null,
  parent_id uuid,
  primary key (district, region_id, from_day),
  foreign key (district, region_id) references regions (district, id),
  foreign key (district, parent_id) references regions (district, id)
);
create index region_versions_parent on region_versions (district, parent_id);
create index region_versions_code on region_versions (district, code);

-- Organs and organisations: whoever signs for, reviews or decides.
create table organisations (
  district text not null,
  id uuid not null,
  region_id uuid not null,
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  name_zh text not null,
  name_en text not null,
  short_code text not null,
  uscc text,
  phone text not null,
  address_zh text not null,
  -- Where one may ask for reconsideration: data of each organ (Administrative Reconsideration Law).
  reconsideration_organ_zh text not null,
  court_zh text not null,
  is_administrative_organ boolean not null,
  primary key (district, id),
  foreign key (district, region_id) references regions (district, id)
);

create table service_centers (
  district text not null,
  id uuid not null,
  region_id uuid not null,
  organisation_id uuid not null,
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  name_zh text not null,
  name_en text not null,
  address_zh text not null,
  address_en text not null,
  phone text not null,
  hours jsonb not null,
  primary key (district, id),
  foreign key (district, region_id) references regions (district, id),
  foreign key (district, organisation_id) references organisations (district, id)
);

-- N committees share one centre: which centres serve a region.
create table center_regions (
  district text not null,
  center_id uuid not null,
  region_id uuid not null,
  primary key (district, center_id, region_id),
  foreign key (district, center_id) references service_centers (district, id),
  foreign key (district, region_id) references regions (district, id)
);
create index center_regions_region on center_regions (district, region_id);
