import { expect, test } from 'vitest';
import { transact } from '../../platform/database/index.ts';
import { copyItems } from '../../tests/support/many-items.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce } from './item.store.ts';
import { publishItemVersion } from './publish-item-version.ts';

const town = await openTown();
await copyItems(town.db, town.district, { items: 3000, versions: 5, effectiveDay: '2026-02-01' });
const { rows: items } = await town.db.pool.query<{ id: string }>('select id from items order by random() limit 500');

/** Milliseconds of each call, the quickest first. */
async function times(calls: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const taken: number[] = [];
  for (const call of calls) {
    const from = performance.now();
    await call();
    taken.push(performance.now() - from);
  }
  return taken.toSorted((a, b) => a - b);
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

test('3,000 items of 5 versions: a guide takes less than 10 ms of the server', async () => {
  const taken = await times(
    items.map(
      ({ id }) =>
        () =>
          town.visitor.call('GET /items/:itemId', { itemId: id }),
    ),
  );
  say(`guide: p50 ${at(taken, 0.5).toFixed(1)} ms, p95 ${at(taken, 0.95).toFixed(1)} ms`);
  expect(at(taken, 0.95)).toBeLessThan(10);
});

test('3,000 items of 5 versions: a publication, and the first search, list and figures after it', async () => {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, town.items.seniorCard);
  const publish = () =>
    transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today() }, call));
  await town.visitor.call('GET /items', { q: '老年证' });
  const taken = {
    publication: await times(Array.from({ length: 20 }, () => publish)),
    'first search after one': [] as number[],
    'first lists after one': [] as number[],
    'first figures after one': [] as number[],
  };
  for (let round = 0; round < 5; round += 1) {
    await publish();
    taken['first search after one'].push(...(await times([() => town.visitor.call('GET /items', { q: '老年证' })])));
    await publish();
    taken['first lists after one'].push(...(await times([() => town.visitor.call('GET /lists', {})])));
    await publish();
    taken['first figures after one'].push(...(await times([() => town.visitor.call('GET /figures', {})])));
  }
  for (const [what, each] of Object.entries(taken)) {
    const sorted = each.toSorted((a, b) => a - b);
    say(`${what}: p50 ${at(sorted, 0.5).toFixed(1)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms`);
  }
  expect(Math.max(...taken.publication)).toBeLessThan(30_000);
});
