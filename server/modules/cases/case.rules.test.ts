import { describe, expect, test } from 'vitest';
import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseState } from '../../../contract/values.ts';
import { caseActs, caseStates, documentKinds, isServedAlone, resultPapers } from '../../../contract/words.ts';
import type { RunTask, TaskKind, TaskState } from '../tasks/index.ts';
import type { CaseFacts, Viewer } from './case.data.ts';
import {
  actionsOf,
  actsFrom,
  belongsTo,
  duePurposeOf,
  examinersOf,
  judgeCorrection,
  judgeDecision,
  judgeReport,
  objectionTo,
  samePerson,
  stateOfCase,
} from './case.rules.ts';

const task = (kind: TaskKind, state: TaskState, given: Partial<RunTask> = {}): RunTask => ({
  id: `${kind} ${state}`,
  key: 'task',
  stage: 1,
  kind,
  organisationId: 'organ',
  participantIds: [],
  state,
  originId: null,
  opinion: null,
  round: 1,
  silent: false,
  signedForBy: null,
  doneBy: null,
  touched: false,
  ...given,
});
const runOf = (...tasks: RunTask[]) => ({ tasks, joins: new Map<number, number>() });
/** A task for every act on tasks, all of one organ. */
const everyTask = runOf(
  ...(['open', 'signedFor', 'returned', 'done'] as const).map((state) => task('REVIEW', state)),
  task('SITE_VISIT', 'signedFor'),
  ...(['PUBLIC_NOTICE', 'DECISION', 'CERTIFICATION'] as const).map((kind) => task(kind, 'open')),
);

const item = 'item';
const facts = (given: Partial<CaseFacts> = {}): CaseFacts => ({
  state: 'RECEIVED',
  caseType: 'PROMISED',
  round: 1,
  itemId: item,
  takenInBy: null,
  acceptedBy: null,
  run: everyTask,
  leadOrganId: 'organ',
  openDefects: 0,
  reportsUp: false,
  upperOutcome: null,
  isReportedUp: false,
  owedMaterials: 0,
  toleratesSome: true,
  isCommitted: true,
  deemedAccepted: false,
  isReturned: false,
  answerLastDay: '2026-03-09',
  recusedIds: [],
  related: [],
  examiners: [],
  pausingTasks: [],
  procedureOrganId: null,
  awaitedHead: null,
  deliveryPostId: null,
  correctionLastDay: null,
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
  organId: 'organ',
  areaRegionId: 'district',
  role: 'windowClerk',
  itemIds: [item],
  may: () => true,
  today: '2026-03-02',
  ...given,
});
/** What a window may do: most acts are of others. */
const windowActs: readonly CaseAct[] = [
  ...(['verifyIdentity', 'accept', 'correct', 'refuse', 'decideAtDesk', 'deliver', 'handOver', 'reveal'] as const),
];
const clerk = staff({ may: (permission) => windowActs.some((act) => permission === `cases.${act}`) });
const applicant: Viewer = { ...staff(), kind: 'resident', id: 'applicant', postId: null, role: null, may: () => false };
const residentActs: readonly CaseAct[] = ['save', 'submit', 'supplement', 'withdraw', 'receiveResult'];
/** Done by the applicant himself, or by a clerk before whom he stands. */
const sharedActs: readonly CaseAct[] = ['withdrawCommitment', 'receiveTolerated'];
const viewerFor = (act: CaseAct) =>
  residentActs.includes(act) ? applicant : staff(act === 'extend' ? { role: 'organHead' } : {});

/** What is possible in every state between two others: the parts of the law's picture below. */
const always: readonly CaseAct[] = ['handOver', 'serveDocument', 'reveal'];
const beforeDecision: readonly CaseAct[] = [
  ...(['withdraw', 'withdrawForApplicant', 'terminate', 'withdrawCommitment', 'recuse'] as const),
  ...(['verifyIdentity', 'revokeMandate'] as const),
  ...always,
];
const examining: readonly CaseAct[] = [
  ...(['signFor', 'arrange', 'returnTask', 'reopenTask', 'reassignTask', 'addSigner'] as const),
  ...(['postNotice', 'closeNotice', 'receiveTolerated', 'requestExtension', 'extend'] as const),
  ...beforeDecision,
];

