create table staff (
  district text not null,
  id uuid not null,
  username text not null,
  name text not null,
  password_hash text not null,
  left_day date,
  primary key (district, id)
);
create unique index staff_username on staff (district, username);

-- A post 岗位 holds role, organ, centre and area; the person who holds it changes.
create table posts (
  district text not null,
  id uuid not null,
  role text not null check (role in ('windowClerk', 'reviewer', 'decider', 'villageAgent', 'supervisor', 'administrator')),
  title_zh text not null,
  title_en text not null,
  organisation_id uuid not null,
  center_id uuid,
  area_region_id uuid not null,
  phone text not null,
  primary key (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, center_id) references service_centers (district, id),
  foreign key (district, area_region_id) references regions (district, id)
);
create index posts_organisation on posts (district, organisation_id);

-- A person holds many dated appointments; a substitute (AB岗) is one too.
create table appointments (
  district text not null,
  id uuid not null,
  staff_id uuid not null,
  post_id uuid not null,
  kind text not null check (kind in ('regular', 'substitute')),
  from_day date not null,
  until_day date,
  primary key (district, id),
  foreign key (district, staff_id) references staff (district, id),
  foreign key (district, post_id) references posts (district, id)
);
create index appointments_staff on appointments (district, staff_id);
create index appointments_post on appointments (district, post_id);

-- 收件授权: the items that a post may take in. The item lives in the catalogue above, so no key points up.
create table post_items (
  district text not null,
  post_id uuid not null,
  item_id uuid not null,
  from_day date not null,
  until_day date,
  primary key (district, post_id, item_id, from_day),
  foreign key (district, post_id) references posts (district, id)
);

-- Residents. Phone and number are sealed; the keyed blind indexes find them, nothing else can.
create table residents (
  district text not null,
  id uuid not null,
  data_key_id uuid not null,
  phone_index bytea,
  sealed_phone bytea,
  number_index bytea,
  sealed_identity bytea,
  masked_name text,
  assurance text not null check (assurance in ('none', 'declared', 'verified')),
  region_id uuid,
  created_at timestamptz not null,
  primary key (district, id),
  foreign key (district, data_key_id) references data_keys (district, id),
  foreign key (district, region_id) references regions (district, id)
);
create unique index residents_phone on residents (district, phone_index) where phone_index is not null;
-- Only a verified number is unique: anybody can type a number, one person can show the card.
create unique index residents_verified_number on residents (district, number_index) where assurance = 'verified';
create index residents_number on residents (district, number_index) where number_index is not null;
create index residents_data_key on residents (district, data_key_id);

create table phone_codes (
  district text not null,
  phone_index bytea not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (district, phone_index)
);
