import { expect, test } from 'vitest';
import { noScope, scopeOf } from './scope.rules.ts';

const post = { id: 'p', organId: 'o', centerId: 'c', itemIds: ['i'] } as const;
const area = { wholeDistrict: false, centerIds: ['c1', 'c2'] };

test('a clerk sees what his own centre took in of the items that his post may take in', () => {
  expect(scopeOf({ ...post, role: 'windowClerk' }, area)).toEqual({ ...noScope, centerIds: ['c'], itemIds: ['i'] });
  expect(scopeOf({ ...post, role: 'windowClerk', itemIds: [] }, area).itemIds).toEqual([]);
});

test('reviewer and decider see what their organ handles', () => {
  expect(scopeOf({ ...post, role: 'reviewer' }, area)).toEqual({ ...noScope, organIds: ['o'] });
  expect(scopeOf({ ...post, role: 'decider' }, area)).toEqual({ ...noScope, organIds: ['o'] });
});

test('a village agent sees only what was handed to his post', () => {
  expect(scopeOf({ ...post, role: 'villageAgent' }, area)).toEqual({ ...noScope, postIds: ['p'] });
});

test('a township’s supervisor sees its centres, the district’s sees all', () => {
  expect(scopeOf({ ...post, role: 'supervisor' }, area)).toEqual({ ...noScope, centerIds: ['c1', 'c2'] });
  expect(scopeOf({ ...post, role: 'supervisor' }, { ...area, wholeDistrict: true }).whole).toBe(true);
});

test('an administrator sees no case', () => {
  expect(scopeOf({ ...post, role: 'administrator' }, area)).toEqual(noScope);
});
