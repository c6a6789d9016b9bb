import { randomBytes, randomInt } from 'node:crypto';
import pg from 'pg';
import { newId } from '../server/platform/ids.ts';

/** Values of one row in PostgreSQL's own text; null is null. */
type Row = Readonly<Record<string, string | null>>;

interface Table {
  readonly name: string;
  readonly key: readonly string[];
  /** Binary columns that a unique index forbids to repeat. */
  readonly unique: ReadonlySet<string>;
}

interface Change {
  readonly table: Table;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly row: Row;
  readonly changed: readonly string[];
}

/** A case that bare SQL carries: which of its own ids and numbers stand for the recorded one's. */
export type Copy = Map<string, string>;

/** One act as bare statements. */
export type Recording = readonly Statement[];

interface Statement {
  readonly query: { readonly name: string; readonly text: string };
  readonly values: readonly ((copy: Copy) => string | null)[];
  /** What later statements need of the row that comes back, by column. */
  readonly keeps: readonly string[];
}

/** Values leave and enter as text, so that a row is written exactly as it was read. */
const asText = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig;

const quiet = ['migrations', 'installation', 'access_log', 'sessions', 'attempts'];
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Watches what each act of the product leaves in the database: the difference of the rows before and after. Played back
 * for another case those are the same rows, written without the product.
 */
export async function openRecorder(connection: pg.ClientConfig) {
  const client = new pg.Client({ ...connection, types: asText });
  await client.connect();
  await client.query('set timezone to utc');
  const tables = await readTables(client);
  const read = async () => {
    const all = new Map<Table, ReadonlyMap<string, Row>>();
    for (const table of tables) all.set(table, await rowsOf(table));
    return all;
  };
  const rowsOf = async (table: Table) => {
    const { rows } = await client.query<Row>(`select * from ${table.name}`);
    return new Map(rows.map((row) => [table.key.map((column) => row[column]).join('|'), row]));
  };
  let before = await read();
  const known = new Set<string>();
  for (const rows of before.values())
    for (const row of rows.values())
      for (const value of Object.values(row)) for (const [id] of value?.matchAll(uuid) ?? []) known.add(id);
  let caseNo: string | undefined;

  return {
    /** The rows that the act which was just done has written. */
    async record(act: string): Promise<Recording> {
      const after = await read();
      const changes = tables.flatMap((table) => changesOf(table, before.get(table) ?? new Map(), after.get(table)));
      before = after;
      caseNo ??= changes.find(({ row }) => row['case_no'] != null)?.row['case_no'] ?? undefined;
      return statementsOf(act, changes, { known, caseNo });
    },
    close: () => client.end(),
  };
}

async function readTables(client: pg.Client): Promise<Table[]> {
  // Parents were created before the children that refer to them.
  const { rows } = await client.query<{ name: string; key: string; binary: string | null }>(`
    select c.relname as name,
      (select string_agg(a.attname, ',' order by k.position) from pg_index i
        cross join unnest(i.indkey::int[]) with ordinality as k (number, position)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select string_agg(distinct a.attname, ',') from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int[])
        where i.indrelid = c.oid and i.indisunique and a.atttypid = 'bytea'::regtype) as binary
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
      and not c.relname = any ('{${quiet.join(',')}}')
    order by c.oid
  `);
  return rows.map(({ name, key, binary }) => ({ name, key: key.split(','), unique: new Set(binary?.split(',')) }));
}

function changesOf(
  table: Table,
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row> = new Map(),
): Change[] {
  const made = [...after].flatMap(([key, row]): Change[] => {
    const old = before.get(key);
    if (old === undefined) return [{ table, kind: 'insert', row, changed: Object.keys(row) }];
    const changed = Object.keys(row).filter((column) => row[column] !== old[column]);
    return changed.length === 0 ? [] : [{ table, kind: 'update', row, changed }];
  });
  const gone = [...before].filter(([key]) => !after.has(key));
  return [...gone.map(([, row]): Change => ({ table, kind: 'delete', row, changed: [] })), ...made];
}

/** The request first, what queues for a lock last: counters, documents, ledger, jobs. A careful program does so too. */
const places = [
  'requests',
  '',
  'document_counters',
  'documents',
  'licences',
  'document_services',
  'ledger_heads',
  'ledger_rows',
  'jobs',
];
/** Their numbers come from a counter: gap-free by organ, 字 and year. */
const numberedTables = new Set(['documents', 'licences']);
const placeOf = ({ table }: Change) => places.indexOf(places.includes(table.name) ? table.name : '');

