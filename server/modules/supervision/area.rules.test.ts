import { expect, test } from 'vitest';
import { type Center, type Place, placesOf } from '../places/place.rules.ts';
import { areasOf, digestOfAreas, holdersOf, regionsIn } from './area.rules.ts';

const region = (id: string, level: Place['level'], parentId?: string, successorId?: string): Place => ({
  ...{ id, code: id, name: { zh: id, en: id }, level, inForce: successorId === undefined },
  ...(parentId !== undefined && { parentId }),
  ...(successorId !== undefined && { successorId }),
});
const center = (id: string, level: Center['level'], regionId: string): Center => ({
  ...{ id, name: { zh: id, en: id }, level, regionId, organId: 'organ' },
  ...{ address: { zh: '', en: '' }, phone: '', hours: [], serves: [] },
});
const regions = [
  region('district', 'DISTRICT'),
  region('a', 'TOWNSHIP', 'district'),
  region('b', 'TOWNSHIP', 'district'),
  region('a1', 'VILLAGE', 'a'),
  region('b1', 'VILLAGE', 'b'),
];
const centers = [
  center('hall', 'DISTRICT', 'district'),
  center('town', 'TOWNSHIP', 'a'),
  center('station', 'VILLAGE', 'a1'),
];
const before = placesOf({ regions, organs: [], centers });
const merged = placesOf({
  regions: [...regions.slice(0, 3), region('a1', 'VILLAGE', 'a', 'b1'), ...regions.slice(4)],
  organs: [],
  centers,
});
const ids = (places: readonly Place[]) => places.map(({ id }) => id);

test('what happens in a village counts in it, its township and the district', () => {
  expect(ids(areasOf('a1', before))).toEqual(['a1', 'a', 'district']);
  expect(regionsIn('a', before)).toEqual(expect.arrayContaining(['a', 'a1']));
  expect(regionsIn('a', before, 'own')).toEqual(['a']);
});

test('a village that was merged counts where it was merged into, and nowhere else', () => {
  expect(ids(areasOf('a1', merged))).toEqual(['b1', 'b', 'district']);
  expect(regionsIn('a', merged)).toEqual(['a']);
  expect(regionsIn('b', merged).toSorted()).toEqual(['a1', 'b', 'b1']);
});

test('each region counts in one area below the district, or in its own centre', () => {
  for (const places of [before, merged]) {
    const parts = [...['a', 'b'].flatMap((id) => regionsIn(id, places)), ...regionsIn('district', places, 'own')];
    expect(parts.toSorted()).toEqual(regionsIn('district', places).toSorted());
  }
});

test('villages and their stations are summed as a whole only', () => {
  const { holderIds, isWhole, wholeCenterIds } = holdersOf(before);
  expect(holderIds.filter((_, at) => isWhole[at]).toSorted()).toEqual(['a1', 'b1']);
  expect(wholeCenterIds).toEqual(['station']);
});

test('a merger changes the digest of the areas, a village without a centre does not', () => {
  const more = placesOf({ regions: [...regions, region('b2', 'VILLAGE', 'b')], organs: [], centers });
  expect(digestOfAreas(more).equals(digestOfAreas(before))).toBe(true);
  expect(digestOfAreas(merged).equals(digestOfAreas(before))).toBe(false);
});
