import { type Database, sql } from './index.ts';

/** Settings under which PostgreSQL would lose acknowledged rows or garble Chinese text. */
const wanted: Record<string, { fine: (value: string) => boolean; why: string }> = {
  fsync: { fine: (value) => value === 'on', why: 'a power cut would lose acknowledged rows' },
  full_page_writes: { fine: (value) => value === 'on', why: 'a power cut could tear pages' },
  synchronous_commit: { fine: (value) => value !== 'off', why: 'a crash would lose acknowledged rows' },
  server_encoding: { fine: (value) => value === 'UTF8', why: 'names would be garbled' },
};

/** Looks at a PostgreSQL server before it is used; refuses, in a sentence, what would lose or garble data. */
export async function checkServer(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any(${[...Object.keys(wanted), 'server_version_num']}::text[])
  `.execute(db);
  const settings = new Map(rows.map((row) => [row.name, row.setting]));
  if (Number(settings.get('server_version_num')) < 150000) throw new Error('PostgreSQL 15 or newer is needed.');
  for (const [name, { fine, why }] of Object.entries(wanted)) {
    const value = settings.get(name) ?? '';
    if (!fine(value)) throw new Error(`The database has ${name} = ${value}: ${why}.`);
  }
  const { rows: locale } = await sql<{
    ctype: string;
  }>`select datctype as ctype from pg_database where datname = current_database()`.execute(db);
  if (/^(C|POSIX)$/.test(locale[0]?.ctype ?? ''))
    throw new Error(
      'The database has the character type C: searching Chinese text would find nothing. Use C.UTF-8 or zh_CN.UTF-8.',
    );
}