/** The law's own picture of a case (domain §2.2): in which state which act is possible, and no other. */
const allowed: Record<CaseState, readonly CaseAct[]> = {
  DRAFT: ['save', 'submit'],
  RECEIVED: ['accept', 'acceptTolerated', 'correct', 'refuse', ...beforeDecision],
  CORRECTION_REQUIRED: ['supplement', 'receiveSupplement', ...beforeDecision],
  ACCEPTED: ['reportUp', 'startProcedure', 'returnToFront', ...examining],
  IN_REVIEW: ['startProcedure', 'returnToFront', 'review', 'reportUp', ...examining],
  SPECIAL_PROCEDURE: ['endProcedure', 'review', ...examining],
  DECIDING: [
    ...(['decide', 'decideAtDesk', 'reopenTask', 'startProcedure', 'reportUp', 'postNotice', 'closeNotice'] as const),
    ...(['receiveTolerated', 'requestExtension', 'extend'] as const),
    ...beforeDecision,
  ],
  REPORTED_UP: [
    'recordUpperDecision',
    'receiveTolerated',
    'startProcedure',
    'requestExtension',
    'extend',
    ...beforeDecision,
  ],
  CERTIFYING: [
    'certify',
    'postNotice',
    'closeNotice',
    'verifyCommitment',
    'verifyIdentity',
    'revokeMandate',
    ...always,
  ],
  DELIVERING: [
    ...(['receiveResult', 'assignDelivery', 'deliver', 'verifyCommitment', 'verifyIdentity', 'revokeMandate'] as const),
    ...always,
  ],
  COMPLETED: ['verifyCommitment', ...always],
  ARCHIVED: ['verifyCommitment'],
  GRANTED: always,
  DENIED: always,
  ACCEPTANCE_REFUSED: always,
  NOT_REQUIRED: always,
  WITHDRAWN: always,
  WITHDRAWN_DEEMED: always,
  TERMINATED: always,
};

/** What each act asks for beside the state, so that nothing else stands in its way. */
const ready: Partial<Record<CaseAct, Partial<CaseFacts>>> = {
  // The lead has nobody to give a task back to.
  returnTask: { leadOrganId: 'lead' },
  reportUp: { reportsUp: true },
  extend: { awaitedHead: { role: 'organHead', of: 'organ' } },
  receiveTolerated: { owedMaterials: 1 },
};

