import { expect, test } from 'vitest';
import { transact } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { openTown } from '../../tests/support/town.ts';
import { authoriseIntake, endIntake } from './index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { seniorCard, hygieneLicence } = town.items;
const itemIds = [seniorCard, hygieneLicence];

async function postWith(held: readonly string[]): Promise<string> {
  const { rows } = await town.db.pool.query<{ id: string }>(`select id from posts where role = 'windowClerk' limit 1`);
  const postId = rows[0]?.id ?? '';
  await town.db.pool.query('delete from post_items where post_id = $1', [postId]);
  for (const itemId of held)
    await town.db.pool.query(
      'insert into post_items (district, post_id, item_id, from_day) select district, id, $2, $3 from posts where id = $1',
      [postId, itemId, '2026-01-05'],
    );
  return postId;
}

const authorise = (postId: string) =>
  transact(town.db, (tx) => authoriseIntake(tx, { postIds: [postId], itemIds }, town.systemCall()));
const end = (postId: string) => {
  const pairs = itemIds.map((itemId) => ({ postId, itemId }));
  const fromDay = Temporal.PlainDate.from(town.today());
  return transact(town.db, (tx) => endIntake(tx, { pairs, fromDay }, town.systemCall()));
};

async function told(postId: string): Promise<[string, string[]][]> {
  const chain = await getChain(town.db, town.systemCall().district, { kind: 'post', id: postId });
  return chain
    .filter(({ act }) => act.startsWith('post.intake'))
    .map(({ act, body }) => [act, (JSON.parse(body) as { facts: { items: string[] } }).facts.items]);
}
const daysOf = async (postId: string) =>
  (
    await town.db.pool.query<{ from: string; until: string | null }>(
      'select from_day as from, until_day as until from post_items where post_id = $1 order by item_id, from_day',
      [postId],
    )
  ).rows;

test('The ledger says the pairs that changed and no others; what begins and ends on one day has that day.', async () => {
  const postId = await postWith([seniorCard]);
  await authorise(postId);
  await authorise(postId);
  await end(postId);
  await end(postId);
  const [first, second] = await told(postId);
  expect(first).toEqual(['post.intakeAuthorised', [hygieneLicence]]);
  expect([second?.[0], second?.[1].toSorted()]).toEqual(['post.intakeEnded', itemIds.toSorted()]);
  expect(await told(postId)).toHaveLength(2);
  for (const { from, until } of await daysOf(postId)) expect(until !== null && until >= from).toBe(true);

  // Taken up again on the same day, it goes on.
  await authorise(postId);
  expect((await daysOf(postId)).filter(({ until }) => until === null)).toHaveLength(2);
});
