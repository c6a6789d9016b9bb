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

const theCase = { takenInBy: 'z', acceptedBy: 'z', recusedIds: [] as string[], related: [], examiners: [] };
const met = { meeting, panel: undefined, theCase: { ...theCase, maskedApplicant: '样*' } };
const now = Temporal.Instant.from('2026-03-04T02:00:00Z');

test('ALL 34, 48(1): who was there and was recused since is barred; the applicant is named masked among who was told', () => {
  const notices = [
    { documentId: 'n1', standing: 'inTime' },
    { documentId: 'n2', addressee: '样例·邻居', standing: 'late' },
  ] as const;
  const recused = { ...met.theCase, recusedIds: ['a'] };
  const facts = factsOf(
    { ...met, theCase: recused, announcement: { lastDay: '2026-03-20', notices: [...notices] } },
    { now },
  );
  expect(facts.attendees.map(({ isBarred }) => isBarred)).toEqual([true]);
  expect(facts.announcement?.notices.map(({ name }) => name)).toEqual(['样*', '样例·邻居']);
});

test('A meeting has begun from its very instant; who was named and did not come was not there', () => {
  const at = (now: string) => factsOf({ ...met, announcement: undefined }, { now: Temporal.Instant.from(now) });
  expect([at('2026-03-04T01:59:59Z').hasBegun, at('2026-03-04T02:00:00Z').hasBegun]).toEqual([false, true]);
  expect(at('2026-03-04T02:00:00Z')).toMatchObject({
    attendees: [{ staffId: 'a', organId: 'one', hasSigned: false, isBarred: false }],
    guests: 2,
    unsignedGuests: 1,
    panel: null,
    announcement: null,
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
