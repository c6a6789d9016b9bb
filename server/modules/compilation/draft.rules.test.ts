import { describe, expect, test } from 'vitest';
import type { DraftAct, DraftState } from '../../../contract/compilation.ts';
import { draftActs, draftStates } from '../../../contract/words.ts';
import {
  actionsOnDraft,
  approvalsOf,
  type DraftDeed,
  type DraftFacts,
  type DraftViewer,
  draftStateAfter,
  isSeenBy,
  objectionToDraft,
  ownerOf,
  statesWaitingFor,
} from './draft.rules.ts';

const permissions = {
  manager: ['drafts.compile'],
  reviewer: ['drafts.review'],
  publisher: ['drafts.approve', 'drafts.publish'],
};
type Role = keyof typeof permissions;
const viewer = (role: Role, { id = `a ${role}`, organId = 'own' } = {}): DraftViewer => ({
  id,
  organId,
  may: (permission) => permissions[role].includes(permission),
});
const facts = (state: DraftState, more: Partial<DraftFacts> = {}): DraftFacts => ({
  ...{ state, organId: 'own', round: 1, approvalsNeeded: 1, compilers: ['the compiler'], deeds: [] },
  ...more,
});
const deed = (act: DraftDeed['act'], staffId: string, round = 1): DraftDeed => ({
  ...{ act, staffId, round, note: null, actedAt: '2026-03-02T01:00:00Z' },
});

/** The whole of the machine: who may do what in which state, and where it leads. Everything else is refused. */
const machine: Record<DraftState, Partial<Record<Role, Partial<Record<DraftAct, DraftState>>>>> = {
  DRAFT: { manager: { save: 'DRAFT', submit: 'PENDING_REVIEW', abandon: 'ABANDONED' } },
  RETURNED: { manager: { save: 'RETURNED', submit: 'PENDING_REVIEW', abandon: 'ABANDONED' } },
  PENDING_REVIEW: {
    manager: { takeBack: 'DRAFT' },
    reviewer: { review: 'PENDING_APPROVAL', return: 'RETURNED' },
  },
  PENDING_APPROVAL: {
    manager: { takeBack: 'DRAFT' },
    publisher: { approve: 'APPROVED', return: 'RETURNED' },
  },
  APPROVED: { publisher: { takeBack: 'PENDING_APPROVAL', return: 'RETURNED', publish: 'PUBLISHED' } },
  PUBLISHED: {},
  ABANDONED: {},
};

const table = draftStates.flatMap((state) =>
  draftActs.flatMap((act) =>
    (Object.keys(permissions) as Role[]).map((role) => ({ state, act, role, leadsTo: machine[state][role]?.[act] })),
  ),
);

test.each(table)('In $state the act $act of a $role leads to $leadsTo', ({ state, act, role, leadsTo }) => {
  const given = facts(state);
  const objection = objectionToDraft(act, given, viewer(role));
  if (leadsTo === undefined) expect(objection).toEqual({ code: 'draft_in_state', facts: { state } });
  else {
    expect(objection).toBeUndefined();
    expect(draftStateAfter(act, given)).toBe(leadsTo);
  }
});

test.each(draftStates)('In %s another department’s manager and reviewer may do nothing', (state) => {
  for (const role of ['manager', 'reviewer'] as const) {
    const stranger = viewer(role, { organId: 'another' });
    expect(actionsOnDraft(facts(state), stranger)).toEqual({ actions: [], blocked: [] });
    expect(isSeenBy(facts(state), stranger)).toBe(false);
  }
  expect(isSeenBy(facts(state), viewer('publisher', { organId: 'another' }))).toBe(true);
});

test('Every state but the last two is open, and waits for somebody.', () => {
  const waiting = (Object.keys(permissions) as Role[]).flatMap((role) => statesWaitingFor(viewer(role)));
  expect(waiting.toSorted()).toEqual(
    draftStates.filter((state) => state !== 'PUBLISHED' && state !== 'ABANDONED').toSorted(),
  );
});

describe('Nobody approves his own work', () => {
  const same = (did: string) => ({ code: 'draft_same_person', facts: { did } });

  test('Who ever typed in a draft does not review, approve or publish it.', () => {
    for (const [state, act, role] of [
      ['PENDING_REVIEW', 'review', 'reviewer'],
      ['PENDING_APPROVAL', 'approve', 'publisher'],
      ['APPROVED', 'publish', 'publisher'],
    ] as const)
      expect(objectionToDraft(act, facts(state), viewer(role, { id: 'the compiler' }))).toEqual(same('compiled'));
  });

  test('Who reviewed does not approve, and who approved does not approve again.', () => {
    const given = facts('PENDING_APPROVAL', {
      approvalsNeeded: 2,
      deeds: [deed('submit', 'the compiler'), deed('review', 'first'), deed('approve', 'second')],
    });
    expect(objectionToDraft('approve', given, viewer('publisher', { id: 'first' }))).toEqual(same('reviewed'));
    expect(objectionToDraft('approve', given, viewer('publisher', { id: 'second' }))).toEqual(same('approved'));
    expect(objectionToDraft('approve', given, viewer('publisher', { id: 'third' }))).toBeUndefined();
    expect(actionsOnDraft(given, viewer('publisher', { id: 'second' }))).toEqual({
      actions: ['return'],
      blocked: [{ act: 'approve', code: 'draft_same_person' }],
    });
  });
});

describe('Approvals', () => {
  test('R-1.6: of two that are needed the first leaves it waiting, the second approves it.', () => {
    const given = facts('PENDING_APPROVAL', { approvalsNeeded: 2 });
    expect(draftStateAfter('approve', given)).toBe('PENDING_APPROVAL');
    expect(draftStateAfter('approve', { ...given, deeds: [deed('approve', 'first')] })).toBe('APPROVED');
  });

  test('Those of an earlier round count for nothing, and those that were taken back neither.', () => {
    const deeds = [
      deed('review', 'a', 1),
      deed('approve', 'b', 1),
      deed('return', 'b', 1),
      deed('submit', 'm', 2),
      deed('review', 'a', 2),
      deed('approve', 'b', 2),
      deed('takeBack', 'b', 2),
      deed('approve', 'c', 2),
    ];
    const { reviews, approvals } = approvalsOf({ deeds, round: 2 });
    expect(reviews.map(({ staffId }) => staffId)).toEqual(['a']);
    expect(approvals.map(({ staffId }) => staffId)).toEqual(['c']);
  });
});

test('§1.4: an item is its deciding organ’s, the accepting one’s only where none decides.', () => {
  expect(ownerOf({ acceptingOrganId: 'a', decidingOrganId: 'b' })).toBe('b');
  expect(ownerOf({ acceptingOrganId: 'a', decidingOrganId: null })).toBe('a');
  expect(ownerOf({ acceptingOrganId: null, decidingOrganId: null })).toBeNull();
});
