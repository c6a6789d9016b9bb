import { expect, test } from 'vitest';
import type { MeetingAct, MeetingKind, MeetingState } from '../../../contract/meetings.ts';
import { meetingActs, meetingKinds, meetingStates } from '../../../contract/words.ts';
import {
  actionsOf,
  actsFrom,
  barOf,
  concludedIn,
  isSignedByAll,
  isSignedByOrgan,
  judgeAttendance,
  judgeOutcome,
  lostSigners,
  type MeetingFacts,
  type MetCase,
  nextVisit,
  objectionTo,
  officersNeeded,
  type Witness,
} from './meeting.rules.ts';

const lead = { id: 'leader', organId: 'lead' };
const partner = { id: 'helper', organId: 'partner' };
const stranger = { id: 'stranger', organId: 'other' };

/** An officer who was there. */
const was = (staffId: string, organId: string, more: Partial<Witness> = {}): Witness => ({
  ...{ staffId, organId, hasSigned: false, isBarred: false },
  ...more,
});

const facts = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({
  kind: 'JOINT_SITE_VISIT',
  state: 'ARRANGED',
  leadOrganId: 'lead',
  day: '2026-03-04',
  hasBegun: true,
  organs: ['lead', 'partner'].map((organId) => ({ organId, hasOpinion: true, signedBy: null })),
  attendees: [was('leader', 'lead'), was('helper', 'partner')],
  chairId: null,
  outcome: 'agree',
  guests: 1,
  unsignedGuests: 0,
  panel: null,
  announcement: null,
  ...more,
});
const panel = (more: Partial<NonNullable<MeetingFacts['panel']>> = {}) => ({
  count: 3,
  called: 3,
  isDrawn: true,
  ...more,
});

/** A meeting on which an act of this kind can be at all. */
const fitting = (act: MeetingAct, state: MeetingState): MeetingFacts =>
  act === 'drawExperts'
    ? facts({ kind: 'EXPERT_PANEL', state, panel: panel({ called: 0, isDrawn: false }) })
    : act === 'declineExpert'
      ? facts({ kind: 'EXPERT_PANEL', state, panel: panel() })
      : act === 'ruleOnChallenge'
        ? facts({ kind: 'HEARING', state })
        : act === 'cancel' && state === 'HELD'
          ? facts({ state, attendees: [was('leader', 'lead'), was('helper', 'partner', { isBarred: true })] })
          : facts({ state });

const table = meetingStates.flatMap((state) => meetingActs.map((act) => ({ state, act })));

test.each(table)('$act on a meeting that is $state', ({ state, act }) => {
  const allowed = (actsFrom[act] as readonly MeetingState[]).includes(state);
  const objection = objectionTo(act, fitting(act, state), lead);
  expect(objection).toEqual(allowed ? undefined : { code: 'meeting_moved_on', facts: { state } });
});

test.each(table)(
  '$act on a meeting that is $state does not exist for an organ that takes no part',
  ({ state, act }) => {
    expect(objectionTo(act, fitting(act, state), stranger)).toEqual({ code: 'not_found', facts: {} });
  },
);

test('An organ that takes part names its officers, writes and signs for itself; all else is the lead’s', () => {
  const own = (state: MeetingState) => actionsOf(facts({ state }), partner).actions;
  expect(own('ARRANGED')).toEqual(['nameOfficers']);
  expect(own('HELD')).toEqual(['writeOpinion', 'sign']);
  expect(own('CONCLUDED')).toEqual([]);
  expect(objectionTo('hold', facts(), partner)).toEqual({ code: 'not_allowed', facts: {} });
});

test.each(meetingKinds)('%s: only a panel draws, only a hearing has a chair to challenge', (kind) => {
  const { actions } = actionsOf(
    facts({ kind, panel: kind === 'EXPERT_PANEL' ? panel({ isDrawn: false, called: 0 }) : null }),
    lead,
  );
  expect(actions.includes('drawExperts')).toBe(kind === 'EXPERT_PANEL');
  expect(actions.includes('ruleOnChallenge')).toBe(kind === 'HEARING');
});

