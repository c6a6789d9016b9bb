import { expect, test } from 'vitest';
import { systemCall } from '../../platform/http/call.ts';
import { anyone, may, resident, staff } from './access.rules.ts';

const day = Temporal.PlainDate.from('2026-03-02');
const visitor = systemCall({
  district: 'd',
  demo: true,
  now: Temporal.Instant.from('2026-03-02T01:00:00Z'),
  today: day,
});
const asStaff = (role: string) => ({ ...visitor, staff: { post: { role } } }) as never;

test('what is public is open to everybody', () => {
  expect(may(visitor, anyone('district'))).toBe(true);
});

test('a resident’s route is closed to staff and visitors', () => {
  expect(may({ ...visitor, resident: {} } as never, resident('own'))).toBe(true);
  expect(may(asStaff('windowClerk'), resident('own'))).toBe(false);
  expect(may(visitor, resident('own'))).toBe(false);
});

test('staff may what the role of the acting post may', () => {
  expect(may(asStaff('windowClerk'), staff('cases.accept', 'scope'))).toBe(true);
  expect(may(asStaff('supervisor'), staff('cases.accept', 'scope'))).toBe(false);
  expect(may({ ...visitor, staff: { post: undefined } } as never, staff('cases.read', 'scope'))).toBe(false);
});
