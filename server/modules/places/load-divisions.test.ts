import { expect, test } from 'vitest';
import { foundPlaces, organKeys } from '../../demo/places.ts';
import { transact } from '../../platform/database/index.ts';
import { systemCall } from '../../platform/http/call.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { createTestDatabase } from '../../tests/support/database.ts';
import { loadDivisions } from './load-divisions.ts';
import { getCenters, getDistrict, getRegions } from './place.queries.ts';
import { loadPlaces } from './place.store.ts';

const db = await createTestDatabase();
const now = Temporal.Instant.from('2026-10-21T02:30:00Z');
const callIn = (district: string) =>
  systemCall({ district, demo: true, now, today: Temporal.PlainDate.from('2026-10-21') });
const fromDay = Temporal.PlainDate.from('2023-06-30');

test('娄星区 431302 founds the demo: 13 townships and 233 villages, each with its centre.', async () => {
  const call = callIn('louxing');
  const founded = await transact(db, (tx) => foundPlaces(tx, call));
  const places = await loadPlaces(db, 'louxing');
  const townships = places.childrenOf(founded.regionId);
  expect(townships).toHaveLength(13);
  expect(places.descendantsOf(founded.regionId)).toHaveLength(1 + 13 + 233);
  expect(places.organs).toHaveLength(organKeys.length + 13);
  expect(places.centers).toHaveLength(1 + 13 + 233);
  expect(new Set(places.centers.map(({ phone }) => phone)).size).toBe(247);
  expect(places.organs.every(({ name }) => name.zh.endsWith('（演示）') && name.en.endsWith('(demo)'))).toBe(true);
  const shanshan = townships.find(({ name }) => name.zh === '杉山镇');
  expect(places.townshipOrganOf(shanshan?.id ?? '')?.name.zh).toBe('娄星区杉山镇人民政府（演示）');
  expect(await getChain(db, 'louxing', { kind: 'region', id: founded.regionId })).toMatchObject([
    { act: 'divisions.loaded' },
  ]);
});

test('行政复议法 24, 27: a decision is reconsidered by the government of its level, of a tax bureau by the bureau above it', async () => {
  const { organs } = await loadPlaces(db, 'louxing');
  const above = new Map(organs.map(({ name, reconsiderationOrgan }) => [name.zh, reconsiderationOrgan]));
  expect(above.get('娄星区税务局（演示）')).toBe('市税务局（演示）');
  expect(above.get('娄星区卫生健康局（演示）')).toBe('娄星区人民政府（演示）');
  expect(above.get('娄星区杉山镇人民政府（演示）')).toBe('娄星区人民政府（演示）');
});

test('The district, its regions and the centres for a village are told in one question each.', async () => {
  const call = callIn('louxing');
  const district = await getDistrict(db, {}, call);
  expect(district).toMatchObject({
    code: '431302',
    name: { zh: '娄星区', en: 'Louxing District' },
    mode: 'demo',
    today: '2026-10-21',
  });
  const { regions: townships } = await getRegions(db, {}, call);
  const shanshan = townships.find(({ name }) => name.zh === '杉山镇');
  const { regions: villages } = await getRegions(db, { parentId: shanshan?.id ?? '' }, call);
  const huaxi = villages.find(({ name }) => name.zh === '花溪村');
  const { centers } = await getCenters(db, { regionId: huaxi?.id ?? '' }, call);
  expect(centers.map(({ name, open }) => [name.zh, open])).toEqual([
    ['花溪村便民服务站', { now: true, until: '12:00' }],
    ['杉山镇便民服务中心', { now: true, until: '17:30' }],
    ['娄星区政务服务中心', { now: true, until: '17:00' }],
  ]);
});

test('济源 419001, directly under its province, loads like any other: 16 townships and 557 villages.', async () => {
  const loaded = await transact(db, (tx) => loadDivisions(tx, { regionCode: '419001', fromDay }, callIn('jiyuan')));
  expect(loaded).toMatchObject({ townships: 16, villages: 557 });
  const places = await loadPlaces(db, 'jiyuan');
  expect(places.root).toMatchObject({ code: '419001000000', name: { zh: '济源市', en: 'Jiyuan City' } });
});

test.each([
  ['999999', 'no_such_region'],
  ['43130', 'no_such_region'],
  ['431302', 'region_already_here'],
])('A code that names no county, or one that is here, is refused: %s.', async (regionCode, code) => {
  await expect(
    transact(db, (tx) => loadDivisions(tx, { regionCode, fromDay }, callIn('louxing'))),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'regionCode', code }],
  });
});

test('What an act added and rolled back is never seen.', async () => {
  const district = 'undone';
  const undone = transact(db, async (tx) => {
    await loadDivisions(tx, { regionCode: '431302', fromDay }, callIn(district));
    expect((await loadPlaces(tx, district)).root?.name.zh).toBe('娄星区');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect((await loadPlaces(db, district)).root).toBeUndefined();
  await expect(getDistrict(db, {}, callIn(district))).rejects.toMatchObject({ code: 'not_found' });
});

test('A region that does not exist is refused, whatever is asked of it.', async () => {
  const nowhere = '0199f000-0000-7000-8000-000000000000';
  await expect(getRegions(db, { parentId: nowhere }, callIn('louxing'))).rejects.toMatchObject({ code: 'not_found' });
  await expect(getCenters(db, { regionId: nowhere }, callIn('louxing'))).rejects.toMatchObject({ code: 'not_found' });
});
