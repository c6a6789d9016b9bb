import { expect, test } from 'vitest';
import { roles } from '../../../contract/words.ts';
import { permissionsOf, roleMay } from './role.rules.ts';

test('who takes in does not decide: no role has both permissions (domain §3.1)', () => {
  for (const role of roles)
    expect([role, roleMay(role, 'cases.takeIn') && roleMay(role, 'cases.decide')]).toEqual([role, false]);
});

test('a supervisor reads and does nothing else to a case', () => {
  expect(permissionsOf('supervisor').filter((permission) => permission.startsWith('cases.'))).toEqual(['cases.read']);
});

test('an administrator keeps people and jobs, and sees no case', () => {
  expect(permissionsOf('administrator').some((permission) => permission.startsWith('cases.'))).toBe(false);
});

test('without a post only one’s own account is left', () => {
  expect(permissionsOf(undefined)).toEqual(['staff.self']);
});
