-- What the staff add to the words that an item's own version knows; a removed one keeps its row.
create table item_aliases (
  district text not null,
  id uuid not null,
  item_id uuid not null,
  alias text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  primary key (district, id),
  foreign key (district, item_id) references items (district, id),
  foreign key (district, added_by) references staff (district, id),
  foreign key (district, removed_by) references staff (district, id)
);
create unique index item_aliases_kept on item_aliases (district, item_id, alias) where removed_at is null;
create index item_aliases_added_by on item_aliases (district, added_by);
create index item_aliases_removed_by on item_aliases (district, removed_by) where removed_by is not null;

-- Asked with every search: are the versions in force the ones that the index was made of?
create index item_versions_in_force on item_versions (district, item_id, version desc) include (id, effective_day, until_day)
  where state = 'PUBLISHED';

-- The words of questions that no item answered: everyday words only, never the sentence.
drop table search_misses;
create table search_misses (
  district text not null,
  id uuid not null,
  words text not null,
  times integer not null,
  last_day date not null,
  dismissed_at timestamptz,
  primary key (district, id)
);
create unique index search_misses_words on search_misses (district, words);
create index search_misses_frequent on search_misses (district, times desc, id desc) where dismissed_at is null;
