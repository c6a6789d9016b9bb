-- A spreadsheet of items, read and judged row by row; nothing of it counts before somebody confirms the rows that he
-- chose, and then all of them become drafts in one transaction.
create table item_imports (
  district text not null,
  id uuid not null,
  name text not null,
  state text not null check (state in ('PREVIEWED', 'IMPORTED', 'DISCARDED')),
  organisation_id uuid not null,
  heading_row integer not null,
  unknown_headings jsonb not null,
  ready integer not null,
  wrong integer not null,
  imported integer not null,
  read_by uuid not null,
  read_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (district, id),
  foreign key (district, organisation_id) references organisations (district, id),
  foreign key (district, read_by) references staff (district, id),
  foreign key (district, confirmed_by) references staff (district, id)
);
create index item_imports_organisation on item_imports (district, organisation_id, id desc);
create index item_imports_read_by on item_imports (district, read_by);
create index item_imports_confirmed_by on item_imports (district, confirmed_by) where confirmed_by is not null;

create table item_import_rows (
  district text not null,
  import_id uuid not null,
  row integer not null,
  is_ready boolean not null,
  "values" jsonb not null,
  faults jsonb not null,
  remarks jsonb not null,
  missing jsonb not null,
  organ_id uuid,
  draft_id uuid,
  primary key (district, import_id, row),
  foreign key (district, import_id) references item_imports (district, id),
  foreign key (district, organ_id) references organisations (district, id)
);
create index item_import_rows_ready on item_import_rows (district, import_id, is_ready, row);
create index item_import_rows_organ on item_import_rows (district, organ_id) where organ_id is not null;
