/**
 * The conventions of the schema, each as a query over the live catalogue that names the places where it is broken.
 * `$1` is the schema that is looked at.
 */

/** Not of any district. */
const ofNoDistrict = ['migrations'];

/** Rows of these are never deleted, only dated, so that a foreign key to them is never looked up backwards. */
const keptForEver = [
  'regions', // dated, with successors
  'organisations',
  'service_centers',
  'posts',
  'residents',
  'items',
  'item_versions', // immutable once published
  'ledger_seals',
];

/** Columns by these names hold one of a closed list of words. */
const closed = [
  'state',
  'kind',
  'role',
  'channel',
  'mode',
  'level',
  'procedure_profile',
  'case_type',
  'assurance',
  'outcome',
  'opinion',
  'method',
  'receiver',
  'unit',
  'delivery_wish',
  'due_purpose',
  'caller_kind',
  'uploader_kind',
  'subject_kind',
];

/** Words that modules above add to, so that no list below them can be closed. */
const openWords = [
  'jobs.kind',
  'ledger_heads.subject_kind',
  'ledger_rows.subject_kind',
  'ledger_seal_leaves.subject_kind',
  'clocks.subject_kind',
  'documents.subject_kind',
];

/** Instants that say until when something holds. */
const namedUntil = ['jobs.lease_until'];

const list = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(', ')}]::text[]`;

const tables = `
  tables as (
    select c.oid, c.relname as name from pg_class c
    where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> all (${list(ofNoDistrict)})
  )`;

const columns = `
  ${tables},
  columns as (
    select t.oid, t.name as table_name, a.attnum, a.attname as name, t.name || '.' || a.attname as place,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as is_needed, a.attidentity, a.attgenerated,
      pg_get_expr(d.adbin, d.adrelid) as given
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
  )`;

/** Keys of indexes and constraints as the names of their columns, in order. */
const names = (relation: string, numbers: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality as key (number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = key.number order by key.place)`;

const foreignKeys = `
  ${tables},
  foreign_keys as (
    select t.name as table_name, k.conname as name, k.conrelid, f.relname as target,
      ${names('k.conrelid', 'k.conkey')} as keys, ${names('k.confrelid', 'k.confkey')} as target_keys
    from pg_constraint k join tables t on t.oid = k.conrelid join pg_class f on f.oid = k.confrelid
    where k.contype = 'f' and k.conparentid = 0
  )`;

export const conventions = {
  'every table says first whose it is: district text not null': `
    with ${columns} select name as place from tables t where not exists (
      select from columns c where c.oid = t.oid and c.attnum = 1 and c.name = 'district' and c.type = 'text' and c.is_needed)`,

  'every table has a primary key, and it starts with the district': `
    with ${tables} select name as place from tables t where not exists (
      select from pg_index i where i.indrelid = t.oid and i.indisprimary
        and (${names('t.oid', 'i.indkey::int2[]')})[1] = 'district')`,

  'every unique index starts with the district': `
    with ${tables} select i.indexrelid::regclass::text as place from pg_index i join tables t on t.oid = i.indrelid
    where i.indisunique and not i.indisprimary and (${names('t.oid', 'i.indkey::int2[]')})[1] is distinct from 'district'`,

  'every foreign key joins district to district first': `
    with ${foreignKeys} select name as place from foreign_keys where keys[1] <> 'district' or target_keys[1] <> 'district'`,

  'every foreign key whose target may go has an index that finds its rows': `
    with ${foreignKeys} select table_name || ' (' || array_to_string(keys, ', ') || ')' as place from foreign_keys k
    where target <> all (${list(keptForEver)}) and not exists (
      select from pg_index i where i.indrelid = k.conrelid
        and (${names('k.conrelid', 'i.indkey::int2[]')})[1:cardinality(k.keys)] @> k.keys
        and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(' || k.keys[cardinality(k.keys)] || ' IS NOT NULL)'))`,

  'no sequences, no identity and no generated columns: ids are made by the application': `
    with ${columns}
    select c.relname as place from pg_class c where c.relnamespace = $1::regnamespace and c.relkind = 'S'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i')
    union all select place from columns where attidentity <> '' or attgenerated <> ''`,

  'no triggers': `
    with ${tables} select tgname as place from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal`,

  'no stored functions': `
    select proname as place from pg_proc p where p.pronamespace = $1::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,

  'no exclusion constraints': `
    with ${tables} select conname as place from pg_constraint k join tables t on t.oid = k.conrelid where k.contype = 'x'`,

  'text with closed values has a check': `
    with ${columns} select place from columns c
    where c.type = 'text' and c.name = any (${list(closed)}) and place <> all (${list(openWords)}) and not exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[c.attnum]
        and pg_get_constraintdef(k.oid) ~ 'ANY \\(ARRAY')`,

  'only types that say what they mean: no zoneless or daily time, no floats, no fixed text, no unparsed json, no enums': `
    with ${columns} select place || ' ' || type as place from columns
    where type !~ '^(text|uuid|bytea|integer|bigint|boolean|date|timestamp with time zone|jsonb|text\\[\\]|uuid\\[\\])$'`,

  'money is whole fen': `
    with ${columns} select place from columns
    where (name ~ '(^|_)fen$' and type not in ('integer', 'bigint'))
       or name ~ '(^|_)(fee|price|cost|money|yuan|sum|paid)$'`,

  'a day is a date and says so': `
    with ${columns} select place from columns where (type = 'date') <> (name ~ '(^|_)day$')`,

  'an instant is a timestamptz and says so': `
    with ${columns} select place from columns
    where (type = 'timestamp with time zone') <> (name ~ '(^|_)at$') and place <> all (${list(namedUntil)})`,

  'an id is a uuid': `
    with ${columns} select place from columns where name ~ '(^|_)id$' and type <> 'uuid'`,

  'defaults are constants: the clock and the ids are the application’s': `
    with ${columns} select place from columns where given ~ '\\(|CURRENT_' and attgenerated = ''`,
} as const;

export type Convention = keyof typeof conventions;
