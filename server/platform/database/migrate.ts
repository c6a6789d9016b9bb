import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './index.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** Brings the schema up to date: plain SQL files, forward only, each in its own transaction, one server at a time. */
export async function migrate(db: Database): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('select pg_advisory_lock(7062015)');
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const done = new Set(
      (await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name),
    );
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of files) {
      if (done.has(name)) continue;
      const text = await readFile(new URL(name, folder), 'utf8');
      await client.query('begin');
      try {
        await client.query(text);
        await client.query('insert into migrations (name) values ($1)', [name]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await client.query('select pg_advisory_unlock(7062015)').catch(() => {});
    client.release();
  }
}
