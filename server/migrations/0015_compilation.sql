-- What lists show of a version without reading its content.
alter table item_versions add column name_zh text not null default '';
alter table item_versions add column name_en text not null default '';
alter table item_versions add column item_type text not null default '';
update item_versions set name_zh = content #>> '{name,zh}', name_en = content #>> '{name,en}',
  item_type = coalesce(content #>> '{elements,itemType}', '');
alter table item_versions alter column name_zh drop default, alter column name_en drop default, alter column item_type drop default;

-- 事项编制: a version while it is compiled, reviewed and approved (domain §1.8). Published, it stays as the record of who
-- made the version and why (R-1.10); abandoned, as the record of what was not done.
create table item_drafts (
  district text not null,
  id uuid not null,
  -- Null while it is of a new item.
  item_id uuid,
  base_version_id uuid,
  -- The version that it became.
  item_version_id uuid,
  -- Whose draft it is: the organ that compiles it.
  organ_id uuid not null,
  origin text not null check (origin in ('new', 'change', 'import')),
  state text not null check (state in ('DRAFT', 'PENDING_REVIEW', 'PENDING_APPROVAL', 'APPROVED', 'RETURNED', 'PUBLISHED', 'ABANDONED')),
  code text not null,
  name_zh text not null,
  name_en text not null,
  procedure_profile text not null check (procedure_profile in ('LICENSE', 'PUBLIC_SERVICE', 'BENEFIT', 'FILING', 'REAL_ESTATE', 'SOCIAL_ASSISTANCE')),
  case_type text not null check (case_type in ('IMMEDIATE', 'PROMISED')),
  level text not null check (level in ('DISTRICT', 'TOWNSHIP', 'VILLAGE')),
  accepting_organ_id uuid,
  deciding_organ_id uuid,
  effective_day date,
  content jsonb not null,
  -- Elements that an import could not know.
  missing text[] not null,
  -- As it was last saved: the lists show it, the draft itself is judged anew.
  fault_count integer not null,
  revision integer not null,
  -- Grows with every submission; approvals count within their round.
  round integer not null,
  reason text,
  burden_basis jsonb,
  approvals_needed integer not null check (approvals_needed in (1, 2)),
  -- Everybody who ever typed in it: they approve nothing of it.
  compilers uuid[] not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, base_version_id) references item_versions (district, id),
  foreign key (district, item_version_id) references item_versions (district, id),
  foreign key (district, organ_id) references organisations (district, id),
  foreign key (district, accepting_organ_id) references organisations (district, id),
  foreign key (district, deciding_organ_id) references organisations (district, id),
  foreign key (district, changed_by) references staff (district, id)
);
create unique index item_drafts_open on item_drafts (district, item_id)
  where item_id is not null and state in ('DRAFT', 'PENDING_REVIEW', 'PENDING_APPROVAL', 'APPROVED', 'RETURNED');
create index item_drafts_changed on item_drafts (district, changed_at desc, id desc);
create index item_drafts_organ on item_drafts (district, organ_id, changed_at desc, id desc);
create index item_drafts_waiting on item_drafts (district, state, changed_at desc, id desc) where state not in ('PUBLISHED', 'ABANDONED');
create index item_drafts_version on item_drafts (district, item_version_id) where item_version_id is not null;
create index item_drafts_changed_by on item_drafts (district, changed_by);

-- Who submitted, approved, returned, took back and published a draft, with what he wrote.
create table item_draft_acts (
  district text not null,
  id uuid not null,
  draft_id uuid not null,
  round integer not null,
  act text not null check (act in ('submit', 'takeBack', 'review', 'approve', 'return', 'publish', 'abandon')),
  staff_id uuid not null,
  note text,
  acted_at timestamptz not null,
  primary key (district, id),
  foreign key (district, draft_id) references item_drafts (district, id),
  foreign key (district, staff_id) references staff (district, id)
);
create index item_draft_acts_draft on item_draft_acts (district, draft_id, id);
create index item_draft_acts_staff on item_draft_acts (district, staff_id);