test.each(
  caseStates.flatMap((state) =>
    caseActs.map((act) => [state, act, allowed[state].includes(act) ? 'possible' : 'over'] as const),
  ),
)('in %s the act %s is %s', (state, act, verdict) => {
  const given = facts({ state, caseType: 'IMMEDIATE', principalId: 'principal', ...ready[act] });
  const objection = objectionTo(act, given, viewerFor(act));
  const said = ['case_moved_on', 'decision_made'].includes(objection?.code ?? '')
    ? 'over'
    : (objection?.code ?? 'possible');
  expect({ state, act, verdict: said }).toEqual({ state, act, verdict });
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
  test.each(caseActs)(
    '%s belongs to the applicant, to staff with its permission, or to both where he may stand before a clerk',
    (act) => {
      const isResidents = residentActs.includes(act);
      expect([belongsTo(act, applicant), belongsTo(act, staff())]).toEqual([
        isResidents || sharedActs.includes(act),
        !isResidents,
      ]);
      expect(belongsTo(act, staff({ may: () => false }))).toBe(false);
      if (!isResidents)
        expect(belongsTo(act, staff({ may: (permission) => permission === `cases.${act}` }))).toBe(true);
    },
  );

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
  const persons: readonly (readonly [string, Partial<CaseFacts>])[] = [
    ['takenIn', { takenInBy: 'officer' }],
    ['accepted', { acceptedBy: 'officer' }],
    ['reviewed', { run: runOf(task('REVIEW', 'done', { doneBy: 'officer' }), task('DECISION', 'open')) }],
    // In an earlier round, at a meeting, or from the chair of the hearing.
    ...(['reviewed', 'attended', 'signed', 'chaired', 'reportedUp', 'closedNotice'] as const).map(
      (how) => ['reviewed', { examiners: [{ staffId: 'officer', how }] }] as const,
    ),
  ];

  test.each(persons)('who has %s does not decide', (did, done) => {
    const given = facts({ state: 'DECIDING', ...done });
    expect(objectionTo('decide', given, staff())).toEqual({ code: 'same_person', facts: { did } });
    expect(samePerson(given, examinersOf(given), { id: 'officer' })).toEqual({
      code: 'same_person',
      facts: { did },
    });
    expect(objectionTo('decide', given, staff({ id: 'another' }))).toBeUndefined();
  });

  test.each(
    persons.slice(0, 2).flatMap(([did, done]) =>
      (
        [
          ['signFor', 'IN_REVIEW'],
          ['review', 'IN_REVIEW'],
          ['arrange', 'IN_REVIEW'],
          ['postNotice', 'IN_REVIEW'],
          ['closeNotice', 'IN_REVIEW'],
          ['startProcedure', 'IN_REVIEW'],
          ['endProcedure', 'SPECIAL_PROCEDURE'],
          ['reportUp', 'IN_REVIEW'],
          ['recordUpperDecision', 'REPORTED_UP'],
          ['verifyCommitment', 'COMPLETED'],
        ] as const
      ).map(([act, state]) => [did, act, state, done] as const),
    ),
  )('受审分离: who has %s does not do %s', (did, act, state, done) => {
    const given = facts({ state, reportsUp: true, ...done });
    expect(objectionTo(act, given, staff())).toEqual({ code: 'same_person', facts: { did } });
    expect(objectionTo(act, given, staff({ id: 'another' }))).toBeUndefined();
  });

  test('ALL 48: who chaired the hearing examines nothing afterwards', () => {
    const given = facts({ state: 'IN_REVIEW', examiners: [{ staffId: 'officer', how: 'chaired' }] });
    for (const act of ['review', 'closeNotice'] as const)
      expect(objectionTo(act, given, staff())).toEqual({ code: 'same_person', facts: { did: 'chaired' } });
    expect(objectionTo('arrange', given, staff())).toBeUndefined();
  });

  test('only the organ that decided verifies what was committed to it', () => {
    const given = facts({ state: 'COMPLETED' });
    expect(objectionTo('verifyCommitment', given, staff({ organId: 'other' }))?.code).toBe('not_found');
  });

  test('who decided is no reviewer of what he decided', () => {
    const run = runOf(task('DECISION', 'done', { doneBy: 'officer' }));
    expect(examinersOf({ run, examiners: [] })).toEqual([]);
  });

  test('an online application was taken in by nobody, so that any other officer may decide', () => {
    expect(samePerson(facts(), [], { id: 'officer' })).toBeUndefined();
  });
});

