import { expect, test } from 'vitest';
import { sql, transact } from '../../platform/database/index.ts';
import { createTestDatabase } from './database.ts';

const db = await createTestDatabase();
const other = await createTestDatabase();

test('Two test databases are migrated and share nothing', async () => {
  await transact(db, (tx) =>
    sql`insert into installation (district, mode, created_at, key_check) values ('test', 'demo', now(), '\\x00'::bytea)`.execute(
      tx,
    ),
  );
  const count = sql<{ count: number }>`select count(*) from installation`;
  expect((await count.execute(db)).rows).toEqual([{ count: 1 }]);
  expect((await count.execute(other)).rows).toEqual([{ count: 0 }]);
});
