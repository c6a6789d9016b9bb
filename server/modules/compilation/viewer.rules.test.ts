import { expect, test } from 'vitest';
import type { StaffCall } from '../people/index.ts';
import { viewerOf } from './viewer.rules.ts';

const staff = (post: object | undefined) =>
  viewerOf({ staff: { id: 'somebody', post } as unknown as StaffCall['staff'] });

test('The viewer of a draft may what his role may, for his own organ.', () => {
  const manager = staff({ role: 'itemManager', organId: 'own' });
  expect(manager).toMatchObject({ id: 'somebody', organId: 'own' });
  expect(['drafts.compile', 'drafts.approve'].map(manager.may)).toEqual([true, false]);
});

test('Without a post he may nothing.', () => {
  const nobody = staff(undefined);
  expect(nobody.organId).toBeNull();
  expect(nobody.may('drafts.compile')).toBe(false);
});