describe('what stands against accepting, correcting and delivering', () => {
  test('who was seen once with his card is not asked for it again, and no button says so', () => {
    const seen = facts({ isVerified: true });
    expect(objectionTo('verifyIdentity', seen, staff())?.code).toBe('identity_fixed');
    expect(actionsOf(seen, clerk)).toEqual({
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
    const resulting: readonly string[] = resultPapers;
    expect(documentKinds.filter((kind) => isServedAlone(kind) && resulting.includes(kind))).toEqual([]);
    for (const notice of ['intakeReceipt', 'acceptanceNotice', 'correctionNotice', 'acceptanceRefusal'] as const)
      expect(isServedAlone(notice)).toBe(true);
  });

  test('a promised matter is not decided at the desk', () => {
    expect(objectionTo('decideAtDesk', facts({ state: 'DECIDING' }), staff())?.code).toBe('second_officer_needed');
  });
});

describe('actions and what blocks them', () => {
  test('a clerk sees the acts of a received case, and the one that is blocked with its reason', () => {
    expect(actionsOf(facts({ openDefects: 1 }), clerk)).toEqual({
      actions: ['verifyIdentity', 'correct', 'refuse', 'handOver', 'reveal'],
      blocked: [{ act: 'accept', code: 'materials_missing', facts: { count: 1 } }],
    });
  });

  test('what is over for this state is not shown as blocked', () => {
    expect(actionsOf(facts({ state: 'COMPLETED' }), clerk)).toEqual({ actions: ['handOver', 'reveal'], blocked: [] });
  });

  test('a decider who reviewed sees that the decision is another’s', () => {
    expect(
      actionsOf(
        facts({
          state: 'DECIDING',
          run: runOf(task('REVIEW', 'done', { doneBy: 'officer' }), task('DECISION', 'open')),
        }),
        staff({ may: (permission) => permission === 'cases.decide' }),
      ),
    ).toEqual({ actions: [], blocked: [{ act: 'decide', code: 'same_person', facts: { did: 'reviewed' } }] });
  });

  test('that a promised matter is not decided at the desk is no news to a window', () => {
    const { actions, blocked } = actionsOf(facts({ state: 'DECIDING' }), clerk);
    expect([actions.includes('decideAtDesk'), blocked]).toEqual([false, []]);
  });

  test('an applicant sees his own acts, and of another’s case none', () => {
    expect(actionsOf(facts({ isCommitted: false }), applicant)).toEqual({ actions: ['withdraw'], blocked: [] });
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
  expect(judgeDecision({ outcome, reason }, facts())?.code).toBe(code);
});

describe('what binds a decision', () => {
  const vetoed = runOf(task('REVIEW', 'done', { opinion: 'veto' }), task('DECISION', 'open'));
  const disagreed = runOf(task('REVIEW', 'done', { opinion: 'disagree' }), task('DECISION', 'open'));
  const denial = { outcome: 'DENIED', reason: '不符合规划' } as const;

  test('一票否决 (domain §4.1): a veto leaves only the denial; a mere disagreement is weighed', () => {
    expect(judgeDecision({ outcome: 'GRANTED' }, facts({ run: vetoed }))).toEqual({
      code: 'vetoed',
      facts: { count: 1 },
    });
    expect(judgeDecision(denial, facts({ run: vetoed }))).toBeUndefined();
    expect(judgeDecision({ outcome: 'GRANTED' }, facts({ run: disagreed }))).toBeUndefined();
  });

  test('ALL 35, 43: under a veto the first review does not agree; the upper organ that was told so decides over it', () => {
    expect(judgeReport({ opinion: 'agree' }, vetoed)).toEqual({ code: 'vetoed', facts: { count: 1 } });
    expect(judgeReport({ opinion: 'disagree' }, vetoed)).toBeUndefined();
    expect(judgeReport({ opinion: 'agree' }, disagreed)).toBeUndefined();
    const over = facts({ run: vetoed, reportsUp: true, isReportedUp: true, upperOutcome: 'GRANTED' });
    expect(judgeDecision({ outcome: 'GRANTED' }, over)).toBeUndefined();
  });

  test('ALL 43: only a whole first review goes up, and nothing of it is done once more afterwards', () => {
    const decider = staff({ role: 'decider' });
    const reports = (run: CaseFacts['run']) =>
      objectionTo('reportUp', facts({ state: 'IN_REVIEW', reportsUp: true, run }), decider);
    const waits = task('DECISION', 'waiting');
    expect(reports(runOf(task('REVIEW', 'done'), task('REVIEW', 'open'), task('REVIEW', 'signedFor'), waits))).toEqual({
      ...{ code: 'tasks_open', facts: { count: 2 } },
    });
    expect(reports(runOf(task('REVIEW', 'done'), task('DECISION', 'open')))).toBeUndefined();
    const reviewed = runOf(task('REVIEW', 'done'), task('DECISION', 'open'));
    const up = facts({
      state: 'DECIDING',
      run: reviewed,
      isReportedUp: true,
      reportsUp: true,
      upperOutcome: 'GRANTED',
    });
    expect(objectionTo('reopenTask', up, decider)?.code).toBe('reported_up');
    expect(objectionTo('reopenTask', { ...up, isReportedUp: false }, decider)).toBeUndefined();
  });

  test('容缺 (domain §2.7): nothing is granted while materials are owed; it can be denied', () => {
    expect(judgeDecision({ outcome: 'GRANTED' }, facts({ owedMaterials: 2 }))).toEqual({
      ...{ code: 'materials_owed', facts: { count: 2 } },
    });
    expect(judgeDecision(denial, facts({ owedMaterials: 2 }))).toBeUndefined();
  });
});

test('the state follows the tasks, but where the whole case stands still or lies with the upper organ', () => {
  const beside = { procedureId: null, reportedUpAt: null, upperOutcome: null };
  const run = runOf(task('REVIEW', 'signedFor', { touched: true }), task('DECISION', 'waiting'));
  expect(stateOfCase({ ...beside, run })).toBe('IN_REVIEW');
  expect(stateOfCase({ ...beside, procedureId: 'procedure', run })).toBe('SPECIAL_PROCEDURE');
  expect(stateOfCase({ ...beside, reportedUpAt: '2026-03-02T01:00:00Z', run })).toBe('REPORTED_UP');
  const decided = runOf(task('DECISION', 'done'), task('CERTIFICATION', 'open'));
  expect(stateOfCase({ ...beside, procedureId: 'procedure', run: decided })).toBe('CERTIFYING');
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
