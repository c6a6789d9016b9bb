alter table posts drop constraint posts_role_check;
alter table posts add constraint posts_role_check check (role in ('windowClerk', 'reviewer', 'decider', 'villageAgent', 'supervisor', 'itemManager', 'itemReviewer', 'itemPublisher', 'administrator'));

-- What several items share: the basic code of their basic item (R-1.1). Suspended or cancelled is the item, never a
-- version: that stays as it was published.
alter table items add column basic_code text not null default '';
update items set basic_code = substr(code, 20, 12);
alter table items alter column basic_code drop default;
create index items_basic_code on items (district, basic_code, id);

-- 暂停、取消, from a day on; the latest that has begun holds.
create table item_standings (
  district text not null,
  id uuid not null,
  item_id uuid not null,
  standing text not null check (standing in ('IN_USE', 'SUSPENDED', 'CANCELLED')),
  from_day date not null,
  reason_zh text not null,
  reason_en text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, changed_by) references staff (district, id)
);
create index item_standings_item on item_standings (district, item_id, from_day desc, id desc);
create index item_standings_changed_by on item_standings (district, changed_by) where changed_by is not null;

-- 赋权: where else an item is received, and who accepts and decides there, from a day until a day. A row covers the
-- centres of one level within a region. No receiver: the township government of each centre.
create table item_routes (
  district text not null,
  id uuid not null,
  item_id uuid not null,
  region_id uuid not null,
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  mode text not null check (mode in ('DEVOLVED', 'AUTHORIZED', 'ENTRUSTED', 'SERVICE_FORWARD')),
  receiver_organ_id uuid,
  from_day date not null,
  until_day date,
  primary key (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, region_id) references regions (district, id),
  foreign key (district, receiver_organ_id) references organisations (district, id),
  check (until_day is null or until_day >= from_day)
);
create index item_routes_item on item_routes (district, item_id);
create index item_routes_region on item_routes (district, region_id);
create index item_routes_receiver on item_routes (district, receiver_organ_id) where receiver_organ_id is not null;

-- One number that grows with every change of what is offered: whoever keeps a copy asks for it first.
create table catalogue_revisions (
  district text not null,
  revision bigint not null,
  primary key (district)
);

-- 以谁的名义: the organ whose name and seal stand on the papers, where it is not the one that decides (委托, ALL 24).
alter table cases add column issuing_organ_id uuid;
alter table cases add foreign key (district, issuing_organ_id) references organisations (district, id);
create index cases_issuing_organ on cases (district, issuing_organ_id) where issuing_organ_id is not null;