function statementsOf(
  act: string,
  changes: readonly Change[],
  own: { known: ReadonlySet<string>; caseNo: string | undefined },
): Recording {
  const ordered = [...changes].filter(({ table }) => table.name !== 'case_number_counters');
  const numbered = ordered.length < changes.length;
  ordered.sort((a, b) => placeOf(a) - placeOf(b));
  const statements: Omit<Statement, 'query'>[] = [];
  const texts: string[] = [];
  const add = (text: string, values: Statement['values'], keeps: readonly string[] = []) => {
    texts.push(text);
    statements.push({ values, keeps });
  };
  const district = ordered[0]?.row['district'] ?? '';
  if (numbered)
    add(
      `insert into case_number_counters (district, day, stripe, last_number) values ($1, $2, $3, 1)
       on conflict (district, day, stripe) do update set last_number = case_number_counters.last_number + 1
       returning 'BJ431302' || to_char(day, 'YYYYMMDD') || lpad(((last_number - 1) * 16 + stripe + 1)::text, 6, '0') as case_no`,
      [
        () => district,
        () => changes.find(({ table }) => table.name === 'case_number_counters')?.row['day'] ?? null,
        () => String(randomInt(16)),
      ],
      ['case_no'],
    );
  for (const group of grouped(ordered)) {
    const [{ table, kind, row, changed }] = group;
    const value = (of: Row, column: string) => valueFor(table, of, column, own);
    const where = (of: Row, from: number) => ({
      text: table.key.map((column, index) => `${column} = $${from + index}`).join(' and '),
      values: table.key.map((column) => value(of, column)),
    });
    if (table.name === 'document_counters') {
      add(
        `insert into document_counters (district, organisation_id, word, year, last_number) values ($1, $2, $3, $4, 1)
         on conflict (district, organisation_id, word, year) do update set last_number = document_counters.last_number + 1
         returning last_number as number`,
        ['district', 'organisation_id', 'word', 'year'].map((column) => value(row, column)),
        [`number:${row['word']}`],
      );
    } else if (table.name === 'ledger_heads') {
      const { row: entry } = changes.find(
        (change) => change.table.name === 'ledger_rows' && change.row['subject_id'] === row['subject_id'],
      ) as Change;
      add(
        `insert into ledger_heads (district, subject_kind, subject_id, sequence, hash)
         values ($1, $2, $3, 1, sha256(convert_to('1:1:' || $4::text, 'UTF8')))
         on conflict (district, subject_kind, subject_id) do update set sequence = ledger_heads.sequence + 1, sealed_in = null,
           hash = sha256(convert_to('1:' || (ledger_heads.sequence + 1) || ':', 'UTF8') || ledger_heads.hash || convert_to($4::text, 'UTF8'))
         returning sequence, hash`,
        [...table.key.map((column) => value(row, column)), value(entry, 'body')],
        [`sequence:${row['subject_kind']}`, `hash:${row['subject_kind']}`],
      );
    } else if (kind === 'insert') {
      const columns = Object.keys(row);
      add(
        `insert into ${table.name} (${columns.join(', ')}) values ${group
          .map((_, line) => `(${columns.map((_, index) => `$${line * columns.length + index + 1}`).join(', ')})`)
          .join(', ')}`,
        group.flatMap((change) => columns.map((column) => value(change.row, column))),
      );
    } else if (kind === 'update') {
      const found = where(row, changed.length + 1);
      add(
        `update ${table.name} set ${changed.map((column, index) => `${column} = $${index + 1}`).join(', ')} where ${found.text}`,
        [...changed.map((column) => value(row, column)), ...found.values],
      );
    } else {
      const found = where(row, 1);
      add(`delete from ${table.name} where ${found.text}`, found.values);
    }
  }
  return statements.map((statement, index) => ({
    ...statement,
    query: { name: `${act} ${index}`, text: texts[index] ?? '' },
  }));
}

/** Rows of one table that were inserted together go in one statement; everything else stands alone. */
function grouped(changes: readonly Change[]): [Change, ...Change[]][] {
  return changes.reduce<[Change, ...Change[]][]>((groups, change) => {
    const last = groups.at(-1);
    const alone =
      change.kind !== 'insert' || change.table.name.startsWith('ledger_') || change.table.name === 'documents';
    if (last !== undefined && !alone && last[0].kind === 'insert' && last[0].table === change.table) last.push(change);
    else groups.push([change]);
    return groups;
  }, []);
}

/** How a recorded value is made for another case: ids and numbers are its own, the rest is the same. */
function valueFor(
  table: Table,
  row: Row,
  column: string,
  { known, caseNo }: { known: ReadonlySet<string>; caseNo: string | undefined },
): (copy: Copy) => string | null {
  const recorded = row[column] ?? null;
  if (recorded === null) return () => null;
  if (table.unique.has(column)) {
    const bytes = recorded.length / 2 - 1;
    return () => `\\x${randomBytes(bytes).toString('hex')}`;
  }
  // What is numbered in an act took its number from the counter of its 字.
  if (numberedTables.has(table.name) && column === 'number')
    return (copy) => copy.get(`number:${row['word']}`) ?? recorded;
  if (table.name === 'ledger_rows' && (column === 'sequence' || column === 'hash'))
    return (copy) => copy.get(`${column}:${row['subject_kind']}`) ?? null;
  const own = [...new Set([...recorded.matchAll(uuid)].map(([id]) => id))].filter((id) => !known.has(id));
  const names = caseNo !== undefined && recorded.includes(caseNo) ? [...own, caseNo] : own;
  if (names.length === 0) return () => recorded;
  const parts = recorded.split(new RegExp(`(${names.join('|')})`));
  return (copy) => parts.map((part, index) => (index % 2 === 0 ? part : nameIn(copy, part, caseNo))).join('');
}

function nameIn(copy: Copy, name: string, caseNo: string | undefined): string {
  if (name === caseNo) return copy.get('case_no') ?? '';
  const found = copy.get(name) ?? newId();
  copy.set(name, found);
  return found;
}

/** Bare `pg`: a pool as large as the product's, prepared statements, one transaction an act, one await after another. */
export function openBare(connection: pg.ClientConfig, poolSize: number) {
  const pool = new pg.Pool({ ...connection, max: poolSize, types: asText });
  return {
    async play(recording: Recording, copy: Copy): Promise<void> {
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const { query, values, keeps } of recording) {
          const { rows } = await client.query({ ...query, values: values.map((value) => value(copy)) });
          for (const kept of keeps) copy.set(kept, rows[0][kept.split(':')[0] ?? '']);
        }
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    /** Lets the database count its rows, so that both sides' plans fit them. */
    analyze: () => pool.query('analyze'),
    close: () => pool.end(),
  };
}
