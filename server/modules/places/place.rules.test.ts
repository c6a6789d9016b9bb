import { expect, test } from 'vitest';
import { type Center, type Organ, type Place, placesOf, windowFor } from './place.rules.ts';

const region = (id: string, level: Place['level'], parentId?: string, more: Partial<Place> = {}): Place => ({
  id,
  code: id,
  name: { zh: id, en: id },
  level,
  ...(parentId !== undefined && { parentId }),
  inForce: true,
  ...more,
});
const center = (id: string, level: Center['level'], regionId: string, serves: string[] = []): Center => ({
  id,
  name: { zh: id, en: id },
  level,
  regionId,
  organId: 'organ',
  address: { zh: '', en: '' },
  phone: '',
  hours: [],
  serves,
});
const government: Organ = {
  id: 'government',
  name: { zh: '甲镇人民政府', en: '' },
  shortCode: '甲',
  level: 'TOWNSHIP',
  regionId: 'town-a',
  phone: '',
  address: '',
  reconsiderationOrgan: '',
  court: '',
  isAdministrativeOrgan: true,
};

// town-b was merged into town-a; its village went along.
const places = placesOf({
  regions: [
    region('district', 'DISTRICT'),
    region('town-a', 'TOWNSHIP', 'district'),
    region('town-b', 'TOWNSHIP', 'district', { inForce: false, successorId: 'town-a' }),
    region('town-c', 'TOWNSHIP', 'district'),
    region('village-a1', 'VILLAGE', 'town-a'),
    region('village-a2', 'VILLAGE', 'town-a'),
    region('village-b1', 'VILLAGE', 'town-a'),
    region('village-c1', 'VILLAGE', 'town-c'),
  ],
  organs: [{ ...government, id: 'committee', isAdministrativeOrgan: false }, government],
  centers: [
    center('hall', 'DISTRICT', 'district'),
    center('centre-a', 'TOWNSHIP', 'town-a'),
    center('centre-c', 'TOWNSHIP', 'town-c'),
    center('station-a', 'VILLAGE', 'village-a1', ['village-a1', 'village-a2']),
  ],
});
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

test('The path of a village leads over its township to the district.', () => {
  expect(ids(places.pathOf('village-a1'))).toEqual(['village-a1', 'town-a', 'district']);
  expect(places.pathOf('nowhere')).toEqual([]);
});

test('A place is said from the township down, and the district goes without saying.', () => {
  const said = (id: string) => places.spokenName(id)?.zh;
  const [village, town] = places.pathOf('village-a1');
  expect(said('village-a1')).toBe(`${town?.name.zh}${village?.name.zh}`);
  expect([said('district'), said('nowhere')]).toEqual([undefined, undefined]);
});

test('The district is the region without a parent, and only townships in force are offered under it.', () => {
  expect(places.root?.id).toBe('district');
  expect(ids(places.childrenOf('district'))).toEqual(['town-a', 'town-c']);
});

test('An area covers what lies under it, and the region that was merged into it.', () => {
  expect(places.descendantsOf('town-a').toSorted()).toEqual([
    'town-a',
    'town-b',
    'village-a1',
    'village-a2',
    'village-b1',
  ]);
  expect(places.descendantsOf('district')).toHaveLength(8);
});

test('The area of a merged region lives on in its successor.', () => {
  expect(places.descendantsOf('town-b')).toContain('village-a1');
  expect(places.descendantsOf('town-b')).not.toContain('village-c1');
});

test('Centres come nearest first, and two committees may share one.', () => {
  expect(ids(places.centersFor('village-a2'))).toEqual(['station-a', 'centre-a', 'hall']);
  expect(ids(places.centersFor('village-b1'))).toEqual(['centre-a', 'hall']);
  expect(ids(places.centersFor())).toEqual(['hall', 'centre-a', 'centre-c']);
});

test('What a station takes in is checked at its township’s window; every other centre is its own.', () => {
  const window = (id: string) => windowFor(places.centerById(id) as Center, places).id;
  expect(['station-a', 'centre-c', 'hall'].map(window)).toEqual(['centre-a', 'centre-c', 'hall']);
  expect(windowFor(center('lonely', 'VILLAGE', 'nowhere'), places).id).toBe('lonely');
});

test('The organ over a village is the township government, never a committee.', () => {
  expect(places.townshipOrganOf('village-b1')?.id).toBe('government');
  expect(places.townshipOrganOf('village-c1')).toBeUndefined();
});