test('Nothing is held before its time, no panel without its experts, and a draw is drawn once', () => {
  expect(objectionTo('hold', facts({ hasBegun: false }), lead)?.code).toBe('meeting_early');
  const seated = (more: Partial<NonNullable<MeetingFacts['panel']>>) =>
    facts({ kind: 'EXPERT_PANEL', panel: panel(more) });
  expect(objectionTo('hold', seated({ called: 2 }), lead)).toEqual({
    code: 'experts_missing',
    facts: { count: 3, called: 2 },
  });
  expect(objectionTo('drawExperts', seated({}), lead)?.code).toBe('draw_done');
  expect(objectionTo('declineExpert', seated({ isDrawn: false }), lead)?.code).toBe('experts_missing');
});

test('A signature comes after every opinion, the merged one, and the signatures of the record; once an organ', () => {
  const sign = (more: Partial<MeetingFacts>, viewer = lead) =>
    objectionTo('sign', facts({ state: 'HELD', ...more }), viewer)?.code;
  const organs = facts().organs;
  expect(sign({ organs: organs.map((organ) => ({ ...organ, hasOpinion: false })) })).toBe('opinions_missing');
  expect(sign({ outcome: null })).toBe('opinions_missing');
  expect(sign({ unsignedGuests: 1 })).toBe('signatures_missing');
  expect(sign({ organs: organs.map((organ) => ({ ...organ, signedBy: 'somebody' })) })).toBe('organ_signed');
  // Alone, an organ has no opinion beside the merged one.
  expect(sign({ organs: [{ organId: 'lead', hasOpinion: false, signedBy: null }] })).toBeUndefined();
});

test.each([
  ['SITE_VISIT', 'not_attended'],
  ['JOINT_SITE_VISIT', 'not_attended'],
  ['INSPECTION', 'not_attended'],
  ['JOINT_REVIEW', 'not_attended'],
  ['EXPERT_PANEL', undefined],
  ['HEARING', undefined],
] as const)('R-2.13: %s: who was not there for the very organ that he signs for: %s', (kind, code) => {
  const sign = (organId: string) =>
    objectionTo('sign', facts({ kind, state: 'HELD', attendees: [was('leader', organId)] }), lead)?.code;
  expect(sign('partner')).toBe(code);
  expect(sign('lead')).toBeUndefined();
});

test('R-2.13: a person signs for one organ', () => {
  const [own, other] = facts().organs;
  if (own === undefined || other === undefined) throw new Error('There are two organs.');
  const organs = [own, { ...other, signedBy: lead.id }];
  expect(objectionTo('sign', facts({ state: 'HELD', organs }), lead)?.code).toBe('signed_for_other');
});

test('R-2.13, ALL 48(5): the chair signs the record of a hearing, nobody of his organ instead of him', () => {
  const attendees = [was('chair', 'lead'), was('helper', 'partner')];
  const held = facts({ kind: 'HEARING', state: 'HELD', chairId: 'chair', attendees });
  const sign = (id: string, organId: string) => objectionTo('sign', held, { id, organId })?.code;
  expect([sign('leader', 'lead'), sign('chair', 'lead'), sign('helper', 'partner')]).toEqual([
    'chair_signs',
    undefined,
    undefined,
  ]);
});

test.each([
  ['SITE_VISIT', false],
  ['JOINT_SITE_VISIT', false],
  ['INSPECTION', false],
  ['JOINT_REVIEW', true],
  ['EXPERT_PANEL', true],
  ['HEARING', true],
] as const)('ALL 34, 55: %s: one officer signs for all who were there: %s', (kind, forAll) => {
  const colleague = (hasSigned: boolean) => was('colleague', 'lead', { hasSigned });
  const were = (hasSigned: boolean) => facts({ kind, attendees: [...facts().attendees, colleague(hasSigned)] });
  expect([false, true].map((hasSigned) => isSignedByOrgan(were(hasSigned), lead))).toEqual([forAll, true]);
  // Of the other organ nobody is waited for.
  expect(isSignedByOrgan(were(false), partner)).toBe(true);
});

