import { describe, expect, test } from 'vitest';
import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseState } from '../../../contract/values.ts';
import { caseActs, caseStates, documentKinds, isServedAlone } from '../../../contract/words.ts';
import {
  actionsOf,
  actsFrom,
  belongsTo,
  type CaseFacts,
  duePurposeOf,
  judgeCorrection,
  judgeDecision,
  objectionTo,
  samePerson,
  stateOfTasks,
  type TaskFacts,
  tasksAtAcceptance,
  type Viewer,
} from './case.rules.ts';

const item = 'item';
const facts = (given: Partial<CaseFacts> = {}): CaseFacts => ({
  state: 'RECEIVED',
  caseType: 'PROMISED',
  round: 1,
  itemId: item,
  takenInBy: null,
  acceptedBy: null,
  reviewedBy: null,
  openDefects: 0,
  deliveryPostId: null,
  answerDueDay: null,
  silenceAccepts: false,
  deliveryWish: 'ELECTRONIC',
  accountId: 'applicant',
  principalId: null,
  isVerified: false,
  hasSingleOfficer: false,
  ...given,
});
const staff = (given: Partial<Viewer> = {}): Viewer => ({
  kind: 'staff',
  id: 'officer',
  postId: 'post',
  role: 'windowClerk',
  itemIds: [item],
  may: () => true,
  today: '2026-03-02',
  ...given,
});
const applicant: Viewer = { ...staff(), kind: 'resident', id: 'applicant', postId: null, role: null, may: () => false };
const residentActs: readonly CaseAct[] = ['save', 'submit', 'supplement', 'withdraw', 'receiveResult'];
const viewerFor = (act: CaseAct) => (residentActs.includes(act) ? applicant : staff());

/** The law's own picture of a case (domain §2.2): in which state which act is possible, and no other. */
const allowed: Record<CaseState, readonly CaseAct[]> = {
  DRAFT: ['save', 'submit'],
  RECEIVED: ['withdraw', 'verifyIdentity', 'revokeMandate', 'accept', 'correct', 'refuse', 'handOver', 'reveal'],
  CORRECTION_REQUIRED: [
    'supplement',
    'withdraw',
    'verifyIdentity',
    'revokeMandate',
    'receiveSupplement',
    'handOver',
    'reveal',
  ],
  ACCEPTED: ['withdraw', 'verifyIdentity', 'revokeMandate', 'signFor', 'handOver', 'reveal'],
  IN_REVIEW: ['withdraw', 'verifyIdentity', 'revokeMandate', 'review', 'handOver', 'reveal'],
  DECIDING: ['withdraw', 'verifyIdentity', 'revokeMandate', 'decide', 'decideAtDesk', 'handOver', 'reveal'],
  DELIVERING: ['receiveResult', 'verifyIdentity', 'revokeMandate', 'assignDelivery', 'deliver', 'handOver', 'reveal'],
  COMPLETED: ['handOver', 'reveal'],
  ACCEPTANCE_REFUSED: ['handOver', 'reveal'],
  NOT_REQUIRED: ['handOver', 'reveal'],
  WITHDRAWN: ['handOver', 'reveal'],
  // States of later acts: nothing leads there yet; a notice that lies there may still be fetched.
  SPECIAL_PROCEDURE: ['handOver'],
  REPORTED_UP: ['handOver'],
  GRANTED: ['handOver'],
  DENIED: ['handOver'],
  CERTIFYING: ['handOver'],
  ARCHIVED: ['handOver'],
  WITHDRAWN_DEEMED: ['handOver'],
  TERMINATED: ['handOver'],
};

test.each(
  caseStates.flatMap((state) =>
    caseActs.map((act) => [state, act, allowed[state].includes(act) ? 'possible' : 'case_moved_on'] as const),
  ),
)('in %s the act %s is %s', (state, act, verdict) => {
  const objection = objectionTo(act, facts({ state, caseType: 'IMMEDIATE', principalId: 'principal' }), viewerFor(act));
  expect({ state, act, verdict: objection?.code ?? 'possible' }).toEqual({ state, act, verdict });
  if (objection !== undefined) expect(objection.facts).toEqual({ state });
});

test('a mandate is revoked only where an agent filed; elsewhere nothing is said of it', () => {
  const { actions, blocked } = actionsOf(facts({ principalId: null }), staff());
  expect(actions).not.toContain('revokeMandate');
  expect(blocked.map(({ act }) => act)).not.toContain('revokeMandate');
});

