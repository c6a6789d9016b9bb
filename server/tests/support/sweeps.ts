import { sql, transact } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { JobKind } from '../../platform/jobs/index.ts';
import type { Town } from './town.ts';

/** So many copies of one row. */
export interface Copies {
  readonly table: string;
  readonly id: string;
  readonly count: number;
  /** What the copies have of their own. */
  readonly change?: Readonly<Record<string, unknown>>;
  /** Columns that name a row which was copied as often: each copy names the copy of its own number. */
  readonly links?: readonly string[];
  /** Columns that are unique: a text gets the copy's number behind it, a number becomes it. */
  readonly unique?: readonly string[];
}

/** Plants rows that no test could file one by one. The copy of a row by its number is always the same id. */
export async function plant(town: Town, copies: Copies): Promise<void> {
  const { table, id, count, change = {}, links = [], unique = [] } = copies;
  await town.db.pool.query(
    `
    insert into ${table} select copy.* from ${table} t cross join generate_series(1, $2::int) n
    cross join lateral (
      select jsonb_object_agg(key, case
        when key = any($4::text[]) then to_jsonb(md5((value #>> '{}') || n)::uuid)
        when jsonb_typeof(value) = 'number' then to_jsonb(1000000 + n)
        when value #>> '{}' like '\\\\x%' then to_jsonb((value #>> '{}') || lpad(to_hex(n), 8, '0'))
        else to_jsonb((value #>> '{}') || '-' || n) end) as own
      from jsonb_each(to_jsonb(t) || $3::jsonb)
      where key = any($4::text[] || $5::text[]) and value <> 'null'
    ) o
    cross join lateral jsonb_populate_record(t, $3::jsonb || o.own) copy
    where t.id = $1
    `,
    [id, count, JSON.stringify(change), ['id', ...links], unique],
  );
}

/**
 * Runs a nightly search and whatever it plans to go on by, as the worker does: the row of a job is there until its own
 * transaction ends. Says in how many rounds it was through; a search that does not end is a mistake.
 */
export async function roundsOf(
  town: Town,
  kinds: readonly JobKind[],
  [first, more]: readonly [string, string],
): Promise<number> {
  const { pool } = town.db;
  const call = town.systemCall();
  const payload = { day: call.today.toString() };
  await pool.query(`insert into jobs (district, id, kind, payload, run_at) values ($1, $2, $3, $4, $5)`, [
    ...[town.district, newId(), first, JSON.stringify(payload), call.now.toString()],
  ]);
  for (let rounds = 0; rounds < 12; rounds += 1) {
    const { rows } = await pool.query<{ id: string; kind: string; payload: never }>(
      `select id, kind, payload from jobs where kind in ($1, $2) and run_at <= $3 order by run_at, id limit 1`,
      [first, more, call.now.toString()],
    );
    const [row] = rows;
    if (row === undefined) return rounds;
    const job = kinds.find(({ kind }) => kind === row.kind);
    if (job === undefined) throw new Error(`Nobody does ${row.kind}.`);
    await transact(town.db, async (tx) => {
      await job.run(tx, row.payload, call, undefined as never);
      tx.atCommit.push((closing) => sql`delete from jobs where id = ${row.id}`.execute(closing));
    });
  }
  throw new Error(`${first} does not end.`);
}

/** How many different matters the jobs of a kind are about. */
export async function plannedFor(town: Town, kind: string, what = 'caseId'): Promise<number> {
  const { rows } = await town.db.pool.query<{ count: string }>(
    `select count(distinct payload ->> $2) as count from jobs where kind = $1`,
    [kind, what],
  );
  return Number(rows[0]?.count);
}
