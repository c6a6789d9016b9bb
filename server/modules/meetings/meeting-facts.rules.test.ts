import { expect, test } from 'vitest';
import type { WholeMeeting } from './meeting.store.ts';
import { examinerAt, factsOf } from './meeting-facts.rules.ts';

const meeting = {
  startsAt: '2026-03-04T02:00:00Z',
  organs: [{ organId: 'one', opinion: null, signedBy: null }],
  officers: [
    { staffId: 'a', organId: 'one', attended: true, signedAt: null },
    { staffId: 'b', organId: 'one', attended: false, signedAt: null },
  ],
  guests: [{ signature: null }, { signature: 'REFUSED' }],
} as unknown as WholeMeeting;

test('A meeting has begun from its very instant; who was named and did not come was not there', () => {
  const at = (now: string) => factsOf(meeting, undefined, { now: Temporal.Instant.from(now) });
  expect([at('2026-03-04T01:59:59Z').hasBegun, at('2026-03-04T02:00:00Z').hasBegun]).toEqual([false, true]);
  expect(at('2026-03-04T02:00:00Z')).toMatchObject({
    attendees: [{ staffId: 'a', organId: 'one', hasSigned: false }],
    guests: 2,
    unsignedGuests: 1,
    panel: null,
  });
});

test('ALL 48(3): who chairs a hearing hears; whoever else is there, or chairs nothing, examines', () => {
  const at = (kind: 'HEARING' | 'JOINT_REVIEW', staffId: string) =>
    examinerAt({ kind, chairId: 'chair' }, staffId, 'attended').how;
  expect([at('HEARING', 'chair'), at('HEARING', 'a'), at('JOINT_REVIEW', 'chair')]).toEqual([
    'chaired',
    'attended',
    'attended',
  ]);
});