test('every act is listed with the states it may be done in, and none is forgotten', () => {
  expect(Object.keys(actsFrom).toSorted()).toEqual([...caseActs].toSorted());
});

describe('whose act it is', () => {
  test.each(caseActs)('%s belongs either to the applicant or to staff with its permission', (act) => {
    const isResidents = residentActs.includes(act);
    expect([belongsTo(act, applicant), belongsTo(act, staff())]).toEqual([isResidents, !isResidents]);
    expect(belongsTo(act, staff({ may: () => false }))).toBe(false);
    if (!isResidents) expect(belongsTo(act, staff({ may: (permission) => permission === `cases.${act}` }))).toBe(true);
  });

  test.each(residentActs)('%s of another’s case is as if the case did not exist', (act) => {
    const state = actsFrom[act][0];
    expect(objectionTo(act, facts({ state, accountId: 'another' }), applicant)).toEqual({
      code: 'not_found',
      facts: {},
    });
  });
});

describe('authorisation for the item (收件授权, domain §3.2)', () => {
  test.each(['accept', 'correct', 'refuse', 'receiveSupplement', 'decideAtDesk'] as const)(
    '%s needs the item among those of the post',
    (act) => {
      const state = actsFrom[act][0];
      expect(objectionTo(act, facts({ state }), staff({ itemIds: ['other'] }))?.code).toBe('item_not_authorised');
    },
  );

  test.each(['signFor', 'review', 'decide', 'deliver', 'verifyIdentity', 'reveal'] as const)(
    '%s does not ask for it',
    (act) => {
      expect(objectionTo(act, facts({ state: actsFrom[act][0] }), staff({ itemIds: [] }))).toBeUndefined();
    },
  );
});

describe('who takes in does not decide (domain §3.1)', () => {
  const persons = [
    ['takenInBy', 'takenIn'],
    ['acceptedBy', 'accepted'],
    ['reviewedBy', 'reviewed'],
  ] as const;

  test.each(persons)('whoever stands as %s does not decide', (column, did) => {
    const given = facts({ state: 'DECIDING', [column]: 'officer' });
    expect(objectionTo('decide', given, staff())).toEqual({ code: 'same_person', facts: { did } });
    expect(samePerson(given, { id: 'officer' })).toEqual({ code: 'same_person', facts: { did } });
    expect(objectionTo('decide', given, staff({ id: 'another' }))).toBeUndefined();
  });

  test.each(persons.slice(0, 2))('whoever stands as %s does not review', (column, did) => {
    const given = facts({ state: 'IN_REVIEW', [column]: 'officer' });
    expect(objectionTo('review', given, staff())).toEqual({ code: 'same_person', facts: { did } });
    expect(objectionTo('review', given, staff({ id: 'another' }))).toBeUndefined();
  });

  test('an online application was taken in by nobody, so that any other officer may decide', () => {
    expect(samePerson(facts(), { id: 'officer' })).toBeUndefined();
  });
});

