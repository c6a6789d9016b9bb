import { expect, test } from 'vitest';
import { foundItems } from '../../demo/items.ts';
import { foundPlaces } from '../../demo/places.ts';
import { sql, transact } from '../../platform/database/index.ts';
import { systemCall } from '../../platform/http/call.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { createCalendar } from '../deadlines/index.ts';
import { findItems, getGuide } from './item.queries.ts';
import { getItemVersion, getVersionInForce } from './item.store.ts';
import { type PublishItemVersion, publishItemVersion } from './publish-item-version.ts';

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

test.each([
  ['老人坐车不要钱', 'seniorCard', ['老人', '坐车不要钱']],
  ['老年证', 'seniorCard', ['老年证']],
  ['我想给我妈办个敬老卡', 'seniorCard', ['敬老卡']],
  ['65岁免费公交怎么办', 'seniorCard', ['65岁', '免费公交']],
  ['爷爷奶奶坐公交', 'seniorCard', ['爷爷奶奶', '坐公交']],
  ['老年人优待证', 'seniorCard', ['老年人优待证']],
  ['优待', 'seniorCard', ['优待']],
  ['laonianzheng', 'seniorCard', ['laonianzheng']],
  ['lao nian ren', 'seniorCard', undefined],
  ['lnryd', 'seniorCard', ['lnryd']],
  ['senior citizen card', 'seniorCard', undefined],
  ['free bus for old people', 'seniorCard', undefined],
  ['开理发店', 'hygieneLicence', ['开理发店']],
  ['我想开个理发店要什么证', 'hygieneLicence', ['理发店']],
  ['开旅馆需要什么手续', 'hygieneLicence', ['开旅馆']],
  ['卫生证', 'hygieneLicence', ['卫生证']],
  ['卫生许可证怎么办理', 'hygieneLicence', ['卫生许可证']],
  ['准备开一家民宿', 'hygieneLicence', ['民宿']],
  ['游泳池', 'hygieneLicence', ['游泳池']],
  ['wsxk', 'hygieneLicence', ['wsxk']],
  ['weishengxukezheng', 'hygieneLicence', undefined],
  ['hygiene license', 'hygieneLicence', undefined],
  ['OPEN A HOTEL', 'hygieneLicence', undefined],
  ['ｋｔｖ', 'hygieneLicence', ['ktv']],
] as const)('“%s” finds its item first, and says because of which words.', async (q, item, because) => {
  const [best] = await findItems(db, call, { q });
  expect(best?.itemId).toBe(items[item]);
  if (because !== undefined) expect(best?.because).toEqual(because);
});

test.each([
  '孩子出生',
  '修水管',
  '怎么办',
  '我要结婚',
  'passport',
  '???',
  '社保卡丢了',
  '医保报销结果查询',
  '小孩上小学',
  '身份证丢了',
])('“%s” finds nothing rather than something else.', async (q) => {
  expect(await findItems(db, call, { q })).toEqual([]);
});

test('What nobody found is counted without long numbers.', async () => {
  for (const q of ['丢了 431302194912120017', '丢了 431302194912120017']) await findItems(db, call, { q });
  const { rows } = await sql<{ query: string; times: number }>`
    select query, times from search_misses where district = 'louxing' and query like '丢了%'
  `.execute(db);
  expect(rows).toEqual([{ query: '丢了 …', times: 2 }]);
});

test('A life event lists its items, and no question lists all.', async () => {
  expect((await findItems(db, call, { lifeEvent: 'senior' })).map(({ itemId }) => itemId)).toEqual([items.seniorCard]);
  expect(await findItems(db, call, { lifeEvent: 'birth' })).toEqual([]);
  const all = await findItems(db, call, {});
  expect(all.map(({ decidedBy }) => decidedBy.zh).toSorted()).toEqual([
    '乡镇人民政府（街道办事处）',
    '娄星区卫生健康局（演示）',
  ]);
});

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
    basis: { law: '行政许可法', article: '第四十二条第一款', mark: 'checked' },
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
