import { expect, test } from 'vitest';
import { foundItems } from '../../demo/items.ts';
import { foundPlaces } from '../../demo/places.ts';
import { sql, transact } from '../../platform/database/index.ts';
import { systemCall } from '../../platform/http/call.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { createCalendar } from '../deadlines/index.ts';
import { getGuide } from './item.queries.ts';
import type { PublishItemVersion } from './item.rules.ts';
import { getItemVersion, getVersionInForce } from './item.store.ts';
import { publishItemVersion } from './publish-item-version.ts';

const db = await createTestDatabase();
const callOn = (day: string) =>
  systemCall({
    district: 'louxing',
    demo: true,
    now: Temporal.Instant.from(`${day}T02:30:00Z`),
    today: Temporal.PlainDate.from(day),
  });
const call = callOn('2026-10-21');
const { places, items } = await transact(db, async (tx) => {
  await createCalendar(tx, {}, call);
  const places = await foundPlaces(tx, call);
  const items = await foundItems(tx, places.organs, call);
  return { places, items };
});
const hygiene = await getVersionInForce(db, call, items.hygieneLicence);
const senior = await getVersionInForce(db, call, items.seniorCard);
const publish = (change: Partial<PublishItemVersion>) => {
  const { id: _, itemId: __, version: ___, ...input } = hygiene;
  return transact(db, (tx) => publishItemVersion(tx, { ...input, ...change }, call));
};

test('The guide of a licence dates its latest answer (R-2.4) and its decision from the latest acceptance on.', async () => {
  const guide = await getGuide(db, call, { itemId: items.hygieneLicence });
  // 22, 23, 26, 27, 28 October; then ten working days more.
  expect(guide.ifAppliedToday).toMatchObject({
    answeredByDay: '2026-10-28',
    decidedByDay: '2026-11-11',
    provisional: false,
  });
  expect(guide.ifAppliedToday.explanation).toMatchObject({
    startDay: '2026-10-28',
    dueDay: '2026-11-11',
    summary: { countingBasis: { law: '行政许可法', article: '第八十二条' } },
  });
  expect(guide.statutoryLimit).toEqual({
    amount: 20,
    unit: 'workingDays',
    basis: { law: '行政许可法', article: '第四十二条第一款', mark: 'sample' },
  });
  expect(guide.centers).toHaveLength(14);
});

test('The guide of what townships decide leads to the township of the region, and nowhere else.', async () => {
  const [stationRegion] = [...places.centers.villages.keys()];
  const { rows } = await sql<{ regionId: string }>`
    select region_id from region_versions where district = 'louxing' and code = ${stationRegion}
  `.execute(db);
  const guide = await getGuide(db, call, { itemId: items.seniorCard, regionId: rows[0]?.regionId ?? '' });
  expect(guide.centers.map(({ name }) => name.zh)).toEqual(['乐坪街道便民服务中心']);
  expect(guide.ifAppliedToday).toMatchObject({ answeredByDay: '2026-10-28', decidedByDay: '2026-10-29' });
});

test('R-1.4: a change is a new version; the old one stays, and binds until the new one begins.', async () => {
  const made = await publish({ effectiveDay: '2026-11-01', content: { ...hygiene.content, visits: 2 } });
  expect(made).toMatchObject({ itemId: items.hygieneLicence, version: 2 });
  expect(await getVersionInForce(db, callOn('2026-10-31'), items.hygieneLicence)).toMatchObject({ version: 1 });
  expect(await getVersionInForce(db, callOn('2026-11-01'), items.hygieneLicence)).toMatchObject({ version: 2 });
  expect(await getItemVersion(db, 'louxing', hygiene.id)).toEqual(hygiene);
  expect(await getChain(db, 'louxing', { kind: 'item', id: items.hygieneLicence })).toMatchObject([
    { act: 'item.published' },
    { act: 'item.published' },
  ]);
});

test('R-2.15: a promise over the law’s limit is not published.', async () => {
  const promisedLimit = { ...hygiene.content.promisedLimit, amount: 21 };
  await expect(publish({ content: { ...hygiene.content, promisedLimit } })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'content.promisedLimit', code: 'promise_over_law', facts: { max: 20 } }],
  });
});

test('What does not have the shape of an item is refused field by field.', async () => {
  const { fee: _, ...broken } = { ...hygiene.content, visits: -1 };
  await expect(publish({ content: broken as typeof hygiene.content })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: expect.arrayContaining([
      { field: 'content.fee', code: 'required' },
      { field: 'content.visits', code: 'format' },
    ]),
  });
});

test('Only an administrative organ of the district accepts or decides.', async () => {
  await expect(publish({ decidingOrganId: items.seniorCard })).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'decidingOrganId', code: 'not_an_organ' }],
  });
});

test('An item before its first day is not offered, and an unknown one is not found.', async () => {
  await expect(getVersionInForce(db, callOn('2026-06-30'), senior.itemId)).rejects.toMatchObject({
    code: 'item_not_offered',
  });
  await expect(getVersionInForce(db, call, senior.id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(getItemVersion(db, 'louxing', senior.itemId)).rejects.toMatchObject({ code: 'not_found' });
});

test('Two publications at once get two numbers.', async () => {
  const made = await Promise.all([publish({}), publish({}), publish({})]);
  expect(made.map(({ version }) => version).toSorted()).toEqual([3, 4, 5]);
});
