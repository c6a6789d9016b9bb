import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { migrate } from '../../platform/database/migrate.ts';
import { createEmptyDatabase } from '../support/database.ts';

const folder = new URL('../../migrations/', import.meta.url);
/** The last version of the schema before the processes of several units. */
const before = '0024';
const one = '01980000-0000-7000-8000-000000000001';

const db = await createEmptyDatabase();

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  /** The words that its check allows. */
  readonly words: readonly string[];
}

/** Values that a check of their own asks for. */
const wanted: Readonly<Record<string, string>> = {
  'region_versions.code': '431302000000',
  'calendar_years.year': '2026',
  'document_templates.version': '2',
  'mandates.agent_id': '01980000-0000-7000-8000-000000000002',
};

/** What a column holds in the n-th district; every id is the same one, so that every row finds those that it refers to. */
function contentOf({ table, column, type, words }: Column, n: number): string {
  const asked = wanted[`${table}.${column}`];
  if (asked !== undefined) return asked;
  if (words.length > 0) return words[n % words.length] ?? '';
  if (type === 'uuid') return one;
  if (type === 'uuid[]') return `{${one}}`;
  if (type === 'text[]') return '{x}';
  if (type === 'integer[]') return '{1}';
  if (type === 'jsonb') return '{}';
  if (type === 'date') return '2026-03-02';
  if (type === 'timestamp with time zone') return '2026-03-01T16:30:00Z';
  if (type === 'boolean') return 'false';
  if (type === 'bytea') return '\\x01';
  if (type === 'integer' || type === 'bigint' || type === 'smallint') return '1';
  if (type === 'text') return column === 'district' ? `d${n}` : 'x';
  throw new Error(`No value for ${type}.`);
}

async function columnsOf(): Promise<Map<string, Column[]>> {
  const { rows } = await db.pool.query<Omit<Column, 'words'> & { check: string | null }>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
       (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum] limit 1) as check
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations' order by c.relname, a.attnum`,
  );
  return Map.groupBy(
    rows.map(({ check, ...row }) => ({
      ...row,
      words: row.type === 'text' ? [...(check?.matchAll(/'([^']*)'::text/g) ?? [])].map((match) => match[1] ?? '') : [],
    })),
    ({ table }) => table,
  );
}

/**
 * Rows of every table: a district for each word of the longest closed list, in which each table has one row of its own.
 * A column that some check wants empty is left empty.
 */
async function fill(): Promise<{ tables: number; empty: string[] }> {
  const client = await db.pool.connect();
  await client.query("set session_replication_role = 'replica'");
  const tables = await columnsOf();
  const districts = Math.max(...[...tables.values()].flat().map(({ words }) => words.length));
  const filled = new Set<string>();
  for (const [table, columns] of tables)
    for (let n = 0; n < districts; n += 1) {
      for (const some of [columns, columns.filter(({ required }) => required)]) {
        const names = some.map(({ column }) => `"${column}"`).join(', ');
        const places = some.map((_, index) => `$${index + 1}`).join(', ');
        const insert = `insert into "${table}" (${names}) values (${places})`;
        const done = await client
          .query(
            insert,
            some.map((column) => contentOf(column, n)),
          )
          .catch((error) => {
            if (error.code !== '23514') throw error;
          });
        if (done === undefined) continue;
        filled.add(table);
        break;
      }
    }
  client.release(true);
  return { tables: tables.size, empty: [...tables.keys()].filter((table) => !filled.has(table)) };
}

test('A database full of the rows of the last version comes to this one, and loses none', async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  await db.pool.query('create table migrations (name text primary key, applied_at timestamptz not null default now())');
  for (const name of files.filter((each) => each < before)) {
    await db.pool.query(await readFile(new URL(name, folder), 'utf8'));
    await db.pool.query('insert into migrations (name) values ($1)', [name]);
  }
  const { tables, empty } = await fill();
  expect(tables).toBeGreaterThan(60);
  expect(empty).toEqual([]);
  const count = async (table: string) =>
    (await db.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count;
  const kept = ['cases', 'case_tasks', 'documents', 'document_services', 'licences', 'posts', 'items', 'item_versions'];
  const had = await Promise.all(kept.map(count));

  await migrate(db);

  expect(await Promise.all(kept.map(count))).toEqual(had);
  const { rows: services } = await db.pool.query<{ day: string; name: Buffer | null }>(
    'select distinct day, sealed_receiver_name as name from document_services where sealed_receiver_name is not null',
  );
  // Half past midnight in Shanghai is the day before by the universal clock.
  expect(services).toEqual([{ day: '2026-03-02', name: Buffer.from([1]) }]);
  const { rows: tasks } = await db.pool.query<{ kind: string; key: string }>(
    'select distinct kind, key from case_tasks order by kind',
  );
  expect(tasks).toEqual([
    { kind: 'DECISION', key: 'decision' },
    { kind: 'REVIEW', key: 'review' },
  ]);
  expect(await count("case_task_notes where what = 'opinion'")).toBe(had[kept.indexOf('case_tasks')]);
});