test('ALL 34: who was on site signs once; on paper a colleague signs, and his own organ records it while he is missing', () => {
  const colleague = was('colleague', 'lead');
  const met = facts().attendees.map((each) => ({ ...each, hasSigned: each.staffId === lead.id }));
  const attendees = [...met, colleague];
  const held = facts({ state: 'HELD', attendees, guests: 0 });
  expect(objectionTo('sign', held, lead)?.code).toBe('officer_signed');
  expect(objectionTo('recordSignature', held, lead)).toBeUndefined();
  const others = attendees.map((each) => ({ ...each, hasSigned: each.organId === lead.organId }));
  expect(objectionTo('recordSignature', { ...held, attendees: others }, lead)?.code).toBe('not_allowed');
  const all = attendees.map((each) => ({ ...each, hasSigned: true }));
  expect(objectionTo('recordSignature', { ...held, attendees: all }, lead)?.code).toBe('not_allowed');
  expect(objectionTo('recordSignature', { ...held, kind: 'JOINT_REVIEW' }, lead)?.code).toBe('not_allowed');
});

test.each([
  ['SITE_VISIT', ['helper']],
  ['JOINT_SITE_VISIT', ['helper']],
  ['INSPECTION', ['helper']],
  // Somebody else of his organ was there, or any of it signs.
  ['JOINT_REVIEW', []],
  ['EXPERT_PANEL', []],
  ['HEARING', []],
] as const)(
  'ALL 34, 55, 回避: %s: whose signature is lost when one of two officers has to keep away: %s',
  (kind, lost) => {
    const attendees = [was('leader', 'lead'), was('helper', 'partner', { isBarred: true }), was('third', 'partner')];
    const held = facts({ kind, state: 'HELD', attendees });
    expect(lostSigners(held)).toEqual(lost);
    expect(objectionTo('cancel', held, lead)?.code).toBe(lost.length > 0 ? undefined : 'meeting_held');
    const { actions, blocked } = actionsOf(held, lead);
    expect(actions.includes('cancel')).toBe(lost.length > 0);
    expect(blocked.map(({ act }) => act)).not.toContain('cancel');
    expect(objectionTo('cancel', held, partner)?.code).toBe('not_allowed');
  },
);

test('ALL 34, 48(5), 回避: who signed before he had to keep away is not waited for; alone for his organ, or in the chair, he is', () => {
  const [leader, helper] = [was('leader', 'lead'), was('helper', 'partner', { isBarred: true })];
  const signed = facts({ state: 'HELD', attendees: [leader, { ...helper, hasSigned: true }] });
  expect(objectionTo('cancel', signed, lead)?.code).toBe('meeting_held');
  const alone = facts({ kind: 'JOINT_REVIEW', state: 'HELD', attendees: [leader, helper] });
  expect(lostSigners(alone)).toEqual(['helper']);
  expect(
    lostSigners(facts({ kind: 'HEARING', state: 'HELD', chairId: 'helper', attendees: [leader, helper] })),
  ).toEqual(['helper']);
  const organs = facts().organs.map((organ) => ({ ...organ, signedBy: 'somebody' }));
  expect(lostSigners({ ...alone, organs })).toEqual([]);
});

test('ALL 48(1): nothing is heard that somebody was not told of in time, whatever the hour; what can still come is waited for', () => {
  const hold = (standing: 'inTime' | 'late' | 'awaited' | 'missed', more: Partial<MeetingFacts> = {}) =>
    objectionTo(
      'hold',
      facts({
        kind: 'HEARING',
        announcement: {
          lastDay: '2026-03-20',
          notices: [
            { name: '样*', standing: 'inTime' },
            { name: '样例·邻居', standing },
          ],
        },
        ...more,
      }),
      lead,
    );
  expect(hold('inTime')).toBeUndefined();
  expect(hold('missed')).toEqual({ code: 'hearing_untold', facts: { names: '样例·邻居', day: '2026-03-20' } });
  expect(hold('late', { hasBegun: false })).toEqual({
    ...{ code: 'hearing_told_late', facts: { names: '样例·邻居', day: '2026-03-20' } },
  });
  expect(hold('awaited', { hasBegun: false })?.code).toBe('meeting_early');
});