describe('what stands against accepting, correcting and delivering', () => {
  test('who was seen once with his card is not asked for it again, and no button says so', () => {
    const seen = facts({ isVerified: true });
    expect(objectionTo('verifyIdentity', seen, staff())?.code).toBe('identity_fixed');
    expect(actionsOf(seen, staff())).toEqual({
      actions: ['accept', 'correct', 'refuse', 'handOver', 'reveal'],
      blocked: [],
    });
  });

  test('accepting while defects are open is refused with their number', () => {
    expect(objectionTo('accept', facts({ openDefects: 2 }), staff())).toEqual({
      code: 'materials_missing',
      facts: { count: 2 },
    });
  });

  test.each([
    ['2026-03-06', undefined],
    ['2026-03-09', undefined],
    ['2026-03-10', 'five_days_over'],
  ])('R-2.12: with day 5 on Monday 2026-03-09 a correction notice on %s is %s', (today, code) => {
    const objection = objectionTo('correct', facts({ answerDueDay: '2026-03-09' }), staff({ today }));
    expect(objection?.code).toBe(code);
    if (objection) expect(objection.facts).toEqual({ day: '2026-03-09' });
  });

  test.each(['accept', 'refuse'] as const)(
    'R-2.5: once the five days are over and silence accepts, %s comes too late; on day 5 it does not',
    (act) => {
      const silent = facts({ answerDueDay: '2026-03-09', silenceAccepts: true });
      expect(objectionTo(act, silent, staff({ today: '2026-03-10' }))).toEqual({
        code: 'five_days_over',
        facts: { day: '2026-03-09' },
      });
      expect(objectionTo(act, silent, staff({ today: '2026-03-09' }))).toBeUndefined();
      const late = facts({ answerDueDay: '2026-03-09' });
      expect(objectionTo(act, late, staff({ today: '2026-03-10' }))).toBeUndefined();
    },
  );

  test('a result that was asked for on paper is not taken online, and no button says so', () => {
    const result = (deliveryWish: CaseFacts['deliveryWish']) => facts({ state: 'DELIVERING', deliveryWish });
    expect(actionsOf(result('ELECTRONIC'), applicant).actions).toEqual(['receiveResult']);
    for (const wish of ['WINDOW', 'AGENT'] as const) {
      expect(actionsOf(result(wish), applicant)).toEqual({ actions: [], blocked: [] });
      expect(objectionTo('receiveResult', result(wish), applicant)?.code).toBe('case_moved_on');
    }
  });

  test('a village agent delivers only what was handed to this very post; a window delivers anything of its own', () => {
    const agent = staff({ role: 'villageAgent' });
    const result = (deliveryPostId: string | null) => facts({ state: 'DELIVERING', deliveryPostId });
    expect(objectionTo('deliver', result(null), agent)?.code).toBe('not_assigned');
    expect(objectionTo('deliver', result('another'), agent)?.code).toBe('not_assigned');
    expect(objectionTo('deliver', result('post'), agent)).toBeUndefined();
    expect(objectionTo('deliver', result('another'), staff())).toBeUndefined();
  });

  test('a notice is handed over by itself, the papers of the result only as the result', () => {
    expect(documentKinds.filter(isServedAlone)).toEqual([
      'intakeReceipt',
      'acceptanceNotice',
      'correctionNotice',
      'acceptanceRefusal',
      'licenceDecision',
    ]);
  });

  test('a promised matter is not decided at the desk', () => {
    expect(objectionTo('decideAtDesk', facts({ state: 'DECIDING' }), staff())?.code).toBe('second_officer_needed');
  });
});

describe('actions and what blocks them', () => {
  test('a clerk sees the acts of a received case, and the one that is blocked with its reason', () => {
    expect(actionsOf(facts({ openDefects: 1 }), staff())).toEqual({
      actions: ['verifyIdentity', 'correct', 'refuse', 'handOver', 'reveal'],
      blocked: [{ act: 'accept', code: 'materials_missing', facts: { count: 1 } }],
    });
  });

  test('what is over for this state is not shown as blocked', () => {
    expect(actionsOf(facts({ state: 'COMPLETED' }), staff())).toEqual({ actions: ['handOver', 'reveal'], blocked: [] });
  });

  test('a decider who reviewed sees that the decision is another’s', () => {
    expect(
      actionsOf(
        facts({ state: 'DECIDING', reviewedBy: 'officer' }),
        staff({ may: (permission) => permission === 'cases.decide' }),
      ),
    ).toEqual({ actions: [], blocked: [{ act: 'decide', code: 'same_person', facts: { did: 'reviewed' } }] });
  });

  test('that a promised matter is not decided at the desk is no news to a window', () => {
    const { actions, blocked } = actionsOf(facts({ state: 'DECIDING' }), staff());
    expect([actions.includes('decideAtDesk'), blocked]).toEqual([false, []]);
  });

  test('an applicant sees his own acts, and of another’s case none', () => {
    expect(actionsOf(facts(), applicant)).toEqual({ actions: ['withdraw'], blocked: [] });
    expect(actionsOf(facts({ accountId: 'another' }), applicant)).toEqual({ actions: [], blocked: [] });
  });
});

