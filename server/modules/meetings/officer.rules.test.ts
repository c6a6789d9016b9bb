import { expect, test } from 'vitest';
import { officersOf } from './officer.rules.ts';

const post = (organId: string, role: 'reviewer' | 'decider' | 'windowClerk', ...names: string[]) => ({
  postId: `${organId}-${role}`,
  role,
  title: { zh: role, en: role },
  organId,
  centerId: null,
  areaRegionId: 'region',
  holders: names.map((name) => ({ staffId: name, name })),
});

test('An officer examines or decides in the organ, each once, with what keeps him from the case', () => {
  const posts = [
    post('one', 'reviewer', 'a', 'b'),
    post('one', 'decider', 'a'),
    post('one', 'windowClerk', 'c'),
    post('two', 'reviewer', 'd'),
  ];
  const matter = { takenInBy: 'b', acceptedBy: null, recusedIds: [], related: [], examiners: [] };
  expect(
    officersOf(posts, ['one'], { theCase: matter, kind: 'SITE_VISIT' }).map(({ staffId, barred }) => [staffId, barred]),
  ).toEqual([
    ['a', undefined],
    ['b', 'takenIn'],
  ]);
});
