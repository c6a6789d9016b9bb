import { expect, test } from 'vitest';
import type { Center, Places } from '../places/index.ts';
import { centersOf, noScope, scopeOf } from './scope.rules.ts';

const post = { id: 'p', organId: 'o', itemIds: ['i'] } as const;
const area = { wholeDistrict: false, centerIds: ['c1', 'c2'] };

test('a clerk sees what his centres took in of the items that his post may take in', () => {
  const seen = { ...noScope, centerIds: ['c1', 'c2'], itemIds: ['i'] };
  expect(scopeOf({ ...post, role: 'windowClerk' }, area)).toEqual(seen);
  expect(scopeOf({ ...post, role: 'windowClerk', itemIds: [] }, area).itemIds).toEqual([]);
});

test('reviewer and decider see what their organ handles', () => {
  expect(scopeOf({ ...post, role: 'reviewer' }, area)).toEqual({ ...noScope, organIds: ['o'] });
  expect(scopeOf({ ...post, role: 'decider' }, area)).toEqual({ ...noScope, organIds: ['o'] });
});

test('a village agent sees what was handed to his post, and what his station took in', () => {
  const seen = { ...noScope, centerIds: ['s'], itemIds: ['i'], postIds: ['p'] };
  expect(scopeOf({ ...post, role: 'villageAgent' }, { ...area, centerIds: ['s'] })).toEqual(seen);
});

const centers = [
  { id: 'hall', level: 'DISTRICT', regionId: 'district' },
  { id: 'town', level: 'TOWNSHIP', regionId: 'town' },
  { id: 'station', level: 'VILLAGE', regionId: 'village' },
  { id: 'otherStation', level: 'VILLAGE', regionId: 'otherVillage' },
  { id: 'nextTown', level: 'TOWNSHIP', regionId: 'nextTown' },
] as Center[];
const below: Record<string, string[]> = {
  district: ['town', 'village', 'otherVillage', 'nextTown'],
  town: ['village', 'otherVillage'],
};
const places: Pick<Places, 'centerById' | 'centersIn'> = {
  centerById: (id) => centers.find((center) => center.id === id),
  centersIn: (id) => centers.filter(({ regionId }) => regionId === id || below[id]?.includes(regionId)),
};
const centersAt = (role: Parameters<typeof centersOf>[0]['role'], centerId: string | null, areaRegionId = 'district') =>
  centersOf({ role, centerId, areaRegionId }, places);

test('a township’s window has its own centre and its villages’ stations, the district’s hall itself alone', () => {
  expect(centersAt('windowClerk', 'town')).toEqual(['town', 'station', 'otherStation']);
  expect(centersAt('windowClerk', 'hall')).toEqual(['hall']);
  expect(centersAt('windowClerk', null)).toEqual([]);
});

test('an agent has his own station and no other, and no township’s centre', () => {
  expect(centersAt('villageAgent', 'station')).toEqual(['station']);
  expect(centersAt('villageAgent', 'town')).toEqual([]);
  expect(centersAt('villageAgent', null)).toEqual([]);
});

test('a supervisor has the centres of his area, and who reviews or decides none', () => {
  expect(centersAt('supervisor', null, 'town')).toEqual(['town', 'station', 'otherStation']);
  expect(centersAt('decider', 'town')).toEqual([]);
});

test('a township’s supervisor sees its centres, the district’s sees all', () => {
  expect(scopeOf({ ...post, role: 'supervisor' }, area)).toEqual({ ...noScope, centerIds: ['c1', 'c2'] });
  expect(scopeOf({ ...post, role: 'supervisor' }, { ...area, wholeDistrict: true }).whole).toBe(true);
});

test('an administrator sees no case', () => {
  expect(scopeOf({ ...post, role: 'administrator' }, area)).toEqual(noScope);
});
