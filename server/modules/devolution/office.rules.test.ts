import { expect, test } from 'vitest';
import type { OfficePost } from '../people/index.ts';
import type { Center, Places } from '../places/index.ts';
import { factsOf, officesOf, takesIn, trainedBy, withoutDecider, withoutIntake } from './office.rules.ts';

const centers = [
  { id: 'townCenter', level: 'TOWNSHIP', regionId: 'town' },
  { id: 'villageCenter', level: 'VILLAGE', regionId: 'village' },
] as Center[];
const places = {
  centerById: (id: string) => centers.find((center) => center.id === id),
  descendantsOf: (id: string) => (id === 'town' ? ['town', 'village'] : [id]),
  pathOf: (id: string) => (id === 'village' ? [{ id }, { id: 'town' }] : [{ id }]),
} as unknown as Places;

const post = (postId: string, role: OfficePost['role'], centerId: string | null, organId = 'townOrgan') =>
  ({
    postId,
    role,
    centerId,
    organId,
    title: { zh: '', en: '' },
    areaRegionId: 'village',
    holders: [{ staffId: `${postId}'s`, name: '' }],
  }) as OfficePost;
const posts = [
  post('clerk', 'windowClerk', 'townCenter'),
  post('decider', 'decider', null),
  post('agent', 'villageAgent', 'villageCenter'),
  post('walkingAgent', 'villageAgent', null),
  post('stranger', 'decider', null, 'otherOrgan'),
];

const receiver = (id: string, batchItemId: string, level: 'TOWNSHIP' | 'VILLAGE', untilDay: string | null = null) =>
  ({ id, batchItemId, regionId: 'town', level, organId: 'townOrgan', untilDay }) as never;
const batch = {
  items: [
    { id: 'a', itemId: 'itemA', organId: 'health' },
    { id: 'b', itemId: 'itemB', organId: 'farming' },
  ] as never,
  receivers: [receiver('1', 'a', 'TOWNSHIP'), receiver('2', 'b', 'TOWNSHIP'), receiver('3', 'a', 'VILLAGE')],
  trainings: [{ organId: 'health', staffIds: ["clerk's"] }] as never,
};

test('an office has the posts of its centres and of its organ, and the departments that trained nobody of it', () => {
  const [town, villages] = officesOf(batch, posts, places);
  expect(town).toMatchObject({ level: 'TOWNSHIP', itemIds: ['itemA', 'itemB'], handing: ['health', 'farming'] });
  expect(town?.posts.map(({ postId }) => postId)).toEqual(['clerk', 'decider']);
  expect(town?.untrainedBy).toEqual(['farming']);
  // An agent without a station belongs to the villages that he serves.
  // The township's window accepts what they take in; who was trained there was not trained in a village.
  expect(villages?.posts.map(({ postId }) => postId)).toEqual(['agent', 'walkingAgent', 'clerk']);
  expect(villages?.untrainedBy).toEqual(['health']);
});

test('what was taken back is no longer its own', () => {
  const receivers = [receiver('1', 'a', 'TOWNSHIP', '2026-03-01'), receiver('2', 'b', 'TOWNSHIP')];
  expect(officesOf({ ...batch, receivers }, posts, places)).toMatchObject([{ itemIds: ['itemB'] }]);
});

test('permissions are for those who meet people', () => {
  expect(posts.filter(takesIn).map(({ postId }) => postId)).toEqual(['clerk', 'agent', 'walkingAgent']);
  expect(trainedBy(batch).get('health')).toEqual(new Set(["clerk's"]));
});

test('a batch counts the offices that wait for a training', () => {
  const whole = { ...batch, step: 'PUBLISHED', rounds: [], trialUntilDay: null } as never;
  expect(factsOf(whole, officesOf(batch, posts, places), '2026-03-02')).toMatchObject({ untrained: 2, items: 2 });
});

test.each([
  ['nobody', [], ['TOWNSHIP', 'VILLAGE']],
  ['an agent alone strands what he takes in', ['agent'], ['TOWNSHIP', 'VILLAGE']],
  ['a window alone takes nothing in at a village', ['clerk'], ['VILLAGE']],
  ['both', ['clerk', 'agent'], []],
  ['a decider takes nothing in', ['decider', 'agent'], ['TOWNSHIP', 'VILLAGE']],
])('villages need a post of their own and the window that accepts: %s', (_, postIds, levels) => {
  const without = withoutIntake(officesOf(batch, posts, places), new Set(postIds), places);
  expect(without.map(({ level }) => level)).toEqual(levels);
});

test('who receives more than service needs somebody who decides', () => {
  const receivers = [receiver('1', 'a', 'TOWNSHIP')];
  const lacking = (mode: string, staff: readonly OfficePost[]) => {
    const items = [{ id: 'a', itemId: 'itemA', organId: 'health', mode }] as never;
    return withoutDecider({ items }, officesOf({ ...batch, items, receivers }, staff, places)).length;
  };
  const unheld = posts.map((each) => (each.postId === 'decider' ? { ...each, holders: [] } : each));
  expect(lacking('DEVOLVED', posts)).toBe(0);
  expect(lacking('DEVOLVED', unheld)).toBe(1);
  expect(lacking('SERVICE_FORWARD', unheld)).toBe(0);
});
