import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';

/**
 * A migrated database of this test file's own, on the run's one server: `const db = await createTestDatabase();` at the
 * top of the file. It is dropped after the file's last test; tests of one file share it and are never truncated apart.
 */
export function createTestDatabase(): Promise<Database> {
  return createDatabase(inject('template'));
}

/** The same before any migration. */
export function createEmptyDatabase(): Promise<Database> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<Database> {
  const name = `test_${newId().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${template}`);
  const db = openDatabase({ connection: { ...inject('server'), database: name }, poolSize: 8 });
  afterAll(async () => {
    await db.pool.end();
    await administer(`drop database ${name} with (force)`);
  });
  return db;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(inject('server'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
