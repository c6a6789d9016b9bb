import type { Database } from '../../platform/database/index.ts';

/**
 * A big district's catalogue for measurements: copies of the items that are there, each with names and codes of its own
 * and so many versions, the last of them in force. One statement a table. Copies of one item share its basic code, as
 * the implementations of one basic item do.
 */
export async function copyItems(
  { pool }: Pick<Database, 'pool'>,
  district: string,
  { items, versions, effectiveDay }: { items: number; versions: number; effectiveDay: string },
): Promise<void> {
  await pool.query(
    `
    with source as (
      select i.id, i.code, i.basic_code, row_number() over (order by i.id) - 1 as at, count(*) over () as many
      from items i where i.district = $1
    ),
    made as (
      select uuidv7() as id, s.id as of, n,
        -- Body and level as they are; main and sub item count on, so that no code is there twice.
        substr(s.code, 1, 23) || 'ZZ' || lpad((n / 900 + 100)::text, 3, '0') || lpad((n % 900 + 100)::text, 3, '0') as code,
        s.basic_code
      from generate_series(0, $2::int - 1) n
      join source s on s.at = n % s.many
    ),
    new_items as (
      insert into items (district, id, code, basic_code) select $1, id, code, basic_code from made returning id
    )
    insert into item_versions (district, id, item_id, version, state, effective_day, procedure_profile, case_type, level,
      accepting_organ_id, deciding_organ_id, content, name_zh, name_en, item_type)
    select $1, uuidv7(), made.id, number, 'PUBLISHED', $4::date - ($3::int - number), v.procedure_profile, v.case_type,
      v.level, v.accepting_organ_id, v.deciding_organ_id,
      jsonb_set(jsonb_set(v.content, '{name,zh}', to_jsonb((v.content #>> '{name,zh}') || '（第' || made.n || '号）')),
        '{aliases}', jsonb_build_array('样例' || made.n)),
      v.name_zh || '（第' || made.n || '号）', v.name_en, v.item_type
    from made
    join item_versions v on v.district = $1 and v.item_id = made.of
      and v.version = (select max(version) from item_versions where district = $1 and item_id = made.of)
    cross join generate_series(1, $3::int) number
    `,
    [district, items, versions, effectiveDay],
  );
  await pool.query(
    `insert into catalogue_revisions (district, revision) values ($1, 1)
     on conflict (district) do update set revision = catalogue_revisions.revision + 1`,
    [district],
  );
  await pool.query('analyze items, item_versions');
}