describe('R-2.4: the one correction notice', () => {
  const old = (key: string) => ({ key, newlyArising: false, resupplied: true });
  const fresh = (key: string) => ({ key, newlyArising: true, resupplied: true });

  test('the first notice tells everything at once', () => {
    expect(judgeCorrection(1, new Set(), [old('plan'), old('testReport')])).toEqual({
      notice: ['plan', 'testReport'],
      stillOpen: [],
    });
  });

  test('a notice about nothing is none', () => {
    expect(judgeCorrection(1, new Set(), [])).toEqual({ code: 'defects_missing', facts: {} });
  });

  test('after the resubmission a listed defect that is still open gets no second notice', () => {
    expect(judgeCorrection(2, new Set(['plan']), [old('plan')])).toEqual({ notice: [], stillOpen: ['plan'] });
  });

  test('a defect that was there in the first submission and was not told then cannot be told any more', () => {
    expect(judgeCorrection(2, new Set(['plan']), [old('plan'), old('hygieneRules')])).toEqual({
      code: 'second_notice',
      facts: { key: 'hygieneRules' },
    });
  });

  test('what newly arose from the corrected material may be told', () => {
    expect(judgeCorrection(2, new Set(['plan']), [old('plan'), fresh('airConditioning')])).toEqual({
      notice: ['airConditioning'],
      stillOpen: ['plan'],
    });
  });

  test('nothing newly arises from a material that lay there unchanged', () => {
    const claimed = { key: 'hygieneRules', newlyArising: true, resupplied: false };
    expect(judgeCorrection(2, new Set(['plan', 'hygieneRules']), [old('plan'), claimed])).toEqual({
      code: 'second_notice',
      facts: { key: 'hygieneRules' },
    });
  });
});

test.each([
  ['GRANTED', undefined, undefined],
  ['DENIED', undefined, 'reason_missing'],
  ['DENIED', ' \n　', 'reason_missing'],
  ['DENIED', '卫生检测不合格', undefined],
] as const)('ALL 38: %s with the reason %j is judged %s', (outcome, reason, code) => {
  expect(judgeDecision(outcome, reason)?.code).toBe(code);
});

test.each<[readonly TaskFacts[], string]>([
  [
    [
      { kind: 'review', state: 'open' },
      { kind: 'decision', state: 'waiting' },
    ],
    'ACCEPTED',
  ],
  [
    [
      { kind: 'review', state: 'signedFor' },
      { kind: 'decision', state: 'waiting' },
    ],
    'IN_REVIEW',
  ],
  [
    [
      { kind: 'review', state: 'signedFor' },
      { kind: 'review', state: 'open' },
    ],
    'ACCEPTED',
  ],
  [
    [
      { kind: 'review', state: 'done' },
      { kind: 'review', state: 'signedFor' },
    ],
    'IN_REVIEW',
  ],
  [
    [
      { kind: 'review', state: 'done' },
      { kind: 'decision', state: 'open' },
    ],
    'DECIDING',
  ],
  [
    [
      { kind: 'review', state: 'cancelled' },
      { kind: 'decision', state: 'open' },
    ],
    'DECIDING',
  ],
  [[{ kind: 'decision', state: 'open' }], 'DECIDING'],
  [
    [
      { kind: 'review', state: 'done' },
      { kind: 'decision', state: 'done' },
    ],
    'DELIVERING',
  ],
])('the tasks %j make the state %s', (tasks, state) => {
  expect(stateOfTasks(tasks)).toBe(state);
});

test('a promised matter is reviewed and then decided; an immediate one is decided at once', () => {
  expect(tasksAtAcceptance('PROMISED')).toEqual([
    { stage: 1, kind: 'review', state: 'open' },
    { stage: 2, kind: 'decision', state: 'waiting' },
  ]);
  expect(tasksAtAcceptance('IMMEDIATE')).toEqual([{ stage: 1, kind: 'decision', state: 'open' }]);
  expect(stateOfTasks(tasksAtAcceptance('PROMISED'))).toBe('ACCEPTED');
  expect(stateOfTasks(tasksAtAcceptance('IMMEDIATE'))).toBe('DECIDING');
});

const purposes: Record<CaseState, ReturnType<typeof duePurposeOf>> = {
  DRAFT: undefined,
  RECEIVED: 'answer',
  CORRECTION_REQUIRED: 'correction',
  ACCEPTED: 'decision',
  IN_REVIEW: 'decision',
  DECIDING: 'decision',
  SPECIAL_PROCEDURE: 'decision',
  REPORTED_UP: 'decision',
  GRANTED: 'delivery',
  CERTIFYING: 'delivery',
  DELIVERING: 'delivery',
  DENIED: undefined,
  COMPLETED: undefined,
  ARCHIVED: undefined,
  ACCEPTANCE_REFUSED: undefined,
  NOT_REQUIRED: undefined,
  WITHDRAWN: undefined,
  WITHDRAWN_DEEMED: undefined,
  TERMINATED: undefined,
};

test.each(caseStates)('in %s the date that matters is the one somebody owes', (state) => {
  expect([state, duePurposeOf(state)]).toEqual([state, purposes[state]]);
});
