-- 空白表格、示例样表: which file a draft or a version of an item lists, so that one look tells whether a file is still in
-- use. A version's stay for ever; a draft's go with it, and until then also what was taken out, since it may come back.
create table item_files (
  district text not null,
  -- The draft or the version.
  holder_id uuid not null,
  file_id uuid not null,
  primary key (district, holder_id, file_id),
  foreign key (district, file_id) references files (district, id)
);
create index item_files_file on item_files (district, file_id);
insert into item_files (district, holder_id, file_id)
select distinct holder.district, holder.id, files.id
from (select district, id, content from item_versions union all select district, id, content from item_drafts) holder,
  jsonb_path_query(holder.content, '$.materials[*].files[*].fileId') as named (id)
  join files on files.id::text = named.id #>> '{}'
where files.district = holder.district;

-- One code, one open draft: of those of new items that share a code the oldest keeps it.
update item_drafts d set code = ''
where item_id is null and code <> '' and state not in ('PUBLISHED', 'ABANDONED') and exists (
  select from item_drafts o
  where o.district = d.district and o.code = d.code and o.item_id is null and o.id < d.id
    and o.state not in ('PUBLISHED', 'ABANDONED')
);
create unique index item_drafts_code on item_drafts (district, code)
  where item_id is null and code <> '' and state not in ('PUBLISHED', 'ABANDONED');

-- What the nightly clearing looks for.
create index item_imports_kept on item_imports (district, state, read_at);
create index item_drafts_abandoned on item_drafts (district, changed_at) where state = 'ABANDONED' and item_id is null;

-- An authorisation that ended on the day of its opening held that day.
update post_items set until_day = from_day where until_day < from_day;
