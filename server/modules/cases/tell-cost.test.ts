import { expect, test } from 'vitest';
import { takeInLicence } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00', papers: 'whenAsked' });

/** What is sent to the database. */
let sent: string[] = [];
const watched = new WeakSet<object>();
town.db.pool.on('acquire', (client) => {
  if (watched.has(client)) return;
  watched.add(client);
  const send = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    sent.push(String(given[0]).trim());
    return send(...given);
  }) as never;
});

/** What it costs to tell and send so many messages. */
async function costOf(many: number): Promise<{ statements: number; transactions: number }> {
  for (let filed = 0; filed < many; filed += 1)
    await takeInLicence(town, town.clerk, { phone: `1300000${String(filed).padStart(4, '0')}` });
  sent = [];
  await town.settle();
  const cost = { statements: sent.length, transactions: sent.filter((text) => text === 'commit').length };
  const { rows } = await town.db.pool.query('select count(*)::int from messages where state = $1', ['sent']);
  await town.db.pool.query('delete from messages');
  expect(rows).toEqual([{ count: many }]);
  return cost;
}

test('Fifty messages are told and sent in as many statements as one, in two transactions', async () => {
  await town.settle();
  const one = await costOf(1);
  const fifty = await costOf(50);
  expect(fifty.transactions).toBe(2);
  expect(fifty.statements).toBeLessThanOrEqual(one.statements);
  expect(fifty.statements).toBeLessThanOrEqual(20);
});