test('With the last signature everybody has signed, and not before', () => {
  const [one, two] = facts().organs;
  if (one === undefined || two === undefined) throw new Error('There are two organs.');
  expect(isSignedByAll([one, two], 'lead')).toBe(false);
  expect(isSignedByAll([one, { ...two, signedBy: 'helper' }], 'lead')).toBe(true);
});

test.each([
  ['SITE_VISIT', 2, '34'],
  ['JOINT_SITE_VISIT', 2, '34'],
  ['INSPECTION', 2, '55'],
  ['JOINT_REVIEW', 1, ''],
  ['EXPERT_PANEL', 1, ''],
  ['HEARING', 1, ''],
] as const)('ALL 34, 55: a %s takes %i distinct officers of each organ', (kind: MeetingKind, needed, article) => {
  expect(officersNeeded(kind)).toBe(needed);
  const of = (organId: string, ...ids: string[]) => ids.map((staffId) => ({ organId, staffId }));
  const organs = ['lead', 'partner'];
  expect(judgeAttendance(kind, organs, [...of('lead', 'a', 'b'), ...of('partner', 'c', 'd')])).toBeUndefined();
  const nobody = judgeAttendance(kind, organs, of('lead', 'a', 'b'));
  expect(nobody?.code).toBe(needed === 2 ? 'officers_too_few' : 'organ_absent');
  const twice = judgeAttendance(kind, organs, [...of('lead', 'a', 'b'), ...of('partner', 'c', 'c')]);
  expect(twice).toEqual(
    needed === 2 ? { code: 'officers_too_few', facts: { organ: 'partner', count: 1, needed, article } } : undefined,
  );
});

test('受审分离, 回避, ALL 48: who took in, accepted, was recused, is related, or chaired the hearing takes no part', () => {
  const matter: MetCase = {
    takenInBy: 'a',
    acceptedBy: 'b',
    recusedIds: ['c'],
    related: [{ staffId: 'd', relation: 'agent' }],
    examiners: [
      { staffId: 'e', how: 'chaired' },
      { staffId: 'f', how: 'attended' },
    ],
  };
  const bars = (kind: MeetingKind) => [...'abcdef'].map((id) => barOf(matter, id, kind));
  const keptAway = ['takenIn', 'accepted', 'recused', 'related'];
  expect(bars('SITE_VISIT')).toEqual([...keptAway, 'chaired', undefined]);
  expect(bars('HEARING')).toEqual([...keptAway, undefined, undefined]);
});

test('Domain §4.1: what a task did before it was opened anew does not count against it', () => {
  const meetings = [
    { state: 'CONCLUDED', taskRound: 1 },
    { state: 'CONCLUDED', taskRound: 1 },
    { state: 'CANCELLED', taskRound: 2 },
    { state: 'CONCLUDED', taskRound: 2 },
  ] as const;
  expect([1, 2, 3].map((round) => concludedIn(round, meetings))).toEqual([2, 1, 0]);
});

test('Domain §4.1: a site is visited once, re-checked once, and no third time; only a visit can be re-checked', () => {
  expect([0, 1, 2].map((concluded) => nextVisit('SITE_VISIT', concluded))).toEqual([
    1,
    2,
    { code: 'third_visit', facts: {} },
  ]);
  expect(nextVisit('JOINT_REVIEW', 5)).toBe(1);
  expect(judgeOutcome('SITE_VISIT', 1, 'recheck')).toBeUndefined();
  expect(judgeOutcome('SITE_VISIT', 2, 'recheck')?.code).toBe('third_visit');
  expect(judgeOutcome('HEARING', 1, 'recheck')?.code).toBe('recheck_not_possible');
  expect(judgeOutcome('SITE_VISIT', 2, 'disagree')).toBeUndefined();
});
